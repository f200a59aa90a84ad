// dot_product.h - the dot product of two vectors of bytes, which is what nearness of meaning costs.
// Tested by tests/unit/index/dot_product_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>

namespace signpost {

// The sum of a[i] * b[i]. Exact: every processor gives the same number. REQUIRES: size <= 2^16.
using DotProduct = int32_t (*)(const int8_t* a, const int8_t* b, size_t size);

// The fastest of those below that this processor has.
DotProduct dot_product();

int32_t dot_product_portable(const int8_t* a, const int8_t* b, size_t size);

#if defined(__x86_64__)
#define SIGNPOST_DOT_PRODUCT_X86 1
// REQUIRES: the processor has AVX2, and AVX-512 with VNNI.
int32_t dot_product_avx2(const int8_t* a, const int8_t* b, size_t size);
int32_t dot_product_vnni(const int8_t* a, const int8_t* b, size_t size);
bool has_avx2();
bool has_vnni();
#endif

}  // namespace signpost
