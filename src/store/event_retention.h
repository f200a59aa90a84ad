// event_retention.h - what is taken out of the file of counts: single searches when they are old, queries
// that hardly anybody asked, days that no view shows any more, and a text that somebody wants to be
// forgotten. Tested by tests/unit/store/event_retention_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "sqlite/database.h"

namespace signpost {

// That sums of days are kept: as long as any period shows, and some weeks.
inline constexpr int kDaysOfSums = 400;

struct EventRetention {
  uint32_t today = 0;        // days since 1970
  int retention_days = 90;   // that single searches are kept, and queries that too few visits asked
  int64_t least_visits = 5;  // that a query needs to be kept for longer
};

// Takes some of the single searches that are too old, in a transaction that holds up nobody for long; true
// where there may be more.
bool forget_old_searches(SqliteDatabase& events, const EventRetention& retention);

// Looks through some of the queries behind this number, and takes out the days of theirs that are too old and
// those of them that too few asked, and nobody lately, or nobody as long as days are kept; the number to go
// on behind, nullopt at the end.
std::optional<int64_t> forget_rare_queries(SqliteDatabase& events, const EventRetention& retention,
                                           int64_t behind);

// Filters and generations that no single search has any more.
void forget_unused_names(SqliteDatabase& events);

// Days of articles and totals that are too old.
void forget_old_days(SqliteDatabase& events, uint32_t today);

// Takes out each query that has the text as whole words, letters of ASCII in either case, with its searches
// and sums; the totals of days stay, which have no text. How many there were.
int64_t forget_queries_with(SqliteDatabase& events, std::string_view text);

// Whether any text of the file has this one within it, such a letter for such a letter.
bool events_have(SqliteDatabase& events, std::string_view text);

}  // namespace signpost
