// quantized_vector.cc - see quantized_vector.h.
#include "index/quantized_vector.h"

#include <algorithm>
#include <cmath>

namespace signpost {

QuantizedVector quantize(std::span<const float> vector) {
  QuantizedVector out;
  out.values.resize(vector.size());
  float largest = 0;
  for (const float component : vector) largest = std::max(largest, std::fabs(component));
  if (largest == 0) return out;
  out.scale = largest / 127;
  // In double: the quotient of a tiny vector's components and scale must not round past 127.
  const double steps = 127.0 / largest;
  std::transform(vector.begin(), vector.end(), out.values.begin(), [steps](float component) {
    return static_cast<int8_t>(std::clamp(std::lround(component * steps), -127L, 127L));
  });
  return out;
}

std::vector<float> dequantize(const QuantizedVector& vector) {
  std::vector<float> out(vector.values.size());
  std::transform(vector.values.begin(), vector.values.end(), out.begin(),
                 [scale = vector.scale](int8_t value) { return scale * static_cast<float>(value); });
  return out;
}

QuantizedVector quantized_direction(std::vector<float> vector) {
  double square = 0;
  for (const float component : vector) square += double{component} * double{component};
  const double length = std::sqrt(square);
  if (!(length > 1e-12)) return {0, std::vector<int8_t>(vector.size(), 0)};
  for (float& component : vector) component = static_cast<float>(component / length);
  return quantize(vector);
}

void add_scaled(const QuantizedVector& vector, float weight, std::vector<float>& sum) {
  for (size_t i = 0; i < sum.size(); ++i)
    sum[i] += weight * vector.scale * static_cast<float>(vector.values[i]);
}

}  // namespace signpost
