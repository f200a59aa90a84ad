// patient_server.h - what tests of servers share: times that only pass where a test is about them, a plain
// refusal, and waiting for what comes of itself.
#pragma once

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

#include "net/listener.h"
#include "net/message.h"

namespace signpost::testing {

inline ListenerOptions patient_options() {
  ListenerOptions options;
  options.threads = 2;
  options.loops = 3;  // whatever this machine has: limits are of all together
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

template <typename Condition>
void wait_until(Condition condition) {
  const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > patience) throw std::runtime_error("waited in vain");
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
}

}  // namespace signpost::testing
