// listener_loop.h - what one of the threads that watch sockets has and does: listener_loop.cc has whom it
// lets in, and how long, listener_exchange.cc how one connection is read, answered and written to. Tested by
// tests/unit/net/server_test.cc, protocol_test.cc, limits_test.cc, loops_test.cc and untaken_answers_test.cc.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/mutex.h"
#include "net/connections.h"
#include "net/listener_impl.h"
#include "net/poller.h"

namespace signpost {

// It holds its lock while it works on what happened, and not while it waits: then others may take connections
// from it.
struct Listener::Loop {
  using Time = Connection::Time;

  // Number `index` of so many `loops`.
  Loop(Impl& listener, size_t index, size_t loops, Descriptor socket);

  void run();
  // False when all has ended.
  bool turn(std::span<const epoll_event> events, Time now) REQUIRES(mutex);
  void rest_from_listening(bool rests) EXCLUDES(mutex);
  void tell_buffered() REQUIRES(mutex);
  // False when nobody who waits can be let in now.
  bool accept_some() REQUIRES(mutex);
  void add(Accepted accepted) REQUIRES(mutex);
  void expire(Time now) REQUIRES(mutex);
  // Closes it; of what the client has not taken nothing is kept, in the system neither.
  void drop(uint64_t id, const Connection& connection) REQUIRES(mutex);
  // True when all has ended.
  bool stop_step(Time now) REQUIRES(mutex);

  void on_event(uint64_t id, Connection& connection, uint32_t events) REQUIRES(mutex);
  void read_some(uint64_t id, Connection& connection) REQUIRES(mutex);
  void drop_some(uint64_t id, Connection& connection) REQUIRES(mutex);
  void advance(uint64_t id, Connection& connection) REQUIRES(mutex);
  static void invite_body(Connection& connection);
  void take_turns() REQUIRES(mutex);
  void take_request(uint64_t id, Connection& connection) REQUIRES(mutex);
  void refuse(uint64_t id, Connection& connection, int status, std::chrono::seconds retry_after = {},
              const Request* request = nullptr) REQUIRES(mutex);
  // What can't be read, or did not come to its end in time.
  void refuse_unread(uint64_t id, Connection& connection, int status) REQUIRES(mutex);
  bool give_ready(uint64_t id, Connection& connection, const Request& request) REQUIRES(mutex);
  void take_results() REQUIRES(mutex);
  // `sent` bytes are on their way already.
  void begin_output(uint64_t id, Connection& connection, Exchange output, size_t sent = 0) REQUIRES(mutex);
  void write_some(uint64_t id, Connection& connection) REQUIRES(mutex);
  void end_output(uint64_t id, Connection& connection) REQUIRES(mutex);
  void end_input(uint64_t id, Connection& connection) REQUIRES(mutex);
  void watch(uint64_t id, Connection& connection, uint32_t events);

  Impl& all;
  const ListenerOptions& options;
  const Exchanger& exchanger;
  const size_t number;
  Poller poller;
  Mutex mutex;
  Descriptor listening GUARDED_BY(mutex);
  Connections connections GUARDED_BY(mutex);
  std::string input GUARDED_BY(mutex);  // one for all: only what is left of it is kept with its connection
  std::vector<uint64_t> turns GUARDED_BY(mutex);          // have had their share, and go on after the others
  std::optional<Accepted> at_the_door GUARDED_BY(mutex);  // comes in when there is room
  bool wants_room GUARDED_BY(mutex) = false;
  size_t told_buffered GUARDED_BY(mutex) = 0;  // this loop's part of what all have
  Time next_tick GUARDED_BY(mutex);
  bool passes_over GUARDED_BY(mutex) = false;
  bool rests_from_listening = false;  // its own thread's
  // The first loop looks after what is of all.
  Time next_look;
  Time next_report;
};

}  // namespace signpost
