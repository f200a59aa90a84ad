// listener.cc - one thread with epoll reads and times out, the pool answers; see listener.h.
#include "http/listener.h"

#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <thread>
#include <vector>

#include "http/connections.h"
#include "http/poller.h"
#include "http/thread_pool.h"

namespace signpost {
namespace {

using Clock = std::chrono::steady_clock;
using State = ConnectionState;

constexpr size_t kReadSize = 64 << 10;
constexpr size_t kOtherFiles = 128;                     // that the process needs beside its connections
constexpr auto kTick = std::chrono::milliseconds(100);  // how late a deadline may be noticed
// After the last answer the client's remaining bytes are read and dropped for this long: closing at once
// would reset the connection and could take the answer away from the client.
constexpr auto kLinger = std::chrono::milliseconds(1000);
constexpr auto kRetryAfter = std::chrono::seconds(1);  // of a full queue

// What a worker hands back.
struct Answered {
  uint64_t id = 0;
  Exchange rest;  // what is not sent yet
};

}  // namespace

struct Listener::Impl {
  Impl(ListenerOptions given, Exchanger exchanges)
      : options(std::move(given)),
        exchanger(std::move(exchanges)),
        listening(listen_on(options.host, options.port)),
        port(port_of(listening)),
        max_connections(std::min(options.max_connections, raise_file_limit() - kOtherFiles)),
        admission(options.admission),
        connections([this](const Connection& closing) { admission.close(closing.peer); }),
        input(kReadSize, '\0') {}

  void run();
  void accept_all();
  void add(Accepted accepted);
  void on_event(uint64_t id, Connection& connection, uint32_t events);
  void read_some(uint64_t id, Connection& connection);
  void drop_some(uint64_t id, Connection& connection);
  void advance(uint64_t id, Connection& connection);
  void take_request(uint64_t id, Connection& connection);
  void refuse(uint64_t id, Connection& connection, int status, std::chrono::seconds retry_after = {},
              const Request* request = nullptr);
  void answer(uint64_t id, int fd, size_t worker, const Request& request, bool last,
              Clock::time_point deadline);
  void take_answers();
  void begin_output(uint64_t id, Connection& connection, std::string bytes, FileBody file = {});
  void write_some(uint64_t id, Connection& connection);
  void end_output(uint64_t id, Connection& connection);
  void watch(uint64_t id, Connection& connection, uint32_t events);
  void expire(Clock::time_point now);
  bool cut_off_oldest();
  void limit_buffers();
  bool stop_step(Clock::time_point now);

  static constexpr uint64_t kListening = 0;

  const ListenerOptions options;
  const Exchanger exchanger;
  Socket listening;
  const int port;
  Poller poller;
  const size_t max_connections;
  Admission admission;
  Connections connections;
  std::string input;  // one for all: only what is left of it is kept with its connection
  bool told_of_proxy = false;
  Clock::time_point next_expiry;

  std::mutex mutex;  // guards `answered`
  std::vector<Answered> answered;
  std::atomic<bool> stopping{false};
  bool passes_over = false;
  Clock::time_point stop_began;
  Clock::time_point stop_deadline;
  std::unique_ptr<ThreadPool> pool;
  std::thread thread;

  // For stats(), written by the epoll thread.
  std::atomic<size_t> connection_count{0};
  std::atomic<size_t> queued{0};
  std::atomic<size_t> buffered{0};
  std::atomic<uint64_t> accepted_count{0};
  std::atomic<uint64_t> turned_away_count{0};
  std::atomic<uint64_t> cut_off_count{0};
};

void Listener::Impl::watch(uint64_t id, Connection& connection, uint32_t events) {
  if (connection.watched == events) return;
  poller.change(connection.socket.fd(), id, events);
  connection.watched = events;
}

void Listener::Impl::run() {
  while (true) {
    poller.wait(kTick, [this](uint64_t id, uint32_t events) {
      if (id == kListening) {
        accept_all();
      } else if (Connection* connection = connections.find(id)) {
        on_event(id, *connection, events);
      }
    });
    take_answers();
    const Clock::time_point now = Clock::now();
    if (now >= next_expiry) {
      expire(now);
      next_expiry = now + kTick;
    }
    limit_buffers();
    connection_count = connections.size();
    queued = pool->waiting();
    buffered = connections.buffered();
    if (stopping && stop_step(now)) return;
  }
}

void Listener::Impl::accept_all() {
  while (true) {
    Accepted accepted = accept_from(listening);
    if (accepted.socket.is_open()) {
      add(std::move(accepted));
    } else {
      // Tried again at the next wake-up: the one that waits keeps the listening socket ready.
      if (accepted.out_of_files) cut_off_oldest();
      return;
    }
  }
}

void Listener::Impl::add(Accepted accepted) {
  if (!admission.open(accepted.peer)) {
    ++turned_away_count;
    return;
  }
  if (connections.size() >= max_connections) cut_off_oldest();
  ++accepted_count;
  Connection connection;
  connection.socket = std::move(accepted.socket);
  connection.peer = accepted.peer;
  connection.since = Clock::now();
  connection.deadline = connection.since + options.request_timeout;
  connection.watched = EPOLLIN;
  const int fd = connection.socket.fd();
  poller.add(fd, connections.add(std::move(connection)), EPOLLIN);
}

void Listener::Impl::on_event(uint64_t id, Connection& connection, uint32_t events) {
  switch (connection.state) {
    case State::reading:
      read_some(id, connection);
      break;
    case State::writing:
      if ((events & (EPOLLERR | EPOLLHUP)) != 0) {
        connections.close(id);
      } else {
        write_some(id, connection);
        advance(id, connection);
      }
      break;
    case State::answering:
      // What comes now has its turn after the answer. A worker may be using the descriptor, so it closes
      // later.
      if ((events & (EPOLLERR | EPOLLHUP)) != 0) {
        connection.gone = true;
        poller.remove(connection.socket.fd());
      } else {
        watch(id, connection, 0);
      }
      break;
    case State::lingering:
      drop_some(id, connection);
      break;
  }
}

// One piece at a time, so that nobody who sends fast keeps the others waiting.
void Listener::Impl::drop_some(uint64_t id, Connection& connection) {
  const ssize_t size = recv(connection.socket.fd(), input.data(), input.size(), MSG_DONTWAIT);
  if (size == 0 || (size < 0 && errno != EAGAIN && errno != EINTR)) connections.close(id);
}

void Listener::Impl::read_some(uint64_t id, Connection& connection) {
  const ssize_t size = recv(connection.socket.fd(), input.data(), input.size(), MSG_DONTWAIT);
  if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (size <= 0) {
    connections.close(id);
    return;
  }
  if (connection.is_idle()) {
    connection.since = Clock::now();
    connection.deadline = connection.since + options.request_timeout;
  }
  connection.input.erase(0, connection.used);
  connection.used = 0;
  connection.input.append(input, 0, static_cast<size_t>(size));
  connections.count(id, connection);
  advance(id, connection);
}

// Takes requests out of the input until one has to wait for an answer, or for the client.
void Listener::Impl::advance(uint64_t id, Connection& connection) {
  while (connection.state == State::reading && !connection.is_idle()) {
    const RequestParser::State state = connection.parser.parse(connection.unread(), options.limits);
    if (state == RequestParser::State::incomplete) return;
    if (state == RequestParser::State::refused) {
      refuse(id, connection, connection.parser.status());
    } else {
      take_request(id, connection);
    }
  }
}

void Listener::Impl::take_request(uint64_t id, Connection& connection) {
  Request request = connection.parser.request(connection.unread());
  const bool last =
      !connection.parser.keeps_connection() || ++connection.requests >= options.max_requests || stopping;
  connection.finish_request(connection.parser.size());
  connections.count(id, connection);
  if (!told_of_proxy && admission.ignores_forwarding(connection.peer, request)) {
    told_of_proxy = true;
    exchanger.unlisted_proxy();
  }
  const Address client = admission.client(connection.peer, request);
  if (const auto wait = admission.refuse(client, Clock::now())) {
    refuse(id, connection, 429, *wait, &request);
    return;
  }
  request.client = to_string(client);
  connection.state = State::answering;
  const auto asked = std::make_shared<Request>(std::move(request));
  const bool is_queued =
      pool->add([this, id, last, fd = connection.socket.fd(), deadline = connection.deadline,
                 asked](size_t worker) { answer(id, fd, worker, *asked, last, deadline); });
  if (!is_queued) refuse(id, connection, 503, kRetryAfter, asked.get());
}

void Listener::Impl::refuse(uint64_t id, Connection& connection, int status, std::chrono::seconds retry_after,
                            const Request* request) {
  connection.close = true;
  begin_output(id, connection, exchanger.refuse(status, retry_after, request));
}

// In a worker. The descriptor stays open until the answer has been taken.
void Listener::Impl::answer(uint64_t id, int fd, size_t worker, const Request& request, bool last,
                            Clock::time_point deadline) {
  // Whoever waited for so long has gone, or is served better by one that is not as busy.
  const bool late = Clock::now() > deadline;
  Exchange exchange = late ? Exchange{exchanger.refuse(503, kRetryAfter, &request), true}
                           : exchanger.answer(worker, request, last);
  exchange.bytes.erase(0, send_some(fd, exchange.bytes));
  exchange.close = exchange.close || last;
  bool is_first;
  {
    const std::lock_guard lock(mutex);
    is_first = answered.empty();
    answered.push_back({id, std::move(exchange)});
  }
  if (is_first) poller.wake();
}

void Listener::Impl::take_answers() {
  std::vector<Answered> batch;
  {
    const std::lock_guard lock(mutex);
    batch.swap(answered);
  }
  for (Answered& answer : batch) {
    Connection* connection = connections.find(answer.id);
    if (connection->gone) {
      connections.close(answer.id);
      continue;
    }
    connection->close = connection->close || answer.rest.close;
    begin_output(answer.id, *connection, std::move(answer.rest.bytes), std::move(answer.rest.file));
    advance(answer.id, *connection);
  }
}

void Listener::Impl::begin_output(uint64_t id, Connection& connection, std::string bytes, FileBody file) {
  const auto seconds = std::chrono::seconds((bytes.size() + file.size) / options.min_bytes_per_second);
  connection.state = State::writing;
  connection.since = Clock::now();
  connection.deadline = connection.since + options.request_timeout + seconds;
  connection.output = std::move(bytes);
  connection.sent = 0;
  connection.file = std::move(file);
  write_some(id, connection);
}

// Of a file one piece at a time, so that nobody who reads fast keeps the others waiting.
void Listener::Impl::write_some(uint64_t id, Connection& connection) {
  connection.sent +=
      send_some(connection.socket.fd(), std::string_view(connection.output).substr(connection.sent));
  if (connection.sent == connection.output.size() && !connection.read_on()) {
    end_output(id, connection);
  } else {
    watch(id, connection, EPOLLOUT);
  }
  connections.count(id, connection);
}

void Listener::Impl::end_output(uint64_t id, Connection& connection) {
  connection.free_output();
  connection.since = Clock::now();
  if (connection.close) {
    shutdown(connection.socket.fd(), SHUT_WR);
    connection.state = State::lingering;
    connection.deadline = connection.since + kLinger;
    connection.free_input();
  } else {
    connection.state = State::reading;
    connection.deadline =
        connection.since + (connection.is_idle() ? options.idle_timeout : options.request_timeout);
  }
  watch(id, connection, EPOLLIN);
}

void Listener::Impl::expire(Clock::time_point now) {
  for (const uint64_t id : connections.late(now)) {
    Connection& connection = *connections.find(id);
    if (connection.state == State::reading && !connection.is_idle()) {
      refuse(id, connection, 408);
    } else {
      connections.close(id);
    }
  }
}

// Those that wait or drip have had their time; many at once, so that looking for them costs little. False
// when all are being answered.
bool Listener::Impl::cut_off_oldest() {
  const std::vector<uint64_t> oldest = connections.oldest(1 + connections.size() / 16);
  for (const uint64_t id : oldest) connections.close(id);
  cut_off_count += oldest.size();
  return !oldest.empty();
}

void Listener::Impl::limit_buffers() {
  while (connections.buffered() > options.max_buffered && cut_off_oldest()) continue;
}

// True when all has ended.
bool Listener::Impl::stop_step(Clock::time_point now) {
  if (!passes_over) pass_over_new_clients(listening);
  passes_over = true;
  if (listening.is_open() && now > stop_began + kTick) {
    accept_all();  // who was let in by the system before is a client like the others
    listening = Socket();
  }
  if (now > stop_began + options.last_chance) {
    for (const uint64_t id : connections.idle()) connections.close(id);
  }
  return (connections.empty() && !listening.is_open()) || now > stop_deadline;
}

Listener::Listener(ListenerOptions options, Exchanger exchanger)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(exchanger))) {}

Listener::~Listener() { stop(); }
int Listener::port() const { return impl_->port; }

ListenerStats Listener::stats() const {
  return {impl_->connection_count,  impl_->queued,       impl_->buffered, impl_->accepted_count,
          impl_->turned_away_count, impl_->cut_off_count};
}

void Listener::start() {
  impl_->poller.add(impl_->listening.fd(), Impl::kListening, EPOLLIN);
  impl_->pool = std::make_unique<ThreadPool>(impl_->options.threads, impl_->options.max_queue);
  impl_->thread = std::thread([this] { impl_->run(); });
}

void Listener::stop(std::chrono::milliseconds patience) {
  if (!impl_->thread.joinable()) return;
  impl_->stop_began = Clock::now();
  impl_->stop_deadline = impl_->stop_began + patience;
  impl_->stopping = true;
  impl_->poller.wake();
  impl_->thread.join();
  impl_->pool.reset();
}

}  // namespace signpost
