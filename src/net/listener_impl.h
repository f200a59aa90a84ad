// listener_impl.h - what a listener's loops share, and what is done for all of them together. For listener.cc
// and the loops (listener_loop.h) alone. Tested by tests/unit/net/limits_test.cc and loops_test.cc.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <thread>
#include <vector>

#include "base/mutex.h"
#include "net/connections.h"
#include "net/listener.h"

namespace signpost {

struct Listener::Impl {
  using Time = Connection::Time;

  Impl(ListenerOptions given, Exchanger exchanges);

  // False when there are as many connections as there may be. A true one is to be followed by leave().
  bool enter();
  void leave(const Connection& closing);
  // Closes connections for others, whichever loop has them. The caller has no loop's lock. False when none
  // could go.
  bool make_room(Time now);
  void limit_buffers(Time now);
  bool cut_off(const std::vector<uint64_t>& ids);
  std::vector<Held> held(Time now);
  void count_refusal(int status) EXCLUDES(refused_mutex);
  void report() EXCLUDES(refused_mutex);

  const ListenerOptions options;
  const Exchanger exchanger;
  Descriptor listening;  // until the loops have it
  const int port;
  const size_t max_connections;
  Admission admission;
  std::atomic<bool> told_of_proxy{false};
  Mutex refused_mutex;
  std::map<int, uint64_t> refused GUARDED_BY(refused_mutex);  // since the last report, by status

  std::atomic<bool> stopping{false};
  Time stop_began;
  Time stop_deadline;
  std::vector<std::unique_ptr<Loop>> loops;
  std::unique_ptr<Workers> workers;
  std::vector<std::thread> threads;

  std::atomic<size_t> connections{0};
  std::atomic<size_t> queued{0};
  std::atomic<size_t> buffered{0};
  std::atomic<uint64_t> accepted{0};
  std::atomic<uint64_t> turned_away{0};
  std::atomic<uint64_t> cut_off_count{0};
  std::atomic<uint64_t> given_at_once{0};
  std::atomic<uint64_t> not_taken{0};
};

}  // namespace signpost
