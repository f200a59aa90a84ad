// listener.cc - one thread with epoll reads and times out, the pool answers; see listener.h.
#include "http/listener.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "http/request_head.h"
#include "http/socket.h"
#include "http/thread_pool.h"

namespace signpost {
namespace {

using Clock = std::chrono::steady_clock;

constexpr size_t kReadSize = 16 << 10;
constexpr size_t kOtherFiles = 128;                     // that the process needs beside its connections
constexpr auto kTick = std::chrono::milliseconds(100);  // how late a deadline may be noticed
// After the last answer the client's remaining bytes are read and dropped for this long: closing at once
// would reset the connection and could take the answer away from the client.
constexpr auto kLinger = std::chrono::milliseconds(1000);

enum class State { reading, answering, writing, lingering };

// Touched by the epoll thread only.
struct Connection {
  Socket socket;
  State state = State::reading;
  std::string input;   // what has come and is not answered
  std::string output;  // what the socket did not take yet
  bool close = false;  // after this output
  size_t requests = 0;
  Clock::time_point deadline;
};

// What a worker hands back.
struct Answered {
  uint64_t id = 0;
  std::string rest;  // not sent yet
  bool close = false;
};

}  // namespace

struct Listener::Impl {
  Impl(ListenerOptions given, Exchanger exchanges)
      : options(std::move(given)),
        exchanger(std::move(exchanges)),
        listening(listen_on(options.host, options.port)),
        poll(epoll_create1(EPOLL_CLOEXEC)),
        wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
        max_connections(std::min(options.max_connections, raise_file_limit() - kOtherFiles)) {}

  void run();
  void wait_and_dispatch();
  void accept_all();
  void on_event(uint64_t id, Connection& connection, uint32_t events);
  void read_some(uint64_t id, Connection& connection);
  void take_request(uint64_t id, Connection& connection);
  void refuse(uint64_t id, Connection& connection, int status);
  void answer(uint64_t id, int fd, size_t worker, std::string head, bool last);
  void take_answers();
  void write_some(uint64_t id, Connection& connection);
  void after_output(uint64_t id, Connection& connection);
  void watch(uint64_t id, Connection& connection, uint32_t events, int operation = EPOLL_CTL_MOD);
  void expire(Clock::time_point now);
  void close_idle(size_t min_requests);
  void notify() { eventfd_write(wake.fd(), 1); }

  static constexpr uint64_t kListening = 0;
  static constexpr uint64_t kWake = 1;

  const ListenerOptions options;
  const Exchanger exchanger;
  Socket listening;
  Socket poll;
  Socket wake;
  const size_t max_connections;
  std::unordered_map<uint64_t, Connection> connections;  // by a number that is never used again
  uint64_t next_id = 2;
  Clock::time_point next_expiry;

  std::mutex mutex;  // guards `answered`
  std::vector<Answered> answered;
  std::atomic<bool> stopping{false};
  Clock::time_point stop_deadline;
  std::unique_ptr<ThreadPool> pool;
  std::thread thread;
};

void Listener::Impl::watch(uint64_t id, Connection& connection, uint32_t events, int operation) {
  epoll_event event{};
  event.events = events;
  event.data.u64 = id;
  epoll_ctl(poll.fd(), operation, connection.socket.fd(), &event);
}

void Listener::Impl::run() {
  while (true) {
    wait_and_dispatch();
    take_answers();
    const Clock::time_point now = Clock::now();
    if (now >= next_expiry) {
      expire(now);
      next_expiry = now + kTick;
    }
    if (stopping) {
      { const Socket closed = std::move(listening); }
      close_idle(0);
      if (connections.empty() || now > stop_deadline) return;
    }
  }
}

void Listener::Impl::wait_and_dispatch() {
  epoll_event events[256];
  const int count = epoll_wait(poll.fd(), events, 256, static_cast<int>(kTick.count()));
  for (int i = 0; i < count; ++i) {
    const uint64_t id = events[i].data.u64;
    if (id == kListening) {
      accept_all();
    } else if (id == kWake) {
      eventfd_t ignored;
      eventfd_read(wake.fd(), &ignored);
    } else if (const auto found = connections.find(id); found != connections.end()) {
      on_event(id, found->second, events[i].events);
    }
  }
}

void Listener::Impl::accept_all() {
  while (true) {
    Socket socket = accept_from(listening);
    if (!socket.is_open()) return;
    if (connections.size() >= max_connections) {
      close_idle(1);
      if (connections.size() >= max_connections) continue;  // all are busy: this one is turned away
    }
    const uint64_t id = next_id++;
    Connection& connection = connections[id];
    connection.socket = std::move(socket);
    connection.deadline = Clock::now() + options.head_timeout;
    watch(id, connection, EPOLLIN, EPOLL_CTL_ADD);
  }
}

void Listener::Impl::on_event(uint64_t id, Connection& connection, uint32_t events) {
  switch (connection.state) {
    case State::reading:
      read_some(id, connection);
      break;
    case State::writing:
      write_some(id, connection);
      break;
    case State::answering:
      // Only errors are reported here. A worker may be using the descriptor, so it closes later.
      connection.close = true;
      watch(id, connection, 0, EPOLL_CTL_DEL);
      break;
    case State::lingering: {
      char dropped[4096];
      ssize_t size = 1;
      while (size > 0) size = recv(connection.socket.fd(), dropped, sizeof dropped, MSG_DONTWAIT);
      if (size == 0 || (events & (EPOLLERR | EPOLLHUP)) != 0 || (errno != EAGAIN && errno != EINTR))
        connections.erase(id);
      break;
    }
  }
}

void Listener::Impl::read_some(uint64_t id, Connection& connection) {
  const size_t before = connection.input.size();
  connection.input.resize(before + kReadSize);
  const ssize_t size =
      recv(connection.socket.fd(), connection.input.data() + before, kReadSize, MSG_DONTWAIT);
  connection.input.resize(before + static_cast<size_t>(std::max<ssize_t>(size, 0)));
  if (size < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (size <= 0) {
    connections.erase(id);
    return;
  }
  if (before == 0) connection.deadline = Clock::now() + options.head_timeout;
  take_request(id, connection);
}

void Listener::Impl::take_request(uint64_t id, Connection& connection) {
  // RFC 9112, 2.2: an empty line before a request is to be ignored.
  while (connection.input.starts_with("\r\n")) connection.input.erase(0, 2);
  const HeadState head = inspect_head(connection.input, options.max_line, options.max_head);
  if (head.refused != 0) {
    refuse(id, connection, head.refused);
    return;
  }
  if (head.size == 0) return;
  const bool last = head.has_body || ++connection.requests >= options.max_requests || stopping;
  std::string bytes = connection.input.substr(0, head.size);
  connection.input.erase(0, head.size);
  connection.state = State::answering;
  watch(id, connection, 0);
  pool->add([this, id, last, fd = connection.socket.fd(), head_bytes = std::move(bytes)](
                size_t worker) mutable { answer(id, fd, worker, std::move(head_bytes), last); });
}

void Listener::Impl::refuse(uint64_t id, Connection& connection, int status) {
  connection.output = exchanger.refuse(status);
  connection.close = true;
  write_some(id, connection);
}

// In a worker. The descriptor stays open until the answer has been taken.
void Listener::Impl::answer(uint64_t id, int fd, size_t worker, std::string head, bool last) {
  Exchange exchange = exchanger.answer(worker, with_plain_target(std::move(head)), last);
  const size_t sent = send_some(fd, exchange.bytes);
  exchange.bytes.erase(0, sent);
  {
    const std::lock_guard lock(mutex);
    answered.push_back({id, std::move(exchange.bytes), exchange.close || last});
  }
  notify();
}

void Listener::Impl::take_answers() {
  std::vector<Answered> batch;
  {
    const std::lock_guard lock(mutex);
    batch.swap(answered);
  }
  for (Answered& answer : batch) {
    const auto found = connections.find(answer.id);
    if (found == connections.end()) continue;
    Connection& connection = found->second;
    connection.close = connection.close || answer.close;
    connection.output = std::move(answer.rest);
    write_some(answer.id, connection);
  }
}

void Listener::Impl::write_some(uint64_t id, Connection& connection) {
  const size_t sent = send_some(connection.socket.fd(), connection.output);
  connection.output.erase(0, sent);
  if (connection.output.empty()) {
    after_output(id, connection);
    return;
  }
  if (sent > 0 || connection.state != State::writing)
    connection.deadline = Clock::now() + options.write_timeout;
  connection.state = State::writing;
  watch(id, connection, EPOLLOUT);
}

void Listener::Impl::after_output(uint64_t id, Connection& connection) {
  if (connection.close) {
    shutdown(connection.socket.fd(), SHUT_WR);
    connection.state = State::lingering;
    connection.deadline = Clock::now() + kLinger;
    connection.input.clear();
    watch(id, connection, EPOLLIN);
    return;
  }
  connection.state = State::reading;
  connection.deadline =
      Clock::now() + (connection.input.empty() ? options.idle_timeout : options.head_timeout);
  watch(id, connection, EPOLLIN);
  if (!connection.input.empty()) take_request(id, connection);
}

void Listener::Impl::expire(Clock::time_point now) {
  std::vector<uint64_t> late;
  for (const auto& [id, connection] : connections) {
    if (connection.state != State::answering && now > connection.deadline) late.push_back(id);
  }
  for (const uint64_t id : late) {
    Connection& connection = connections.at(id);
    if (connection.state == State::reading && !connection.input.empty()) {
      refuse(id, connection, 408);
    } else {
      connections.erase(id);
    }
  }
}

void Listener::Impl::close_idle(size_t min_requests) {
  std::erase_if(connections, [=](const auto& item) {
    const Connection& connection = item.second;
    return connection.state == State::reading && connection.input.empty() &&
           connection.requests >= min_requests;
  });
}

Listener::Listener(ListenerOptions options, Exchanger exchanger)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(exchanger))) {}

Listener::~Listener() { stop(); }

int Listener::port() const { return port_of(impl_->listening); }

void Listener::start() {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.u64 = Impl::kListening;
  epoll_ctl(impl_->poll.fd(), EPOLL_CTL_ADD, impl_->listening.fd(), &event);
  event.data.u64 = Impl::kWake;
  epoll_ctl(impl_->poll.fd(), EPOLL_CTL_ADD, impl_->wake.fd(), &event);
  impl_->pool = std::make_unique<ThreadPool>(impl_->options.threads);
  impl_->thread = std::thread([this] { impl_->run(); });
}

void Listener::stop(std::chrono::milliseconds patience) {
  if (!impl_->thread.joinable()) return;
  impl_->stop_deadline = Clock::now() + patience;
  impl_->stopping = true;
  impl_->notify();
  impl_->thread.join();
  impl_->pool.reset();
  impl_->connections.clear();
}

}  // namespace signpost
