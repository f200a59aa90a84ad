// contact_settings.cc - see contact_settings.h.
#include "content/contact_settings.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/percent.h"
#include "content/ids.h"
#include "content/url_policy.h"

namespace signpost {
namespace {

constexpr std::string_view kChannelKinds[] = {"form", "email", "chat", "phone", "video", "message", "link"};
constexpr size_t kMinDigits = 3;   // of a number that can be called
constexpr size_t kMaxDigits = 15;  // E.164

bool is_mail_part(std::string_view part) {
  return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) {
    return is_alnum(c) || std::string_view("!#$%&'*+-./=?^_`{|}~").find(c) != std::string_view::npos;
  });
}

}  // namespace

std::string_view to_string(ChannelKind kind) { return kChannelKinds[static_cast<size_t>(kind)]; }

std::optional<ChannelKind> parse_channel_kind(std::string_view word) {
  const auto found = std::find(std::begin(kChannelKinds), std::end(kChannelKinds), word);
  if (found == std::end(kChannelKinds)) return std::nullopt;
  return static_cast<ChannelKind>(found - std::begin(kChannelKinds));
}

bool takes_messages(ChannelKind kind) {
  return kind == ChannelKind::form || kind == ChannelKind::email || kind == ChannelKind::message;
}

const Channel* find_channel(const ContactSettings& settings, std::string_view id) {
  const auto found = std::find_if(settings.channels.begin(), settings.channels.end(),
                                  [id](const Channel& channel) { return channel.id == id; });
  return found == settings.channels.end() ? nullptr : &*found;
}

std::string address_for(const Channel& channel, std::string_view lang) {
  const std::string* address = for_language(channel.addresses, lang);
  return address == nullptr ? std::string() : *address;
}

std::optional<AddressKind> address_kind(std::string_view address) {
  if (is_valid_id(address)) return AddressKind::id;
  switch (check_url(address, Trust::company, UrlUse::link).kind) {
    case UrlKind::external:
    case UrlKind::contact:
      return AddressKind::url;
    case UrlKind::path:
      return AddressKind::path;
    default:
      return std::nullopt;
  }
}

std::optional<std::string> mail_url(std::string_view address) {
  const size_t at = address.find('@');
  if (at == std::string_view::npos || !is_mail_part(address.substr(0, at))) return std::nullopt;
  const std::string_view host = address.substr(at + 1);
  const bool is_host = !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return is_alnum(c) || c == '-' || c == '.';
  });
  if (!is_host) return std::nullopt;
  return "mailto:" + percent_encode(address.substr(0, at)) + "@" + std::string(host);
}

std::optional<std::string> telephone_url(std::string_view number) {
  std::string url = "tel:";
  if (number.starts_with('+')) {
    url += '+';
    number.remove_prefix(1);
  }
  size_t digits = 0;
  for (const char c : number) {
    if (is_digit(c)) {
      url += c;
      ++digits;
    } else if (std::string_view(" -./()").find(c) == std::string_view::npos) {
      return std::nullopt;
    }
  }
  if (digits < kMinDigits || digits > kMaxDigits) return std::nullopt;
  return url;
}

}  // namespace signpost
