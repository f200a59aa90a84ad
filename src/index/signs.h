// signs.h - emoji, symbols and operators, which are searched like words though they have no letters.
// Tested by tests/unit/index/signs_test.cc.
#pragma once

#include <cstddef>
#include <string_view>

namespace signpost {

// Reads the signs that begin at text[i], which must be no word character, and moves i behind them: one emoji
// or symbol, or a run of ASCII signs. Returns the bytes of them that are searched, 0 for punctuation: a run
// counts if it stands by itself and has up to four signs ("||>", "=>", "&", ":)"), or if it touches a word
// and is an operator that many languages have ("x!=y"), which "://" and "**." are not.
size_t read_signs(std::string_view text, size_t& i);

}  // namespace signpost
