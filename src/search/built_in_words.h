// built_in_words.h - the general words that the program was built with.
// Tested by tests/unit/search/general_words_test.cc.
#pragma once

#include "search/general_words.h"

namespace signpost {

// Of Debian's word lists (word_lists/main.cc has the table). They lie in the program's file, of which only
// what is looked at comes into memory.
const GeneralWords& general_words();

}  // namespace signpost
