// send_event.h - one attempt to tell another system of one event, and what became of it.
// Tested by tests/unit/delivery/send_event_test.cc.
#pragma once

#include <atomic>
#include <chrono>
#include <string>

#include "delivery/delivery_settings.h"
#include "delivery/event_message.h"
#include "net/http_client.h"

namespace signpost {

enum class Attempt {
  delivered,
  failed,
  refused,  // 410 Gone: nobody wants it there any more
  cancelled
};

struct AttemptResult {
  Attempt attempt = Attempt::delivered;
  // "answered 500": in words of ours alone, since what the other side says may repeat a visitor's.
  std::string failure;
  // It says nothing of this event, but of the other side: it is not there, busy or broken.
  bool is_other_side = false;
  std::chrono::seconds retry_after{0};
};

inline constexpr std::chrono::seconds kAttemptDeadline{20};

// Blocks. `now`: seconds since 1970, which the signature holds. Once `cancelled` it ends within a second.
AttemptResult send_event(const Delivery& delivery, const EventMessage& message, const HttpClient& client,
                         int64_t now, const std::atomic<bool>& cancelled);

}  // namespace signpost
