// built_in_words.cc - the general words as bytes of the program (SIGNPOST_GENERAL_WORDS is the path of what
// make_general_words wrote).
#include "search/built_in_words.h"

// An initialised array of four million bytes takes a compiler longer than all else of this folder.
asm(".pushsection .rodata\n"
    ".balign 8\n"
    "signpost_general_words:\n"
    ".incbin \"" SIGNPOST_GENERAL_WORDS
    "\"\n"
    "signpost_general_words_end:\n"
    ".popsection\n");

extern "C" const char signpost_general_words[];
extern "C" const char signpost_general_words_end[];

namespace signpost {

const GeneralWords& general_words() {
  static const GeneralWords words(
      {signpost_general_words, static_cast<size_t>(signpost_general_words_end - signpost_general_words)});
  return words;
}

}  // namespace signpost
