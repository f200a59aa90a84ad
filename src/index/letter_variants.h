// letter_variants.h - letters of Arabic, Hebrew and Indic scripts that people write in several ways, or leave
// out. Tested by tests/unit/index/letter_variants_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Takes out what never makes another word, and writes digits of any script as ASCII: the points of Hebrew and
// the short vowels of Arabic, its tatweel, stress marks on Cyrillic letters. `folded`: what NFKC case folding
// made.
void drop_optional_marks(std::string& folded);

// Makes one of the letters that stand for each other where people write as they like: the alefs, yeh and alef
// maqsura, teh marbuta and heh of Arabic, with Persian's yeh and keheh (Larkey, Ballesteros and Connell,
// SIGIR 2002); long and short vowels, nukta and virama of Devanagari (Larkey et al., TALIP 2003). Different
// words may become one, so it is for terms, never for what is shown.
void merge_letters(std::string& folded);

}  // namespace signpost
