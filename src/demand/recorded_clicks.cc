// recorded_clicks.cc - see recorded_clicks.h.
#include "demand/recorded_clicks.h"

#include <algorithm>
#include <unordered_map>

#include "base/error.h"
#include "store/event_file.h"
#include "store/insight_table.h"

namespace signpost {
namespace {

constexpr std::chrono::milliseconds kReadPatience{10'000};

uint64_t count_of(int64_t number) { return static_cast<uint64_t>(std::max<int64_t>(number, 0)); }

}  // namespace

std::vector<ClickedQuery> recorded_clicks(SqliteDatabase& events, uint32_t today, int64_t least_visits) {
  std::vector<ClickedQuery> queries;
  std::unordered_map<int64_t, size_t> places;  // in `queries`, by the number of the query
  const uint32_t first = today - std::min(today, kClickDays - 1);
  each_query(events, first, today, [&](const QueryLine& line) {
    if (line.sums.visits < least_visits) return;
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

std::vector<ClickedQuery> asked_often(const std::string& data_dir, uint32_t today, int64_t least_visits) {
  auto events = open_existing_event_file(data_dir, kReadPatience);
  if (!events) throw Error(ErrorKind::not_found, data_dir + ": no searches were counted there");
  std::vector<ClickedQuery> queries = recorded_clicks(*events, today, least_visits);
  std::sort(queries.begin(), queries.end(), [](const ClickedQuery& a, const ClickedQuery& b) {
    if (a.visits != b.visits) return a.visits > b.visits;
    return a.text != b.text ? a.text < b.text : a.lang < b.lang;
  });
  return queries;
}

}  // namespace signpost
