// dot_product.cc - the same sum thrice: portable, for AVX2 and for AVX-512 with VNNI.
//
// VNNI multiplies unsigned bytes by signed ones. So 128 is added to the one (its top bit flips), and 128
// times the sum of the other taken off at the end. No step saturates, whatever the bytes are: the products of
// four bytes are below 2^18.
#include "index/dot_product.h"

#ifdef SIGNPOST_DOT_PRODUCT_X86
#include <immintrin.h>
#endif

namespace signpost {

int32_t dot_product_portable(const int8_t* a, const int8_t* b, size_t size) {
  int32_t sum = 0;
  for (size_t i = 0; i < size; ++i) sum += int32_t{a[i]} * int32_t{b[i]};
  return sum;
}

#ifdef SIGNPOST_DOT_PRODUCT_X86

__attribute__((target("avx2"))) int32_t dot_product_avx2(const int8_t* a, const int8_t* b, size_t size) {
  __m256i sum = _mm256_setzero_si256();
  size_t i = 0;
  for (; i + 16 <= size; i += 16) {
    const __m256i x = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(a + i)));
    const __m256i y = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(b + i)));
    sum = _mm256_add_epi32(sum, _mm256_madd_epi16(x, y));
  }
  const __m128i four = _mm_add_epi32(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
  const __m128i two = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4E));
  const __m128i one = _mm_add_epi32(two, _mm_shuffle_epi32(two, 0xB1));
  return _mm_cvtsi128_si32(one) + dot_product_portable(a + i, b + i, size - i);
}

__attribute__((target("avx512f,avx512bw,avx512vnni"))) int32_t dot_product_vnni(const int8_t* a,
                                                                                const int8_t* b,
                                                                                size_t size) {
  const __m512i flip = _mm512_set1_epi8(static_cast<char>(0x80));
  const __m512i ones = _mm512_set1_epi8(1);
  __m512i sum = _mm512_setzero_si512();
  __m512i sum_of_b = _mm512_setzero_si512();
  size_t i = 0;
  for (; i + 64 <= size; i += 64) {
    const __m512i x = _mm512_xor_si512(_mm512_loadu_si512(a + i), flip);
    const __m512i y = _mm512_loadu_si512(b + i);
    sum = _mm512_dpbusd_epi32(sum, x, y);
    sum_of_b = _mm512_dpbusd_epi32(sum_of_b, ones, y);
  }
  int32_t lanes[2][16];
  _mm512_storeu_si512(lanes[0], sum);
  _mm512_storeu_si512(lanes[1], sum_of_b);
  int32_t whole = 0;
  for (size_t lane = 0; lane < 16; ++lane) whole += lanes[0][lane] - 128 * lanes[1][lane];
  return whole + dot_product_portable(a + i, b + i, size - i);
}

bool has_avx2() { return __builtin_cpu_supports("avx2") != 0; }
bool has_vnni() {
  return __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
         __builtin_cpu_supports("avx512vnni") != 0;
}

DotProduct dot_product() {
  static const DotProduct chosen = has_vnni()   ? dot_product_vnni
                                   : has_avx2() ? dot_product_avx2
                                                : dot_product_portable;
  return chosen;
}

#else

DotProduct dot_product() { return dot_product_portable; }

#endif

}  // namespace signpost
