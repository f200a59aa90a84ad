// patient_server.h - what tests of servers share: times that only pass where a test is about them, and a
// plain refusal.
#pragma once

#include <chrono>
#include <string>

#include "http/listener.h"
#include "http/message.h"

namespace signpost::testing {

inline ListenerOptions patient_options() {
  ListenerOptions options;
  options.threads = 2;
  options.request_timeout = std::chrono::minutes(10);
  options.idle_timeout = std::chrono::minutes(10);
  return options;
}

inline Response refuse(int status, std::chrono::seconds retry_after, const Request*) {
  Response response = text_response(status, "refused");
  if (retry_after.count() > 0)
    response.headers.emplace_back("Retry-After", std::to_string(retry_after.count()));
  return response;
}

}  // namespace signpost::testing
