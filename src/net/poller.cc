// poller.cc - see poller.h.
#include "net/poller.h"

#include <sys/eventfd.h>

#include "base/error.h"

namespace signpost {
namespace {

constexpr uint64_t kWake = UINT64_MAX;
constexpr int kBatch = 256;

}  // namespace

Poller::Poller() : epoll_(epoll_create1(EPOLL_CLOEXEC)), wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (!epoll_.is_open() || !wake_.is_open())
    throw Error(ErrorKind::io, "the system gives no more descriptors");
  add(wake_.get(), kWake, EPOLLIN);
}

void Poller::wait(std::chrono::milliseconds time, const std::function<void(uint64_t, uint32_t)>& on_event) {
  epoll_event events[kBatch];
  const int count = epoll_wait(epoll_.get(), events, kBatch, static_cast<int>(time.count()));
  for (int i = 0; i < count; ++i) {
    if (events[i].data.u64 == kWake) {
      eventfd_t ignored;
      eventfd_read(wake_.get(), &ignored);
    } else {
      on_event(events[i].data.u64, events[i].events);
    }
  }
}

void Poller::wake() { eventfd_write(wake_.get(), 1); }

void Poller::control(int operation, int fd, uint64_t id, uint32_t events) {
  epoll_event event{};
  event.events = events;
  event.data.u64 = id;
  epoll_ctl(epoll_.get(), operation, fd, &event);
}

}  // namespace signpost
