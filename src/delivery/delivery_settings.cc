// delivery_settings.cc - see delivery_settings.h.
#include "delivery/delivery_settings.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/ascii.h"
#include "base/error.h"
#include "base/file_io.h"
#include "content/yaml_tree.h"
#include "net/webhook.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

constexpr const char* kDeliveryKeys =
    "id, webhook, secrets, headers, body, mail, user, password, password_file, from, to, starttls, events, "
    "allow_networks, ca_file";
constexpr std::string_view kWebhookKeys[] = {"secrets", "headers", "body"};
constexpr std::string_view kMailKeys[] = {"user", "password", "password_file", "from", "to", "starttls"};
constexpr std::string_view kHeaderFields[] = {"id", "kind", "code"};  // one line, and nobody's words
constexpr std::string_view kToCustomer = "customer";
constexpr size_t kMaxIdBytesOfDelivery = 64;

template <size_t N>
bool is_listed(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_visible(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool is_token(std::string_view text) {  // RFC 9110, 5.6.2
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_alnum(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
}

std::string scalar_of(const YAML::Node& node) {
  return node.IsScalar() ? std::string(trimmed(node.Scalar())) : std::string();
}

class DeliveryReader {
 public:
  DeliveryReader(YamlErrors& errors, fs::path folder) : errors_(errors), folder_(std::move(folder)) {}

  // nullopt where anything is wrong.
  std::optional<Delivery> read(const YAML::Node& item) {
    const int before = errors_.count();
    if (!item.IsMap()) {
      errors_.add(item.Mark(), std::string("a delivery must be a map of ") + kDeliveryKeys);
      return std::nullopt;
    }
    find_kind(item);
    for (const auto& entry : item) read_entry(entry.first, entry.second);
    if (errors_.count() == before) check_whole(item.Mark());
    if (errors_.count() != before) return std::nullopt;
    if (is_mail_) {
      delivery_.target = std::move(mail_);
    } else {
      delivery_.target = std::move(webhook_);
    }
    return std::move(delivery_);
  }

 private:
  void find_kind(const YAML::Node& item) {
    bool has_webhook = false;
    for (const auto& entry : item) {
      has_webhook = has_webhook || scalar_of(entry.first) == "webhook";
      is_mail_ = is_mail_ || scalar_of(entry.first) == "mail";
    }
    if (has_webhook == is_mail_)
      errors_.add(item.Mark(), "a delivery needs either 'webhook' or 'mail' with the address to deliver to");
  }

  void read_entry(const YAML::Node& key_node, const YAML::Node& value) {
    const std::string key = scalar_of(key_node);
    if (is_mail_ ? is_listed(kWebhookKeys, key) : is_listed(kMailKeys, key)) {
      return errors_.add(key_node.Mark(),
                         "'" + key + "' is not for a delivery by " + (is_mail_ ? "mail" : "webhook"));
    }
    if (key == "id") return read_id(value);
    if (key == "webhook") return read_webhook(value);
    if (key == "secrets") return read_secrets(value);
    if (key == "headers") return read_headers(value);
    if (key == "body") return read_body(value);
    if (key == "mail") return read_mail(value);
    if (key == "user") return read_word(key, value, mail_.user);
    if (key == "password") return read_word(key, value, mail_.password);
    if (key == "password_file") return read_password_file(value);
    if (key == "from") return read_from(value);
    if (key == "to") return read_to(value);
    if (key == "starttls") return read_starttls(value);
    if (key == "events") return read_events(value);
    if (key == "allow_networks") return read_networks(value);
    if (key == "ca_file") return read_ca_file(value);
    errors_.add(key_node.Mark(), "unknown key '" + key + "' of a delivery; known are " + kDeliveryKeys);
  }

  // One text, or a list of some.
  template <typename Use>
  void each_text(const std::string& key, const YAML::Node& value, const Use& use) {
    const auto take = [&](const YAML::Node& node) {
      const std::string text = scalar_of(node);
      if (text.empty()) return errors_.add(node.Mark(), "'" + key + "' must be a text, or a list of texts");
      use(text, node.Mark());
    };
    if (!value.IsSequence()) return take(value);
    for (const auto& item : value) take(item);
  }

  void read_id(const YAML::Node& value) {
    delivery_.id = scalar_of(value);
    const bool good = !delivery_.id.empty() && delivery_.id.size() <= kMaxIdBytesOfDelivery &&
                      std::all_of(delivery_.id.begin(), delivery_.id.end(),
                                  [](char c) { return is_alnum(c) || c == '-' || c == '_' || c == '.'; });
    if (!good)
      errors_.add(value.Mark(),
                  "the 'id' of a delivery must be 1 to 64 letters and digits of ASCII, '-', '_' and '.'");
  }

  void read_webhook(const YAML::Node& value) {
    webhook_.url = scalar_of(value);
    const bool is_http = webhook_.url.starts_with("http://");
    if ((!is_http && !webhook_.url.starts_with("https://")) || !is_visible(webhook_.url))
      errors_.add(value.Mark(), "'webhook' must be an address that begins with https:// or http://");
    delivery_.gate.only_networks = delivery_.gate.only_networks || is_http;
  }

  void read_secrets(const YAML::Node& value) {
    each_text("secrets", value, [&](const std::string& text, const YAML::Mark& mark) {
      if (auto key = parse_webhook_secret(text)) {
        webhook_.keys.push_back(std::move(*key));
      } else {
        // The text itself is a secret, even where it is a wrong one.
        errors_.add(mark, "a secret must be whsec_ with base64 of 24 to 64 bytes behind it");
      }
    });
  }

  void read_headers(const YAML::Node& value) {
    if (!value.IsMap()) return errors_.add(value.Mark(), "'headers' must be a map from names to values");
    for (const auto& entry : value) {
      const std::string name = scalar_of(entry.first);
      const std::string text = scalar_of(entry.second);
      if (!is_token(name) || text.empty() || !is_visible(text)) {
        errors_.add(entry.first.Mark(), "'headers' must be a map from names to values of visible ASCII");
      } else if (const std::string lower = lower_case(name);
                 lower.starts_with("webhook-") || lower == "content-type" || lower == "content-length" ||
                 lower == "host" || lower == "transfer-encoding") {
        errors_.add(entry.first.Mark(), "the header '" + name + "' is set by the delivery itself");
      } else if (!has_only_header_fields(text)) {
        errors_.add(
            entry.first.Mark(),
            "the header '" + name + "' may have {{id}}, {{kind}} and {{code}} in it, and no other places");
      } else {
        webhook_.headers.emplace_back(name, text);
      }
    }
  }

  static bool has_only_header_fields(const std::string& text) {
    EventFields fields;
    for (const std::string_view name : kHeaderFields) fields.emplace(name, "");
    if (!fault_of_places(text).empty()) return false;
    std::string left = text;
    for (const std::string_view name : kHeaderFields) {
      const std::string place = "{{" + std::string(name) + "}}";
      for (size_t at = 0; (at = left.find(place)) != std::string::npos;) left.erase(at, place.size());
    }
    return left.find("{{") == std::string::npos;
  }

  void read_body(const YAML::Node& value) {
    const std::string name = scalar_of(value);
    if (name == "cloudevents") return;
    with_file("body", value,
              [&](const std::string& bytes, const std::string& path) { webhook_.body.emplace(bytes, path); });
  }

  void read_mail(const YAML::Node& value) {
    mail_.url = scalar_of(value);
    const bool good = mail_.url.starts_with("smtp://") || mail_.url.starts_with("smtps://");
    if (!good || !is_visible(mail_.url) || mail_.url.find('@') != std::string::npos)
      errors_.add(value.Mark(),
                  "'mail' must be an address like smtp://mail.example.com:587 or smtps://mail.example.com, "
                  "with 'user' and 'password' beside it");
  }

  void read_word(const std::string& key, const YAML::Node& value, std::string& out) {
    out = value.IsScalar() ? value.Scalar() : "";
    if (out.empty()) errors_.add(value.Mark(), "'" + key + "' must be a text");
  }

  void read_password_file(const YAML::Node& value) {
    with_file("password_file", value,
              [&](const std::string& bytes, const std::string&) { mail_.password = trimmed(bytes); });
  }

  void read_from(const YAML::Node& value) {
    mail_.from = parse_mail_address(scalar_of(value));
    if (mail_.from.address.empty())
      errors_.add(value.Mark(), "'from' must be like help@example.com or Help <help@example.com>");
  }

  void read_to(const YAML::Node& value) {
    if (scalar_of(value) == kToCustomer) {
      mail_.to_customer = true;
      return;
    }
    each_text("to", value, [&](const std::string& text, const YAML::Mark& mark) {
      const MailAddress address = parse_mail_address(text);
      if (address.address.empty() || !address.name.empty())
        return errors_.add(
            mark, "'to' must be an e-mail address like desk@example.com, a list of them, or customer");
      mail_.to.push_back(text);
    });
  }

  void read_starttls(const YAML::Node& value) {
    const std::string word = scalar_of(value);
    if (word != "required" && word != "none")
      return errors_.add(value.Mark(), "'starttls' must be required or none");
    mail_.starttls = word == "required";
  }

  void read_events(const YAML::Node& value) {
    each_text("events", value, [&](const std::string& text, const YAML::Mark& mark) {
      const auto kind = event_kind_named(text);
      if (!kind || *kind == EventKind::answer_to_customer) return errors_.add(mark, events_fault());
      if (std::find(delivery_.kinds.begin(), delivery_.kinds.end(), *kind) == delivery_.kinds.end())
        delivery_.kinds.push_back(*kind);
    });
  }

  static std::string events_fault() {
    std::string names;
    for (const EventKind kind : kEventKinds) {
      if (kind == EventKind::answer_to_customer) continue;
      names += (names.empty() ? "" : ", ") + std::string(name_of(kind));
    }
    return "'events' must list some of " + names;
  }

  void read_networks(const YAML::Node& value) {
    each_text("allow_networks", value, [&](const std::string& text, const YAML::Mark& mark) {
      if (const auto network = parse_network(text)) {
        delivery_.gate.networks.push_back(*network);
      } else {
        errors_.add(mark,
                    "'" + text + "' of 'allow_networks' is neither an address nor a network like 10.0.0.0/8");
      }
    });
  }

  void read_ca_file(const YAML::Node& value) {
    with_file("ca_file", value,
              [&](const std::string&, const std::string& path) { delivery_.ca_file = path; });
  }

  // Calls use(bytes, path) with a file that is named as seen from this one.
  template <typename Use>
  void with_file(const std::string& key, const YAML::Node& value, const Use& use) {
    const std::string name = scalar_of(value);
    if (name.empty()) return errors_.add(value.Mark(), "'" + key + "' must be the name of a file");
    const std::string path = (folder_ / name).string();
    try {
      use(read_file(path), path);
    } catch (const Error& failure) {
      errors_.add(value.Mark(), "'" + key + "': " + failure.what());
    }
  }

  // What depends on several keys.
  void check_whole(const YAML::Mark& mark) {
    if (delivery_.id.empty()) errors_.add(mark, "a delivery needs an 'id'");
    const bool is_encrypted_later = mail_.url.starts_with("smtp://");
    if (is_mail_) {
      if (mail_.from.address.empty() || (mail_.to.empty() && !mail_.to_customer))
        errors_.add(mark, "a delivery by mail needs 'from' and 'to'");
      if (mail_.user.empty() != mail_.password.empty())
        errors_.add(mark, "'user' and 'password' (or 'password_file') go together");
      delivery_.gate.only_networks = is_encrypted_later && !mail_.starttls;
      // Of smtps the first byte is encrypted already.
      mail_.starttls = is_encrypted_later && mail_.starttls;
    } else if (webhook_.keys.empty() && !webhook_.body) {
      errors_.add(mark, "a delivery by webhook needs 'secrets' to sign with, unless 'body' names a file");
    }
    if (delivery_.gate.only_networks && delivery_.gate.networks.empty())
      errors_.add(mark, "what goes unencrypted needs 'allow_networks' with the network that it goes to");
    settle_kinds(mark);
  }

  // A template opens a ticket; what is told besides, only who understands it wants to hear.
  void settle_kinds(const YAML::Mark& mark) {
    if (mail_.to_customer) {
      if (!delivery_.kinds.empty())
        errors_.add(mark, "what goes to the customer is what staff answer: it has no 'events'");
      delivery_.kinds = {EventKind::answer_to_customer};
      return;
    }
    if (!delivery_.kinds.empty()) return;
    delivery_.kinds = {EventKind::request_received};
    if (is_mail_ || webhook_.body) return;
    for (const EventKind kind : {EventKind::request_state_changed, EventKind::request_answered,
                                 EventKind::request_assigned, EventKind::request_merged})
      delivery_.kinds.push_back(kind);
  }

  YamlErrors& errors_;
  const fs::path folder_;
  bool is_mail_ = false;
  Delivery delivery_;
  WebhookTarget webhook_;
  MailTarget mail_;
};

void read_list(const YAML::Node& root, YamlErrors& errors, const fs::path& folder,
               std::vector<Delivery>& deliveries) {
  const YAML::Node list = root.IsMap() ? root["deliveries"] : YAML::Node();
  if (!root.IsMap() || root.size() != 1 || !list.IsSequence())
    return errors.add(root.Mark(), "must be a map with 'deliveries', a list, and nothing else");
  if (list.size() > kMaxDeliveries)
    return errors.add(list.Mark(), "'deliveries' may have " + std::to_string(kMaxDeliveries) + " entries");
  std::set<std::string> seen;
  for (const auto& item : list) {
    auto delivery = DeliveryReader(errors, folder).read(item);
    if (!delivery) continue;
    if (!seen.insert(delivery->id).second)
      errors.add(item.Mark(), "the delivery '" + delivery->id + "' is listed twice");
    const auto* mail = std::get_if<MailTarget>(&delivery->target);
    if (mail != nullptr && mail->to_customer && !seen.insert("to: customer").second)
      errors.add(item.Mark(), "one delivery goes to the customer, or they would get each answer twice");
    deliveries.push_back(std::move(*delivery));
  }
}

}  // namespace

std::vector<Delivery> parse_deliveries(std::string_view yaml, const std::string& path) {
  std::vector<Delivery> deliveries;
  std::vector<Diagnostic> faults;
  YamlErrors errors(yaml, path, "", faults);
  try {
    const YAML::Node root = load_yaml(yaml);
    read_list(root, errors, fs::path(path).parent_path(), deliveries);
  } catch (const YAML::Exception& wrong) {
    errors.add(wrong.mark, wrong.msg);
  }
  if (faults.empty()) return deliveries;
  std::string all;
  for (const Diagnostic& fault : faults) all += (all.empty() ? "" : "; ") + to_string(fault);
  throw Error(ErrorKind::corrupt, all);
}

std::vector<Delivery> read_deliveries(const std::string& path) {
  return parse_deliveries(read_file(path), path);
}

std::vector<Subscription> subscriptions_of(const std::vector<Delivery>& deliveries) {
  std::vector<Subscription> subscriptions;
  subscriptions.reserve(deliveries.size());
  for (const Delivery& delivery : deliveries) subscriptions.push_back({delivery.id, delivery.kinds});
  return subscriptions;
}

}  // namespace signpost
