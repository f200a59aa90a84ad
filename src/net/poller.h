// poller.h - waits for many descriptors at once (epoll), and can be woken from another thread.
// Tested by tests/unit/net/server_test.cc.
#pragma once

#include <sys/epoll.h>

#include <chrono>
#include <cstdint>
#include <span>

#include "net/socket.h"

namespace signpost {

class Poller {
 public:
  // Throws Error{io}.
  Poller();

  // `events` as in epoll_ctl(2); `id` comes back with them. UINT64_MAX is taken.
  void add(int fd, uint64_t id, uint32_t events) { control(EPOLL_CTL_ADD, fd, id, events); }
  void change(int fd, uint64_t id, uint32_t events) { control(EPOLL_CTL_MOD, fd, id, events); }
  void remove(int fd) { control(EPOLL_CTL_DEL, fd, 0, 0); }

  // What has happened, with the number in `data.u64`, until the next call: at once, after wake() or when the
  // time is over. For one thread.
  std::span<const epoll_event> wait(std::chrono::milliseconds time);
  // From any thread.
  void wake();

 private:
  void control(int operation, int fd, uint64_t id, uint32_t events);

  static constexpr int kBatch = 256;

  Descriptor epoll_;
  Descriptor wake_;
  epoll_event events_[kBatch];
};

}  // namespace signpost
