// origin.cc - see origin.h.
#include "mcp/origin.h"

#include "base/ascii.h"
#include "net/address.h"

namespace signpost {
namespace {

// "https://help.example:8080" of "https://Help.example:8080/path"; "" where there is none.
std::string origin_of(std::string_view url) {
  const size_t begin = url.find("://");
  if (begin == std::string_view::npos) return "";
  return lower_case(url.substr(0, url.find('/', begin + 3)));
}

// "192.0.2.1:8080", "[2001:db8::1]:8080", "localhost", but no name that somebody could have registered.
bool is_unownable_host(std::string_view host) {
  const bool is_ipv6 = host.starts_with('[');
  const size_t end = is_ipv6 ? host.find(']') : host.find(':');
  if (is_ipv6) {
    const std::string_view behind = end == std::string_view::npos ? "x" : host.substr(end + 1);
    return (behind.empty() || behind.starts_with(':')) && parse_address(host.substr(1, end - 1)).has_value();
  }
  const std::string name = lower_case(host.substr(0, end));
  return name == "localhost" || parse_address(name).has_value();
}

}  // namespace

bool may_send_from(std::string_view origin, std::string_view host, std::string_view base_url) {
  if (origin.empty()) return true;
  const std::string sender = origin_of(origin);
  if (sender.empty()) return false;
  if (sender == origin_of(base_url)) return true;
  return is_unownable_host(host) && sender.substr(sender.find("://") + 3) == lower_case(host);
}

}  // namespace signpost
