#include "index/quantized_vector.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::FloatNear;
using ::testing::IsEmpty;

TEST(QuantizedVector, KeepsTheNearestOf255Steps) {
  const struct {
    std::vector<float> in;
    std::vector<int8_t> want;
  } kCases[] = {
      {{1, 0, -1}, {127, 0, -127}},
      {{0.5F, 0.25F, -0.125F}, {127, 64, -32}},
      {{-2, 1}, {-127, 64}},
      {{0, 0}, {0, 0}},
      {{}, {}},
      {{std::numeric_limits<float>::denorm_min()}, {127}},
      {{std::numeric_limits<float>::max(), -std::numeric_limits<float>::max()}, {127, -127}},
  };
  for (const auto& [in, want] : kCases) EXPECT_EQ(quantize(in).values, want) << ::testing::PrintToString(in);
}

TEST(QuantizedVector, ADirectionHasTheLengthOneOrNone) {
  EXPECT_EQ(quantized_direction({3, 0, 4}), quantize(std::vector<float>{0.6F, 0, 0.8F}));
  EXPECT_EQ(quantized_direction({0, 0}), (QuantizedVector{0, {0, 0}}));
  EXPECT_EQ(quantized_direction({std::numeric_limits<float>::quiet_NaN(), 1}), (QuantizedVector{0, {0, 0}}));
  std::vector<float> sum = {1, 1};
  add_scaled(quantize(std::vector<float>{2, -2}), 3, sum);
  EXPECT_THAT(sum, ElementsAre(FloatNear(7, 1e-4F), FloatNear(-5, 1e-4F)));
}

TEST(QuantizedVector, ComesBackWithinHalfAStep) {
  std::vector<float> vector;
  for (int i = 0; i < 384; ++i) vector.push_back(static_cast<float>((i * 37 + 11) % 101 - 50) / 1000);
  const QuantizedVector quantized = quantize(vector);
  const std::vector<float> back = dequantize(quantized);
  ASSERT_EQ(back.size(), vector.size());
  for (size_t i = 0; i < back.size(); ++i) {
    EXPECT_THAT(back[i], FloatNear(vector[i], quantized.scale * 0.501F)) << i;
  }
  EXPECT_EQ(quantize(back), quantized);
}

TEST(QuantizedVector, OfZerosIsZeros) {
  EXPECT_EQ(quantize(std::vector<float>(3)).scale, 0);
  EXPECT_THAT(dequantize(quantize(std::vector<float>(3))), ElementsAre(0, 0, 0));
  EXPECT_THAT(dequantize(QuantizedVector()), IsEmpty());
}

}  // namespace
}  // namespace signpost
