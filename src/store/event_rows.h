// event_rows.h - sums as columns of a row, and as places of a statement. Tested by
// tests/unit/store/event_sums_test.cc.
#pragma once

#include "sqlite/database.h"
#include "store/event_counts.h"

namespace signpost {

// In the order of kQueryColumns and kArticleColumns, from this column or place on.
QuerySums query_sums_at(const SqliteStatement& row, int first);
ArticleSums article_sums_at(const SqliteStatement& row, int first);
void bind_sums(SqliteStatement& statement, int place, const QuerySums& sums);
void bind_sums(SqliteStatement& statement, int place, const ArticleSums& sums);

}  // namespace signpost
