// delivery_settings.h - where requests go, as the file of signpost-serve --deliveries has it. It holds
// secrets, so it is not site.yaml, which travels with the articles. Tested by
// tests/unit/delivery/delivery_settings_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "delivery/body_template.h"
#include "delivery/mail_message.h"
#include "net/address_gate.h"
#include "store/outbox_table.h"

namespace signpost {

struct WebhookTarget {
  std::string url;                                           // http or https
  std::vector<std::string> keys;                             // each signs; none only with a body of its own
  std::vector<std::pair<std::string, std::string>> headers;  // values may have places for id, kind and code
  std::optional<BodyTemplate> body;                          // nullopt: a CloudEvent
};

struct MailTarget {
  std::string url;  // smtp or smtps
  bool starttls = true;
  std::string user;  // "" for nobody
  std::string password;
  MailAddress from;
  std::vector<std::string> to;
  bool to_customer = false;  // what staff answer goes to who sent the request, and nothing to anybody else
};

struct Delivery {
  std::string id;  // letters and digits of ASCII, '-', '_' and '.'
  std::vector<EventKind> kinds;
  // What is unencrypted goes to listed networks only.
  AddressGate gate;
  std::string ca_file;  // "" for the system's
  std::variant<WebhookTarget, MailTarget> target;
};

inline constexpr size_t kMaxDeliveries = 16;  // each has a thread of its own

// `path` is for messages, and names of other files count from its folder; those are read too. Throws
// Error{corrupt} that names every fault with file and line, and no secret.
std::vector<Delivery> parse_deliveries(std::string_view yaml, const std::string& path);
std::vector<Delivery> read_deliveries(const std::string& path);

// What the outbox has to know of them.
std::vector<Subscription> subscriptions_of(const std::vector<Delivery>& deliveries);

}  // namespace signpost
