// event_rows.cc - see event_rows.h.
#include "store/event_rows.h"

#include <initializer_list>

namespace signpost {
namespace {

void bind_all(SqliteStatement& statement, int place, std::initializer_list<int64_t> values) {
  for (const int64_t value : values) statement.bind_number(place++, value);
}

}  // namespace

QuerySums query_sums_at(const SqliteStatement& row, int first) {
  return {.searches = row.number(first),
          .visits = row.number(first + 1),
          .without_result = row.number(first + 2),
          .clicked = row.number(first + 3),
          .corrected = row.number(first + 4),
          .answered = row.number(first + 5),
          .refused = row.number(first + 6),
          .solved = row.number(first + 7),
          .unhelpful = row.number(first + 8),
          .contact = row.number(first + 9)};
}

ArticleSums article_sums_at(const SqliteStatement& row, int first) {
  return {.visits = row.number(first),
          .read = row.number(first + 1),
          .clicks = row.number(first + 2),
          .contact_begun = row.number(first + 3),
          .contact_sent = row.number(first + 4),
          .helpful = row.number(first + 5),
          .unhelpful = row.number(first + 6)};
}

void bind_sums(SqliteStatement& statement, int place, const QuerySums& sums) {
  bind_all(statement, place,
           {sums.searches, sums.visits, sums.without_result, sums.clicked, sums.corrected, sums.answered,
            sums.refused, sums.solved, sums.unhelpful, sums.contact});
}

void bind_sums(SqliteStatement& statement, int place, const ArticleSums& sums) {
  bind_all(statement, place,
           {sums.visits, sums.read, sums.clicks, sums.contact_begun, sums.contact_sent, sums.helpful,
            sums.unhelpful});
}

}  // namespace signpost
