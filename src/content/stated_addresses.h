// stated_addresses.h - the URL paths that front matter gives a page under the keys of other tools, so that
// links of those tools, and of the world, still lead to it. Tested by
// tests/unit/content/stated_addresses_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// Folders that stated addresses don't have, because a tool begins to count below them: "docs", "en-US".
bool is_left_out_of_addresses(std::string_view folder);

// `permalink`, `url` and `slug`.
bool is_address_key(std::string_view key);

// What such a key says: a path ("/docs/a"), or of a `slug` words that stand for the file's name ("a", "b/a").
// Without '/' at the end, query and fragment; of a full URL the path. nullopt when it is a pattern of its
// tool ("/:year/:title/"), a style ("pretty") or no address; "" for the top page, which is our own.
std::optional<std::string> stated_address(std::string_view key, std::string_view value);

// The paths that these are for a page from the file `path`: a slug counts from the file's folder (of an index
// file "a/b/index.md" from "a"), with and without the folders that tools keep their pages in, and the
// language's; one with a '/' from the top, too.
std::vector<std::string> addresses_of(std::string_view path, const std::vector<std::string>& stated);

}  // namespace signpost
