// item_number.h - numbers of items as people name them: a letter, a hyphen and the number, such as "F-12".
// Tested by tests/unit/store/item_number_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace signpost {

// `letter`: a capital one.
std::string shown_item(char letter, int64_t number);

// In small letters too; nullopt for anything else.
std::optional<int64_t> parse_item(char letter, std::string_view text);

}  // namespace signpost
