// gap_update.h - finds gaps in what visitors looked for, and says which of them a new generation answers,
// which visitors have proven, and which are open again. Tested by tests/unit/demand/gap_update_test.cc.
//
// Visits are counted for each query by itself, as nobody is known from one to the next: who asks for one
// thing in five ways is five visits of its gap.
#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "search/searcher.h"
#include "sqlite/database.h"
#include "store/gap.h"
#include "store/insight_table.h"

namespace signpost {

class Store;

// Queries of so many days make gaps; of so many that lost most visits each is searched for again.
inline constexpr uint32_t kGapDays = 90;
inline constexpr size_t kMostFailedQueries = 2000;
// However many ask whatever: so many gaps, of which open ones with the fewest visits lost go first, and
// queries of each.
inline constexpr size_t kMostGaps = 1000;
inline constexpr size_t kMostGapQueries = 200;
// Of each gap so many, those that lost most visits, are searched for again to tell whether it is answered.
inline constexpr size_t kAskedAgain = 10;

struct GapUpdate {
  int64_t now = 0;  // seconds since 1970
  // That a gap has to lose, and that have to prove that it is closed, or open again.
  int64_t least_visits = kLeastVisits;
  // Looked at for each gap: once it is true, what was found is given up, and nothing has changed. Null where
  // nobody ends it.
  const std::atomic<bool>* ending = nullptr;
};

struct GapsChanged {
  int64_t opened = 0;
  int64_t answered = 0;
  int64_t closed = 0;
  int64_t reopened = 0;
};

// What becomes of the gaps that there are, and which there are besides; of each that has changed, whole. Gaps
// that nobody asked for in kGapDays, and those beyond kMostGaps, come back without queries.
std::vector<Gap> changed_gaps(const std::vector<Gap>& gaps, SqliteDatabase& events, const Searcher& searcher,
                              const GapUpdate& update, GapsChanged& changed);

// The same with the gaps of the store, where the changes are kept, some at a time. Takes seconds where much
// is asked: nothing for a request to wait for. Throws Error.
GapsChanged update_gaps(Store& store, SqliteDatabase& events, const Searcher& searcher,
                        const GapUpdate& update);

}  // namespace signpost
