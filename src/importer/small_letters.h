// small_letters.h - the text of <sub> and <sup> in Unicode's small letters.
// Tested by tests/unit/importer/small_letters_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace signpost {

// "10" -> "¹⁰" (or "₁₀"), so that 2<sup>10</sup> is not read as 210; nullopt when there isn't a letter for
// each or the text is long.
std::optional<std::string> superscript(std::string_view text);
std::optional<std::string> subscript(std::string_view text);

}  // namespace signpost
