// inotify_events.h - what an inotify descriptor has to tell, one event after the other.
// Tested by tests/unit/service/current_watch_test.cc, and tests/unit/indexer/source_watch_test.cc.
#pragma once

#include <sys/inotify.h>
#include <unistd.h>

#include <string_view>

namespace signpost {

// Calls use(event, name) for all that have come; `name` is "" where the event is about the watched file
// itself. The descriptor does not block (IN_NONBLOCK).
template <typename Use>
void each_inotify_event(int fd, Use use) {
  alignas(inotify_event) char buffer[16 * 1024];
  for (;;) {
    const ssize_t got = ::read(fd, buffer, sizeof buffer);
    if (got <= 0) return;
    for (ssize_t at = 0; at < got;) {
      const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
      at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
      // The system fills the name up with zeros.
      use(*event, event->len == 0 ? std::string_view() : std::string_view(event->name));
    }
  }
}

}  // namespace signpost
