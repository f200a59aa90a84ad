// listener_impl.h - what the thread that watches the sockets has and does. For listener.cc (whom it lets in,
// how long, and who makes room) and listener_exchange.cc (how one connection is read, answered and written
// to) alone. Tested by tests/unit/net/server_test.cc, protocol_test.cc, limits_test.cc and
// untaken_answers_test.cc.
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "net/connections.h"
#include "net/listener.h"
#include "net/poller.h"

namespace signpost {

struct Listener::Impl {
  using Time = Connection::Time;

  Impl(ListenerOptions given, Exchanger exchanges);

  void run();
  // False when nobody waits to be let in.
  bool accept_some();
  void add(Accepted accepted);
  void expire(Time now);
  // Closes it; of what the client has not taken nothing is kept, in the system neither.
  void drop(uint64_t id, const Connection& connection);
  void cut_off(const std::vector<uint64_t>& ids);
  void make_room();
  void limit_buffers(Time now, bool is_tick);
  void report(Time now);
  // True when all has ended.
  bool stop_step(Time now);

  void on_event(uint64_t id, Connection& connection, uint32_t events);
  void read_some(uint64_t id, Connection& connection);
  void drop_some(uint64_t id, Connection& connection);
  void advance(uint64_t id, Connection& connection);
  void take_request(uint64_t id, Connection& connection);
  void refuse(uint64_t id, Connection& connection, int status, std::chrono::seconds retry_after = {},
              const Request* request = nullptr);
  void take_results();
  // `sent` bytes are on their way already.
  void begin_output(uint64_t id, Connection& connection, Exchange output, size_t sent = 0);
  void write_some(uint64_t id, Connection& connection);
  void end_output(uint64_t id, Connection& connection);
  void end_input(uint64_t id, Connection& connection);
  void watch(uint64_t id, Connection& connection, uint32_t events);

  const ListenerOptions options;
  const Exchanger exchanger;
  Descriptor listening;
  const int port;
  Poller poller;
  const size_t max_connections;
  Admission admission;
  Connections connections;
  std::string input;  // one for all: only what is left of it is kept with its connection
  bool told_of_proxy = false;
  Time next_tick;
  std::map<int, uint64_t> refused;  // since the last report, by status
  Time next_report;

  std::atomic<bool> stopping{false};
  bool passes_over = false;
  Time stop_began;
  Time stop_deadline;
  std::unique_ptr<Workers> workers;
  std::thread thread;

  // For stats(), written by the epoll thread.
  std::atomic<size_t> connection_count{0};
  std::atomic<size_t> queued{0};
  std::atomic<size_t> buffered{0};
  std::atomic<uint64_t> accepted_count{0};
  std::atomic<uint64_t> turned_away_count{0};
  std::atomic<uint64_t> cut_off_count{0};
  std::atomic<uint64_t> not_taken_count{0};
};

}  // namespace signpost
