// url_policy.cc - which URLs may stand in a page, and how they are written there.
// Tested by tests/unit/content/url_policy_test.cc.
#include "content/url_policy.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/percent.h"

namespace signpost {
namespace {

// As the URL standard does first of all: C0 controls and space at the ends go, tabs and line ends anywhere.
std::string cleaned(std::string_view url) {
  const auto is_edge = [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; };
  while (!url.empty() && is_edge(url.front())) url.remove_prefix(1);
  while (!url.empty() && is_edge(url.back())) url.remove_suffix(1);
  std::string out;
  out.reserve(url.size());
  for (const char c : url) {
    if (c != '\t' && c != '\n' && c != '\r') out += c;
  }
  return out;
}

// Lower case without control characters and spaces, as the most lenient reader would see the scheme.
std::string scheme_word(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > 0x20 && c != 0x7F) out += lower(c);
  }
  return out;
}

// data:image/png;base64,... of the picture types that can't carry a script.
bool is_picture_data(std::string_view url) {
  constexpr std::array<std::string_view, 5> kTypes = {"image/png", "image/jpeg", "image/jpg", "image/gif",
                                                      "image/webp"};
  const std::string_view rest = url.substr(url.find(':') + 1);
  const size_t comma = rest.find(',');
  if (comma == std::string_view::npos) return false;
  const std::string head = scheme_word(rest.substr(0, comma));
  const bool known = std::any_of(kTypes.begin(), kTypes.end(), [&](std::string_view type) {
    return head == std::string(type) + ";base64";
  });
  const std::string_view body = rest.substr(comma + 1);
  return known && std::all_of(body.begin(), body.end(), [](char c) {
           return is_alnum(c) || c == '+' || c == '/' || c == '=' || c == '%';
         });
}

bool is_slash(char c) { return c == '/' || c == '\\'; }

UrlKind kind_of(std::string_view url, Trust trust, UrlUse use) {
  if (url.empty()) return UrlKind::relative;
  if (url[0] == '#') return UrlKind::fragment;
  const size_t stop = std::min(url.find_first_of("/\\?#"), url.size());
  const size_t colon = url.substr(0, stop).find(':');
  if (colon == std::string_view::npos) {
    if (url.size() > 1 && is_slash(url[0]) && is_slash(url[1])) return UrlKind::external;
    return is_slash(url[0]) ? UrlKind::path : UrlKind::relative;
  }
  const std::string scheme = scheme_word(url.substr(0, colon));
  if (scheme.size() != colon) return UrlKind::blocked;  // has what only some readers pass over
  // "https:a" is relative to an https page and a host to others.
  if (scheme == "http" || scheme == "https") {
    const bool has_host = url.size() > colon + 2 && is_slash(url[colon + 1]) && is_slash(url[colon + 2]);
    return has_host ? UrlKind::external : UrlKind::blocked;
  }
  if (use == UrlUse::link && scheme == "mailto") return UrlKind::contact;
  if (use == UrlUse::link && scheme == "tel" && trust == Trust::company) return UrlKind::contact;
  if (use == UrlUse::image && scheme == "data" && trust == Trust::company && is_picture_data(url)) {
    return UrlKind::data;
  }
  return UrlKind::blocked;
}

// 0: percent-encode, 1: as it is, 2: escape for HTML.
constexpr std::array<char, 128> make_url_table() {
  std::array<char, 128> table{};
  for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                       "-_.+!*(),%#@?=;:/$~")) {
    table[static_cast<unsigned char>(c)] = 1;
  }
  table['&'] = 2;
  table['\''] = 2;
  return table;
}

}  // namespace

Url check_url(std::string_view url, Trust trust, UrlUse use) {
  Url result;
  result.text = cleaned(url);
  result.kind = kind_of(result.text, trust, use);
  if (result.kind == UrlKind::blocked) result.text.clear();
  // To browsers "\\" is "/" here; written as one, nobody can read it in another way.
  if (result.kind == UrlKind::path || result.kind == UrlKind::external) {
    const size_t stop = std::min(result.text.find_first_of("?#"), result.text.size());
    std::replace(result.text.begin(), result.text.begin() + static_cast<std::ptrdiff_t>(stop), '\\', '/');
  }
  return result;
}

void append_url_attribute(std::string& html, std::string_view url) {
  constexpr std::array<char, 128> kTable = make_url_table();
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    const char action = byte < 128 ? kTable[byte] : '\0';
    if (action == 1) {
      html += c;
    } else if (action == 0) {
      append_percent(html, byte);
    } else {
      html += c == '&' ? "&amp;" : "&#x27;";
    }
  }
}

}  // namespace signpost
