// listener.cc - one thread with epoll lets in, times out and makes room; see listener.h and listener_impl.h.
#include "net/listener.h"

#include <algorithm>

#include "net/listener_impl.h"

namespace signpost {
namespace {

using Clock = std::chrono::steady_clock;
using State = ConnectionState;

constexpr uint64_t kListening = 0;  // beside the numbers of connections
constexpr size_t kReadSize = 64 << 10;
constexpr int kAcceptAtOnce = 256;
constexpr size_t kOtherFiles = 128;                     // that the process needs beside its connections
constexpr auto kTick = std::chrono::milliseconds(100);  // how late a deadline may be noticed
constexpr auto kBetweenReports = std::chrono::seconds(1);

size_t most_connections(size_t wanted) {
  const size_t files = raise_file_limit();
  return std::min(wanted, files > 2 * kOtherFiles ? files - kOtherFiles : files / 2);
}

}  // namespace

Listener::Impl::Impl(ListenerOptions given, Exchanger exchanges)
    : options(std::move(given)),
      exchanger(std::move(exchanges)),
      listening(listen_on(options.host, options.port, options.ports)),
      port(port_of(listening)),
      max_connections(most_connections(options.max_connections)),
      admission(options.admission),
      connections([this](const Connection& closing) { admission.close(closing.peer); }),
      input(kReadSize, '\0') {}

void Listener::Impl::run() {
  while (true) {
    poller.wait(kTick, [this](uint64_t id, uint32_t events) {
      if (id == kListening) {
        accept_some();
      } else if (Connection* connection = connections.find(id)) {
        on_event(id, *connection, events);
      }
    });
    take_results();
    const Time now = Clock::now();
    const bool is_tick = now >= next_tick;
    if (is_tick) {
      expire(now);
      if (now >= next_report) report(now);
      next_tick = now + kTick;
    }
    limit_buffers(now, is_tick);
    connection_count = connections.size();
    queued = workers->waiting();
    buffered = connections.buffered();
    if (stopping && stop_step(now)) break;
  }
  report(Clock::now());
}

// So many that those who are in already don't wait long.
bool Listener::Impl::accept_some() {
  for (int i = 0; i < kAcceptAtOnce; ++i) {
    Accepted accepted = accept_from(listening);
    if (!accepted.socket.is_open()) {
      // Tried again at the next wake-up: the one that waits keeps the listening socket ready.
      if (accepted.out_of_files) make_room();
      return false;
    }
    add(std::move(accepted));
  }
  return true;
}

void Listener::Impl::add(Accepted accepted) {
  if (!admission.open(accepted.peer)) {
    ++turned_away_count;
    return;
  }
  if (connections.size() >= max_connections) make_room();
  ++accepted_count;
  Connection connection;
  connection.socket = std::move(accepted.socket);
  connection.peer = accepted.peer;
  connection.payer = admission.payer(accepted.peer);
  connection.since = Clock::now();
  connection.deadline = connection.since + options.request_timeout;
  connection.watched = EPOLLIN;
  const int fd = connection.socket.get();
  poller.add(fd, connections.add(std::move(connection)), EPOLLIN);
}

void Listener::Impl::expire(Time now) {
  for (const uint64_t id : connections.late(now)) {
    Connection& connection = *connections.find(id);
    const bool is_idle = connection.is_idle();
    const Time idle_until = connection.since + options.idle_timeout;
    if (connection.state == State::reading && !is_idle) {
      refuse(id, connection, 408);
    } else if (!connection.is_taken()) {
      if (connection.is_taking(options.least_taken, options.take_timeout, now)) continue;
      ++not_taken_count;
      drop(id, connection);
    } else if (is_idle && connection.handed > 0 && now < idle_until) {
      connection.deadline = idle_until;
    } else {
      connections.close(id);
    }
  }
}

void Listener::Impl::drop(uint64_t id, const Connection& connection) {
  if (!connection.is_taken()) forget_unsent(connection.socket);
  connections.close(id);
}

void Listener::Impl::cut_off(const std::vector<uint64_t>& ids) {
  for (const uint64_t id : ids) drop(id, *connections.find(id));
  cut_off_count += ids.size();
}

// For many at once, so that looking for them costs little.
void Listener::Impl::make_room() {
  cut_off(connections.most_crowded(1 + connections.size() / 64, Clock::now()));
}

void Listener::Impl::limit_buffers(Time now, bool is_tick) {
  const size_t most = options.max_buffered;
  const bool is_over = connections.buffered() > most;
  if (!is_over && (!is_tick || connections.buffered() <= most / 2)) return;
  cut_off(connections.heaviest(is_over ? most - most / 8 : most, most / 2, now));
}

void Listener::Impl::report(Time now) {
  if (!refused.empty()) exchanger.refused(refused);
  refused.clear();
  next_report = now + kBetweenReports;
}

bool Listener::Impl::stop_step(Time now) {
  if (!passes_over) pass_over_new_clients(listening);
  passes_over = true;
  if (listening.is_open() && now > stop_began + kTick) {
    while (accept_some()) continue;  // who was let in by the system before is a client like the others
    listening = Descriptor();
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
  return {impl_->connection_count,  impl_->queued,        impl_->buffered,       impl_->accepted_count,
          impl_->turned_away_count, impl_->cut_off_count, impl_->not_taken_count};
}

void Listener::start() {
  impl_->poller.add(impl_->listening.get(), kListening, EPOLLIN);
  impl_->workers =
      std::make_unique<Workers>(impl_->options.threads, impl_->options.max_queue, impl_->exchanger.answer,
                                [impl = impl_.get()] { impl->poller.wake(); });
  impl_->thread = std::thread([this] { impl_->run(); });
}

void Listener::stop(std::chrono::milliseconds patience) {
  if (!impl_->thread.joinable()) return;
  impl_->stop_began = Clock::now();
  impl_->stop_deadline = impl_->stop_began + patience;
  impl_->stopping = true;
  impl_->poller.wake();
  impl_->thread.join();
  impl_->workers.reset();
}

}  // namespace signpost
