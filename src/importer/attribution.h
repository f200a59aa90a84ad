// attribution.h - who wrote a post, where, and under which licence: front matter of its file.
// Tested by tests/unit/importer/attribution_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// What CC BY-SA wants named (https://creativecommons.org/licenses/by-sa/4.0/legalcode, section 3a).
struct Attribution {
  std::string author;      // "" when unknown
  std::string author_url;  // "" when there is no page of the author
  std::string post_url;
  std::string license;    // "CC BY-SA 4.0"; "" for none
  std::string closed_on;  // day on which the question was closed there, "" when it wasn't
};

// The deed of a Creative Commons licence by its short name, "" for other licences.
std::string license_url(std::string_view license);

// The licence of what was posted on Stack Exchange on that day, for dumps that don't name it:
// https://stackoverflow.com/help/licensing.
std::string stack_exchange_license(std::string_view day);

}  // namespace signpost
