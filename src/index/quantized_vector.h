// quantized_vector.h - a direction in the space of meanings as bytes with one scale: a quarter of its floats.
// Tested by tests/unit/index/quantized_vector_test.cc.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace signpost {

inline constexpr uint32_t kMaxDimension = 4096;

// Component i is about scale * values[i]. The largest component in size is 127 or -127, none is -128.
struct QuantizedVector {
  float scale = 0;
  std::vector<int8_t> values;

  bool operator==(const QuantizedVector&) const = default;
};

// Each component to the nearest multiple of max|v| / 127. A vector of zeros has the scale 0.
// REQUIRES: all components are finite.
QuantizedVector quantize(std::span<const float> vector);
std::vector<float> dequantize(const QuantizedVector& vector);

// `vector` made of length 1; all zeros, with the scale 0, where it has no direction.
QuantizedVector quantized_direction(std::vector<float> vector);

// sum += weight * vector. REQUIRES: of one dimension.
void add_scaled(const QuantizedVector& vector, float weight, std::vector<float>& sum);

}  // namespace signpost
