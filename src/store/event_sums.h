// event_sums.h - the sums of the last 7, 30, 90 and 365 days, made anew in one pass over the days.
// Tested by tests/unit/store/event_sums_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>

#include "sqlite/database.h"

namespace signpost {

// In each period and language, those that lead in each of the figures; all others are in the totals of days
// alone, the rare ones in the line of rare ones too.
inline constexpr size_t kMostLeading = 500;

// What insight_table.h shows from then on. `today`: days since 1970, the last of each period. Queries that
// fewer visits asked than `least_visits` come together in one line. In a transaction of its own; a year of
// millions of searches takes seconds.
void sum_up(SqliteDatabase& events, uint32_t today, int64_t least_visits);

}  // namespace signpost
