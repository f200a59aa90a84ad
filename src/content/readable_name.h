// readable_name.h - what people read in place of the name of a file or folder: "10-getting-started" is
// "Getting started". Tested by tests/unit/content/readable_name_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signpost {

// Numbers before names are there to order them: "01-intro", "10_setup", "3. Usage". The number, and the name
// behind it; nullopt of a name without one. A day ("2024-02-29-news"), a version ("1.2-notes") and a year
// are none.
struct NumberedName {
  int number = 0;
  size_t digits = 0;
  std::string_view name;
};
std::optional<NumberedName> numbered_name(std::string_view name);

// The name without a number that orders it, as far as one name alone can tell: "2-step-login" keeps its.
std::string_view without_number(std::string_view name);

// Words for a name without its ending: hyphens and underscores are spaces, the first letter is a capital,
// what is known for an abbreviation is written as one. What has spaces already keeps its hyphens, and letters
// that are not Latin are as they were. Valid UTF-8; "" when there are no words.
std::string readable_name(std::string_view name);

}  // namespace signpost
