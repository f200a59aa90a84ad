// listener_loop.cc - one thread with epoll lets in and times out; see listener.h and listener_loop.h.
#include "net/listener_loop.h"

namespace signpost {
namespace {

using Clock = std::chrono::steady_clock;
using State = ConnectionState;

constexpr uint64_t kListening = 0;  // beside the numbers of connections
constexpr size_t kReadSize = 64 << 10;
constexpr int kAcceptAtOnce = 256;
constexpr auto kTick = std::chrono::milliseconds(100);  // how late a deadline may be noticed
constexpr auto kBetweenReports = std::chrono::seconds(1);

}  // namespace

// A connection's number tells whose it is: id % loops.
Listener::Loop::Loop(Impl& listener, size_t index, size_t loops, Descriptor socket)
    : all(listener),
      options(listener.options),
      exchanger(listener.exchanger),
      number(index),
      listening(std::move(socket)),
      connections([this](const Connection& closing) { all.leave(closing); }, loops + index, loops),
      input(kReadSize, '\0') {
  poller.add(listening.get(), kListening, EPOLLIN);
}

void Listener::Loop::run() {
  bool is_busy = false;
  while (true) {
    const std::span<const epoll_event> events = poller.wait(is_busy ? std::chrono::milliseconds(0) : kTick);
    const Time now = Clock::now();
    bool wants = false;
    {
      const MutexLock lock(mutex);
      if (!turn(events, now)) return;
      is_busy = !turns.empty();
      wants = std::exchange(wants_room, false);
    }
    const bool has_room = wants && all.make_room(now);
    is_busy = is_busy || has_room;
    rest_from_listening(wants && !has_room);
    const size_t most = options.max_buffered;
    const bool is_tick = number == 0 && now >= next_look;
    if (is_tick) next_look = now + kTick;
    if (all.buffered > most || (is_tick && all.buffered > most / 2)) all.limit_buffers(now);
    if (is_tick && now >= next_report) {
      all.report();
      next_report = now + kBetweenReports;
    }
  }
}

// Nobody can be let in, so whoever waits would wake the loop for nothing; each turn tries once.
void Listener::Loop::rest_from_listening(bool rests) {
  if (rests == rests_from_listening) return;
  const MutexLock lock(mutex);
  if (listening.is_open()) poller.change(listening.get(), kListening, rests ? 0U : uint32_t{EPOLLIN});
  rests_from_listening = rests;
}

bool Listener::Loop::turn(std::span<const epoll_event> events, Time now) {
  if (at_the_door || rests_from_listening) accept_some();
  for (const epoll_event& event : events) {
    const uint64_t id = event.data.u64;
    if (id == kListening) {
      accept_some();
    } else if (Connection* connection = connections.find(id)) {
      on_event(id, *connection, event.events);
    }
  }
  take_results();
  take_turns();
  if (now >= next_tick) {
    expire(now);
    next_tick = now + kTick;
  }
  tell_buffered();
  all.queued = all.workers->waiting();
  return !all.stopping || !stop_step(now);
}

void Listener::Loop::tell_buffered() {
  all.buffered += connections.buffered() - told_buffered;
  told_buffered = connections.buffered();
}

// So many that those who are in already don't wait long.
bool Listener::Loop::accept_some() {
  for (int i = 0; i < kAcceptAtOnce; ++i) {
    if (!at_the_door) {
      Accepted accepted = accept_from(listening);
      if (!accepted.socket.is_open()) {
        // Tried again at the next wake-up: the one that waits keeps the listening socket ready.
        wants_room = wants_room || accepted.out_of_files;
        return false;
      }
      if (!all.admission.open(accepted.peer)) {
        ++all.turned_away;
        continue;
      }
      at_the_door = std::move(accepted);
    }
    if (!all.enter()) {
      wants_room = true;
      return false;
    }
    add(std::move(*at_the_door));
    at_the_door.reset();
  }
  return true;
}

void Listener::Loop::add(Accepted accepted) {
  ++all.accepted;
  Connection connection;
  connection.socket = std::move(accepted.socket);
  connection.peer = accepted.peer;
  connection.payer = all.admission.payer(accepted.peer);
  connection.since = Clock::now();
  connection.deadline = connection.since + options.request_timeout;
  connection.watched = EPOLLIN;
  const int fd = connection.socket.get();
  poller.add(fd, connections.add(std::move(connection)), EPOLLIN);
}

void Listener::Loop::expire(Time now) {
  for (const uint64_t id : connections.late(now)) {
    Connection& connection = *connections.find(id);
    const bool is_idle = connection.is_idle();
    const Time idle_until = connection.since + options.idle_timeout;
    if (connection.state == State::reading && !is_idle) {
      refuse_unread(id, connection, 408);
    } else if (!connection.is_taken()) {
      if (connection.is_taking(options.least_taken, options.take_timeout, now)) continue;
      ++all.not_taken;
      drop(id, connection);
    } else if (is_idle && connection.handed > 0 && now < idle_until) {
      connection.deadline = idle_until;
    } else {
      connections.close(id);
    }
  }
}

void Listener::Loop::drop(uint64_t id, const Connection& connection) {
  if (!connection.is_taken()) forget_unsent(connection.socket);
  connections.close(id);
}

bool Listener::Loop::stop_step(Time now) {
  if (!passes_over) pass_over_new_clients(listening);
  passes_over = true;
  if (listening.is_open() && now > all.stop_began + kTick) {
    while (accept_some()) continue;  // who was let in by the system before is a client like the others
    if (!at_the_door) listening = Descriptor();
  }
  if (now > all.stop_began + options.last_chance) {
    for (const uint64_t id : connections.idle()) connections.close(id);
  }
  return (connections.empty() && !listening.is_open()) || now > all.stop_deadline;
}

}  // namespace signpost
