// retry_schedule.cc - see retry_schedule.h.
#include "delivery/retry_schedule.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace signpost {
namespace {

// About the one that Standard Webhooks recommends, which is over in a day.
constexpr int64_t kPauses[] = {5, 60, 5 * 60, 30 * 60, 60 * 60, 2 * 60 * 60, 4 * 60 * 60, 6 * 60 * 60};
constexpr int64_t kRests[] = {2, 5, 10, 15};
constexpr double kSpread = 0.2;

int64_t spread(int64_t seconds, double random) {
  return std::llround(static_cast<double>(seconds) * (1 - kSpread + 2 * kSpread * random));
}

template <size_t N>
int64_t nth(const int64_t (&steps)[N], int count) {
  return steps[static_cast<size_t>(std::clamp(count - 1, 0, static_cast<int>(N) - 1))];
}

}  // namespace

int64_t retry_pause(int attempts, double random) { return spread(nth(kPauses, attempts), random); }

int64_t rest_after(int failures, double random) { return spread(nth(kRests, failures), random); }

}  // namespace signpost
