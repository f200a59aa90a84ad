// retry_schedule.h - when what could not be delivered is tried again, and when no more.
// Tested by tests/unit/delivery/retry_schedule_test.cc.
#pragma once

#include <cstdint>

namespace signpost {

inline constexpr int64_t kGiveUpAfter = 3 * 24 * 60 * 60;   // seconds since it was new
inline constexpr int64_t kLongestRetryAfter = 6 * 60 * 60;  // that another side can ask for

// Seconds before the next attempt: from 5 s on longer each time, up to six hours. `attempts`: those that
// failed, from 1; `random`: from 0 to 1, which spreads it by a fifth to both sides, so that what failed at
// once is not tried at once.
int64_t retry_pause(int attempts, double random);

// Seconds in which a delivery is left alone altogether after so many failures in a row of which the other
// side is the reason: a quarter of a minute at most, so that it is known soon when it is back.
int64_t rest_after(int failures, double random);

}  // namespace signpost
