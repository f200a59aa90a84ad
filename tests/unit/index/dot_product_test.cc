// dot_product_test.cc - every form gives the same sum, whatever the bytes and however many.
#include "index/dot_product.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace signpost {
namespace {

std::vector<DotProduct> forms() {
  std::vector<DotProduct> out = {dot_product_portable, dot_product()};
#ifdef SIGNPOST_DOT_PRODUCT_X86
  if (has_avx2()) out.push_back(dot_product_avx2);
  if (has_vnni()) out.push_back(dot_product_vnni);
#endif
  return out;
}

TEST(DotProduct, IsTheSumOfProducts) {
  const std::vector<int8_t> a = {1, -2, 127, 0};
  const std::vector<int8_t> b = {3, 4, -128, 9};
  for (const DotProduct form : forms()) EXPECT_EQ(form(a.data(), b.data(), a.size()), 3 - 8 - 127 * 128);
}

TEST(DotProduct, IsTheSameInEveryForm) {
  std::mt19937 random(5);
  for (size_t size = 0; size <= 300; ++size) {
    std::vector<int8_t> a(size);
    std::vector<int8_t> b(size);
    for (size_t i = 0; i < size; ++i) {
      a[i] = static_cast<int8_t>(random());
      b[i] = static_cast<int8_t>(random());
    }
    const int32_t expected = dot_product_portable(a.data(), b.data(), size);
    for (const DotProduct form : forms()) EXPECT_EQ(form(a.data(), b.data(), size), expected) << size;
  }
}

TEST(DotProduct, OverflowsNowhere) {
  for (const int8_t x : {int8_t{-128}, int8_t{127}}) {
    for (const int8_t y : {int8_t{-128}, int8_t{127}}) {
      const std::vector<int8_t> a(4096, x);
      const std::vector<int8_t> b(4096, y);
      for (const DotProduct form : forms()) EXPECT_EQ(form(a.data(), b.data(), 4096), 4096 * x * y);
    }
  }
}

}  // namespace
}  // namespace signpost
