// old_addresses.h - old addresses and the pages that stand for them, from the settings of other tools:
// mdBook's book.toml, mkdocs-redirects in mkdocs.yml, Mintlify's docs.json and mint.json. Tested by
// tests/unit/content/old_addresses_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

struct OldAddress {
  std::vector<std::string> addresses;  // URL paths, without '/' at the end
  std::string target;                  // path of the page as the tool writes it, "new.html" or "a/new.md"
  bool operator==(const OldAddress&) const = default;
};

// True for the name of a file that read_old_addresses() reads.
bool is_old_addresses_name(std::string_view name);

// Patterns, and targets on other sites, are passed over. What can't be read has none.
std::vector<OldAddress> read_old_addresses(std::string_view name, std::string_view text);

}  // namespace signpost
