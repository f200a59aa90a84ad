// round_scale.h - an axis of round values, for figures from 0 up.
// Tested by tests/unit/pages/plot/round_scale_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace signpost {

// 0, `step`, 2 x `step` ... `top`: two to five values; the step is 1, 2 or 5 times a power of ten.
struct RoundScale {
  uint64_t step = 1;
  uint64_t top = 1;

  std::vector<uint64_t> values() const;
  // How far up a figure stands, in percent; 0 for what is below 0.
  double share(int64_t figure) const;
};
RoundScale round_scale(int64_t largest);

// "2,000", and "2e15" where that would be wider than any place for it.
std::string axis_label(uint64_t value);

}  // namespace signpost
