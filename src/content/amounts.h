// amounts.h - numbers that say how much, how long or when, and so name nothing: "3.5 GB", "$3.50",
// "12.5.2026". Tested by tests/unit/content/versions_test.cc.
#pragma once

#include <string_view>

namespace signpost {

// Whether a number with dots, between what stands before and behind it in lower case, is a price, a share, a
// date, a time, an address of a network, or has a unit behind it, also at the end of a range ("1.5 to 2.5
// GB"). Units of English, Korean and Japanese.
bool is_amount(std::string_view before, std::string_view number, std::string_view behind);

}  // namespace signpost
