// close_words.h - which of many words can be near to one, by the sets of their letters alone.
// Tested by tests/unit/search/close_words_test.cc.
#pragma once

#include <cstdint>

namespace signpost {

inline constexpr uint32_t kBlockOfLetters = 32;  // words that are looked at together

// Bit k: letters[k] and `wanted`, sets as letter_set() (word_list.h) makes them, differ in at most `bits`
// bits.
using CloseWords = uint32_t (*)(const uint32_t letters[kBlockOfLetters], uint32_t wanted, int bits);

// The fastest of those below that this processor has.
CloseWords close_words();

uint32_t close_words_portable(const uint32_t letters[kBlockOfLetters], uint32_t wanted, int bits);

#if defined(__x86_64__)
// REQUIRES: the processor has AVX2 (index/dot_product.h: has_avx2()).
uint32_t close_words_avx2(const uint32_t letters[kBlockOfLetters], uint32_t wanted, int bits);
#endif

}  // namespace signpost
