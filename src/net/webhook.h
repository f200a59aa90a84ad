// webhook.h - messages that another program has signed, as Standard Webhooks 1.0 has it
// (github.com/standard-webhooks/standard-webhooks): written, and believed only when all of it is right.
// Tested by tests/unit/net/webhook_test.cc, and with its own library by tests/e2e/presence.test.mjs.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/mutex.h"

namespace signpost {

inline constexpr int64_t kWebhookTolerance = 5 * 60;  // seconds between the sender's clock and ours

// What the three headers say: webhook-id, webhook-timestamp, webhook-signature.
struct WebhookHeaders {
  std::string_view id;
  std::string_view timestamp;  // seconds since 1970
  std::string_view signature;  // "v1,BASE64", several with a space between them
};

// The key of "whsec_" and base64 of 24 to 64 bytes; nullopt for anything else.
std::optional<std::string> parse_webhook_secret(std::string_view text);
// The key of each line; blank ones and those that begin with '#' are none. Throws Error{corrupt} that names
// `path` and the line.
std::vector<std::string> parse_webhook_secrets(std::string_view text, const std::string& path);

// "v1,BASE64": of the message's id, time and body under a key.
std::string webhook_signature(std::string_view key, std::string_view id, std::string_view timestamp,
                              std::string_view body);

enum class WebhookVerdict {
  good,
  no_keys,     // nobody may send anything here
  incomplete,  // a header is missing, too long, or no number where it must be one
  untimely,    // the time is too far from ours, or before this began to remember ids
  unsigned_,   // by none of the keys
  replayed,    // the id was there before
  busy         // more ids within the tolerance than are remembered
};

// Believes a message once. Safe to use from many threads.
class WebhookReceiver {
 public:
  // `since`: seconds since 1970. A message from before then may have been taken by somebody who has been
  // restarted since, and is refused. Without keys nothing is believed.
  WebhookReceiver(std::vector<std::string> keys, int64_t since) : since_(since), keys_(std::move(keys)) {}

  // Any of the keys will do, so that a new one can be given out before the old one goes.
  void use_keys(std::vector<std::string> keys) EXCLUDES(mutex_);
  WebhookVerdict receive(const WebhookHeaders& headers, std::string_view body, int64_t now) EXCLUDES(mutex_);
  // What was believed could not be done: the message may come once more.
  void take_back(std::string_view id) EXCLUDES(mutex_);

 private:
  bool is_signed(const WebhookHeaders& headers, std::string_view body) const REQUIRES(mutex_);

  const int64_t since_;
  Mutex mutex_;
  std::vector<std::string> keys_ GUARDED_BY(mutex_);
  // Ids that were believed, by when they can be forgotten, and the same in order.
  std::deque<std::pair<int64_t, std::string>> forget_ GUARDED_BY(mutex_);
  std::set<std::string, std::less<>> seen_ GUARDED_BY(mutex_);
};

}  // namespace signpost
