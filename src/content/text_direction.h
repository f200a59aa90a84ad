// text_direction.h - which way a language is written. Tested by tests/unit/content/text_direction_test.cc.
#pragma once

#include <string_view>

namespace signpost {

// "rtl" or "ltr", as HTML's `dir` says it: by the script that the code names, else by the one that ICU knows
// as the language's usual one. "ltr" for what is no language.
std::string_view text_direction(std::string_view lang);

}  // namespace signpost
