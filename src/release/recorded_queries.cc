// recorded_queries.cc - see recorded_queries.h.
#include "release/recorded_queries.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <utility>

#include "base/ascii.h"
#include "base/dates.h"
#include "base/error.h"
#include "base/file_io.h"
#include "demand/recorded_clicks.h"

namespace signpost {
namespace {

// The text up to the next tab, taken off the front.
std::string_view next_field(std::string_view& line) {
  const size_t end = std::min(line.find('\t'), line.size());
  const std::string_view field = trimmed(line.substr(0, end));
  line.remove_prefix(std::min(end + 1, line.size()));
  return field;
}

RecordedQuery parse_line(std::string_view line, const std::string& place) {
  if (line.find('\t') == std::string_view::npos) return {std::string(trimmed(line)), "", 1};
  RecordedQuery query;
  const std::string_view count = next_field(line);
  const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), query.count);
  if (error != std::errc() || end != count.data() + count.size()) {
    throw Error(ErrorKind::usage, place + ": error: there is no count before the tab: " + std::string(count));
  }
  query.text = next_field(line);
  query.lang = next_field(line);
  return query;
}

}  // namespace

std::vector<RecordedQuery> parse_recorded(std::string_view text, const std::string& path) {
  std::map<std::pair<std::string, std::string>, uint64_t> counts;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  int number = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (trimmed(line).empty()) continue;
    const RecordedQuery query = parse_line(line, path + ":" + std::to_string(number));
    if (!query.text.empty()) counts[{query.text, query.lang}] += query.count;
  }
  std::vector<RecordedQuery> queries;
  queries.reserve(counts.size());
  for (const auto& [key, count] : counts) queries.push_back({key.first, key.second, count});
  std::stable_sort(queries.begin(), queries.end(),
                   [](const RecordedQuery& a, const RecordedQuery& b) { return a.count > b.count; });
  return queries;
}

std::vector<RecordedQuery> read_recorded(const std::string& path, int64_t least_visits) {
  if (!std::filesystem::is_directory(path)) return parse_recorded(read_file(path), path);
  std::vector<RecordedQuery> queries;
  for (const ClickedQuery& query : asked_often(path, day_of_clock(), least_visits))
    queries.push_back({query.text, query.lang, query.visits});
  return queries;
}

}  // namespace signpost
