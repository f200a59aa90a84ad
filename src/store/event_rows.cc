// event_rows.cc - see event_rows.h.
#include "store/event_rows.h"

#include <algorithm>
#include <initializer_list>

namespace signpost {
namespace {

// Far from where sums of them overflow, also in a file that somebody made up.
constexpr int64_t kLargestFigure = int64_t{1} << 40;

int64_t figure_at(const SqliteStatement& row, int column) {
  return std::clamp(row.number(column), -kLargestFigure, kLargestFigure);
}

void bind_all(SqliteStatement& statement, int place, std::initializer_list<int64_t> values) {
  for (const int64_t value : values) statement.bind_number(place++, value);
}

}  // namespace

QuerySums query_sums_at(const SqliteStatement& row, int first) {
  return {.searches = figure_at(row, first),
          .visits = figure_at(row, first + 1),
          .without_result = figure_at(row, first + 2),
          .clicked = figure_at(row, first + 3),
          .corrected = figure_at(row, first + 4),
          .answered = figure_at(row, first + 5),
          .refused = figure_at(row, first + 6),
          .solved = figure_at(row, first + 7),
          .unhelpful = figure_at(row, first + 8),
          .contact = figure_at(row, first + 9)};
}

ArticleSums article_sums_at(const SqliteStatement& row, int first) {
  return {.visits = figure_at(row, first),
          .read = figure_at(row, first + 1),
          .clicks = figure_at(row, first + 2),
          .contact_begun = figure_at(row, first + 3),
          .contact_sent = figure_at(row, first + 4),
          .helpful = figure_at(row, first + 5),
          .unhelpful = figure_at(row, first + 6),
          .short_address = figure_at(row, first + 7)};
}

void bind_sums(SqliteStatement& statement, int place, const QuerySums& sums) {
  bind_all(statement, place,
           {sums.searches, sums.visits, sums.without_result, sums.clicked, sums.corrected, sums.answered,
            sums.refused, sums.solved, sums.unhelpful, sums.contact});
}

void bind_sums(SqliteStatement& statement, int place, const ArticleSums& sums) {
  bind_all(statement, place,
           {sums.visits, sums.read, sums.clicks, sums.contact_begun, sums.contact_sent, sums.helpful,
            sums.unhelpful, sums.short_address});
}

}  // namespace signpost
