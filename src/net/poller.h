// poller.h - waits for many descriptors at once (epoll), and can be woken from another thread.
// Tested by tests/unit/net/server_test.cc.
#pragma once

#include <sys/epoll.h>

#include <chrono>
#include <cstdint>
#include <functional>

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

  // Hands over what has happened; returns after that, after wake() or when the time is over.
  void wait(std::chrono::milliseconds time,
            const std::function<void(uint64_t id, uint32_t events)>& on_event);
  // From any thread.
  void wake();

 private:
  void control(int operation, int fd, uint64_t id, uint32_t events);

  Descriptor epoll_;
  Descriptor wake_;
};

}  // namespace signpost
