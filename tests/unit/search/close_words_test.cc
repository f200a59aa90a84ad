// close_words_test.cc - sets of letters, compared one by one and many at once.
#include "search/close_words.h"

#include <gtest/gtest.h>

#include <bit>
#include <random>

#include "index/dot_product.h"

namespace signpost {
namespace {

TEST(CloseWords, AreWhatCountingBitsFinds) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    const auto wanted = static_cast<uint32_t>(random());
    uint32_t letters[kBlockOfLetters];
    for (uint32_t& set : letters) {
      set = wanted;
      for (uint32_t flips = static_cast<uint32_t>(random()) % 9; flips > 0; --flips)
        set ^= 1u << random() % 32;
    }
    for (int bits = 0; bits <= 6; ++bits) {
      uint32_t want = 0;
      for (uint32_t k = 0; k < kBlockOfLetters; ++k)
        want |= static_cast<uint32_t>(std::popcount(letters[k] ^ wanted) <= bits) << k;
      EXPECT_EQ(close_words_portable(letters, wanted, bits), want);
      EXPECT_EQ(close_words()(letters, wanted, bits), want);
#if defined(__x86_64__)
      if (has_avx2()) {
        EXPECT_EQ(close_words_avx2(letters, wanted, bits), want);
      }
#endif
    }
  }
}

}  // namespace
}  // namespace signpost
