// round_scale.cc - see round_scale.h.
#include "pages/plot/round_scale.h"

#include <algorithm>

#include "pages/i18n.h"

namespace signpost {
namespace {

constexpr uint64_t kMostSteps = 4;
constexpr size_t kWidestLabel = 13;  // "1,000,000,000"

}  // namespace

std::vector<uint64_t> RoundScale::values() const {
  std::vector<uint64_t> values;
  values.reserve(top / step + 1);
  for (uint64_t value = 0; value <= top; value += step) values.push_back(value);
  return values;
}

double RoundScale::share(int64_t figure) const {
  return 100.0 * static_cast<double>(std::max<int64_t>(figure, 0)) / static_cast<double>(top);
}

RoundScale round_scale(int64_t largest) {
  const uint64_t most = largest > 0 ? static_cast<uint64_t>(largest) : 0;
  uint64_t power = 1;
  for (;; power *= 10) {  // of 64 bits none gets beyond 5 x 10^18
    for (const uint64_t step : {power, 2 * power, 5 * power}) {
      const uint64_t steps = most / step + (most % step == 0 ? 0 : 1);
      if (steps <= kMostSteps) return {step, std::max<uint64_t>(steps, 1) * step};
    }
  }
}

std::string axis_label(uint64_t value) {
  std::string label = format_number(value);
  if (label.size() <= kWidestLabel) return label;
  size_t zeros = 0;
  for (; value % 10 == 0; value /= 10) ++zeros;
  return std::to_string(value) + "e" + std::to_string(zeros);
}

}  // namespace signpost
