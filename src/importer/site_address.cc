// site_address.cc - only what can't be misread passes: the address goes into file names and links.
#include "importer/site_address.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/url_policy.h"

namespace signpost {
namespace {

bool is_host(std::string_view text) {
  if (text.empty() || !is_alnum(text.front()) || !is_alnum(text.back())) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_alnum(c) || c == '.' || c == '-' || c == ':'; });
}

bool is_path(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return is_alnum(c) || std::string_view("/-._~").find(c) != std::string_view::npos;
  });
}

// Where a scheme ends that isn't one of a Windows path or of a word with a colon behind a slash.
bool has_scheme(std::string_view url) {
  const size_t colon = url.find(':');
  return colon != std::string_view::npos && colon < url.find_first_of("/?#");
}

}  // namespace

std::optional<SiteAddress> SiteAddress::parse(std::string_view url) {
  const size_t slashes = url.find("://");
  if (slashes == std::string_view::npos) return std::nullopt;
  const std::string scheme = lower_case(url.substr(0, slashes));
  if (scheme != "http" && scheme != "https") return std::nullopt;
  std::string_view rest = url.substr(slashes + 3);
  while (!rest.empty() && rest.back() == '/') rest.remove_suffix(1);
  const size_t slash = std::min(rest.find('/'), rest.size());
  const std::string host = lower_case(rest.substr(0, slash));
  const std::string_view path = rest.substr(slash);
  if (!is_host(host) || !is_path(path)) return std::nullopt;
  SiteAddress site;
  site.origin_ = scheme + "://" + host;
  site.url_ = site.origin_ + std::string(path);
  for (const char c : lower_case(host + std::string(path))) {
    site.key_ += is_alnum(c) || c == '.' || c == '_' || c == '-' ? c : '-';
  }
  return site;
}

std::optional<SiteAddress> SiteAddress::from_folder(std::string_view folder) {
  while (!folder.empty() && folder.back() == '/') folder.remove_suffix(1);
  const std::string_view name = folder.substr(folder.find_last_of('/') + 1);  // npos + 1 is 0
  const bool like_host =
      name.find('.') != std::string_view::npos && name.find(':') == std::string_view::npos && is_host(name);
  return like_host ? parse("https://" + std::string(name)) : std::nullopt;
}

std::optional<std::string> SiteAddress::resolve(std::string_view href) const {
  const Url url = check_url(href, Trust::stranger, UrlUse::link);
  switch (url.kind) {
    case UrlKind::external:
      return url.text.compare(0, 2, "//") == 0 ? "https:" + url.text : url.text;
    case UrlKind::contact:
      return url.text;
    case UrlKind::path:
      return origin_ + url.text;
    case UrlKind::relative:
      if (url.text.empty() || has_scheme(url.text)) return std::nullopt;
      return url_ + "/" + url.text;
    case UrlKind::fragment:
    case UrlKind::blocked:
    case UrlKind::data:
      break;
  }
  return std::nullopt;
}

}  // namespace signpost
