// recorded_clicks.cc - see recorded_clicks.h.
#include "demand/recorded_clicks.h"

#include <algorithm>
#include <unordered_map>

#include "store/insight_table.h"

namespace signpost {
namespace {

uint64_t count_of(int64_t number) { return static_cast<uint64_t>(std::max<int64_t>(number, 0)); }

}  // namespace

std::vector<ClickedQuery> recorded_clicks(SqliteDatabase& events, uint32_t today) {
  std::vector<ClickedQuery> queries;
  std::unordered_map<int64_t, size_t> places;  // in `queries`, by the number of the query
  const uint32_t first = today - std::min(today, kClickDays - 1);
  each_query(events, first, today, [&](const QueryLine& line) {
    places.emplace(line.query, queries.size());
    queries.push_back({line.text, line.lang, count_of(line.sums.visits), {}});
  });
  each_click(events, [&](const ClickLine& line) {
    const auto place = places.find(line.query);
    if (place == places.end()) return;
    // The quoted answer stands above all else.
    const auto position = static_cast<uint32_t>(std::clamp<int64_t>(line.position, 1, UINT32_MAX));
    queries[place->second].clicks.push_back(
        {line.article, line.article_lang, position, count_of(line.visits)});
  });
  return queries;
}

}  // namespace signpost
