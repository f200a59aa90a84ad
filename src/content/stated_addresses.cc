// stated_addresses.cc - see stated_addresses.h.
// Tested by tests/unit/content/stated_addresses_test.cc.
#include "content/stated_addresses.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/ascii.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "content/redirects.h"

namespace signpost {
namespace {

// Of a permalink a ':' makes a pattern, "/:year/:title/"; a slug has no patterns: "Web/CSS/:disabled".
bool can_be_address(std::string_view key, std::string_view path) {
  return !path.empty() && path.find_first_of("\\*<>\"{}") == std::string_view::npos &&
         (key == "slug" || path.find(':') == std::string_view::npos) &&
         path.find("//") == std::string_view::npos && first_invalid_utf8(path) == std::string_view::npos &&
         std::none_of(path.begin(), path.end(),
                      [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

}  // namespace

bool is_left_out_of_addresses(std::string_view folder) {
  if (is_one_of(folder,
                {"content", "docs", "doc", "src", "pages", "site", "website", "source", "book", "help"}))
    return true;
  const bool letters = std::all_of(
      folder.begin(), folder.begin() + static_cast<ptrdiff_t>(std::min<size_t>(2, folder.size())), is_letter);
  return letters && (folder.size() == 2 || (folder.size() == 5 && (folder[2] == '-' || folder[2] == '_')));
}

bool is_address_key(std::string_view key) { return is_one_of(key, {"permalink", "url", "slug"}); }

std::optional<std::string> stated_address(std::string_view key, std::string_view value) {
  std::string address(trimmed(value));
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (address.starts_with(scheme))
      address.erase(0, std::min(address.find('/', scheme.size()), address.size()));
  }
  address.resize(std::min(address.find_first_of("?#"), address.size()));
  address = percent_decode(address);
  if (address.starts_with("./")) address.erase(0, 2);
  address = std::string(without_last_slash(address));
  if (address == "/") return "";
  if (!can_be_address(key, address) || address.find("..") != std::string::npos) return std::nullopt;
  if (key == "slug" || address.front() == '/') return address;
  // "pretty" and "date" are styles of Jekyll's.
  if (address.find('/') == std::string::npos && address.find('.') == std::string::npos &&
      !value.ends_with('/'))
    return std::nullopt;
  return "/" + address;
}

std::vector<std::string> addresses_of(std::string_view path, const std::vector<std::string>& stated) {
  std::vector<std::string> all;
  std::unordered_set<std::string> seen;
  const auto add = [&](std::string address) {
    if (seen.insert(address).second) all.push_back(std::move(address));
  };
  const size_t slash = path.rfind('/') + 1;  // npos + 1 is 0
  std::string_view folder = path.substr(0, slash);
  const std::string name = lower_case(path.substr(slash));
  const bool is_index =
      name.starts_with("index.") || name.starts_with("_index.") || name.starts_with("readme.");
  if (is_index && !folder.empty())
    folder = folder.substr(0, folder.substr(0, folder.size() - 1).rfind('/') + 1);
  for (const std::string& address : stated) {
    if (address.empty()) continue;
    if (address.front() == '/') {
      add(address);
      continue;
    }
    for (std::string_view rest = folder;;) {
      add("/" + std::string(rest) + address);
      const size_t end = rest.find('/');
      if (end == std::string_view::npos || !is_left_out_of_addresses(rest.substr(0, end))) break;
      rest.remove_prefix(end + 1);
    }
    if (address.find('/') != std::string::npos) add("/" + address);
  }
  return all;
}

}  // namespace signpost
