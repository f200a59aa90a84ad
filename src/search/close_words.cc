// close_words.cc - this runs over all words of an index for each misspelled one: a few operations on each,
// without a jump. Taking bits away one by one is cheaper than counting them.
#include "search/close_words.h"

#include <algorithm>
#include <array>

#include "index/dot_product.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace signpost {

uint32_t close_words_portable(const uint32_t letters[kBlockOfLetters], uint32_t wanted, int bits) {
  std::array<uint32_t, kBlockOfLetters> rest;
  for (uint32_t k = 0; k < kBlockOfLetters; ++k) rest[k] = letters[k] ^ wanted;
  for (int i = 0; i < bits; ++i) {
    for (uint32_t& set : rest) set &= set - 1;
  }
  uint32_t close = 0;
  for (uint32_t k = 0; k < kBlockOfLetters; ++k) close |= static_cast<uint32_t>(rest[k] == 0) << k;
  return close;
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) uint32_t close_words_avx2(const uint32_t letters[kBlockOfLetters],
                                                          uint32_t wanted, int bits) {
  constexpr uint32_t kLanes = 8;
  const __m256i one = _mm256_set1_epi32(1);
  const __m256i all = _mm256_set1_epi32(static_cast<int>(wanted));
  uint32_t close = 0;
  for (uint32_t k = 0; k < kBlockOfLetters; k += kLanes) {
    __m256i rest = _mm256_xor_si256(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(letters + k)), all);
    for (int i = 0; i < bits; ++i) rest = _mm256_and_si256(rest, _mm256_sub_epi32(rest, one));
    const __m256i none = _mm256_cmpeq_epi32(rest, _mm256_setzero_si256());
    close |= static_cast<uint32_t>(_mm256_movemask_ps(_mm256_castsi256_ps(none))) << k;
  }
  return close;
}

CloseWords close_words() {
  static const CloseWords chosen = has_avx2() ? close_words_avx2 : close_words_portable;
  return chosen;
}

#else

CloseWords close_words() { return close_words_portable; }

#endif

}  // namespace signpost
