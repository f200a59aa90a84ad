// poller.cc - see poller.h.
#include "net/poller.h"

#include <sys/eventfd.h>

#include <algorithm>

#include "base/error.h"

namespace signpost {
namespace {

constexpr uint64_t kWake = UINT64_MAX;

}  // namespace

Poller::Poller() : epoll_(epoll_create1(EPOLL_CLOEXEC)), wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (!epoll_.is_open() || !wake_.is_open())
    throw Error(ErrorKind::io, "the system gives no more descriptors");
  // Told of each call of wake() once, so that nobody has to read what it wrote.
  add(wake_.get(), kWake, EPOLLIN | EPOLLET);
}

std::span<const epoll_event> Poller::wait(std::chrono::milliseconds time) {
  const int count = epoll_wait(epoll_.get(), events_, kBatch, static_cast<int>(time.count()));
  epoll_event* const end = std::remove_if(events_, events_ + std::max(count, 0),
                                          [](const epoll_event& event) { return event.data.u64 == kWake; });
  return {events_, end};
}

void Poller::wake() { eventfd_write(wake_.get(), 1); }

void Poller::control(int operation, int fd, uint64_t id, uint32_t events) {
  epoll_event event{};
  event.events = events;
  event.data.u64 = id;
  epoll_ctl(epoll_.get(), operation, fd, &event);
}

}  // namespace signpost
