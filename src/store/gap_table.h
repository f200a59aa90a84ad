// gap_table.h - gaps in the data file: the SQL of them, on a connection and in a transaction of the caller's.
// Tested by tests/unit/store/gap_table_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "sqlite/database.h"
#include "store/gap.h"

namespace signpost {

// Writes it as it is, with all its queries and articles but `changes`, of which those without a row yet are
// added; a new one gets its number, which comes back.
int64_t keep_gap(SqliteDatabase& database, const Gap& gap);

// The same of what was reckoned from a gap as it was read, with further changes: nothing is written where
// somebody else has changed its state since. One without queries is deleted, unless staff have found it in a
// request that is still there (request_work.h).
void keep_reckoned_gap(SqliteDatabase& database, const Gap& gap);

std::optional<Gap> find_gap(SqliteDatabase& database, int64_t number);
// That one of these queries belongs to, the first one that does.
std::optional<int64_t> gap_of_queries(SqliteDatabase& database, const std::vector<int64_t>& keys);

// Those in a state, or all, the one that lost most visits first.
void each_gap(SqliteDatabase& database, std::optional<GapState> state,
              const std::function<void(const Gap&)>& use);
// Of these at most `most` behind the first `first`; and how many there are. Only the gaps of a page are read.
std::vector<Gap> gaps_of_page(SqliteDatabase& database, std::optional<GapState> state, size_t first,
                              size_t most);
size_t count_gaps(SqliteDatabase& database, std::optional<GapState> state);

// False where there is no such gap.
bool change_gap_state(SqliteDatabase& database, int64_t number, const GapChange& change);

// Of its queries those that enough visits asked, the most visits first, from the file of counts.
std::vector<GapExample> gap_examples(SqliteDatabase& events, const Gap& gap);

}  // namespace signpost
