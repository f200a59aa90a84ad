// asked_query.cc - see asked_query.h.
#include "demand/asked_query.h"

#include <algorithm>
#include <cmath>

#include "base/fnv1a.h"

namespace signpost {
namespace {

constexpr double kMuchMore =
    1.1;  // of a score: a word in a title or a heading, rather than one more in a text
constexpr int64_t kMostReckoned = int64_t{1} << 31;  // of two such figures the product is a number

// Whoever made the file may have written any number.
int64_t reckoned(int64_t figure) { return std::clamp<int64_t>(figure, 0, kMostReckoned); }

}  // namespace

int64_t lost_visits(const QuerySums& sums) {
  const int64_t searches = reckoned(sums.searches);
  if (searches == 0) return 0;
  const int64_t unopened =
      searches - reckoned(sums.clicked) - reckoned(sums.answered) - reckoned(sums.solved);
  const int64_t most = std::max({sums.without_result, unopened, sums.unhelpful, sums.contact});
  const int64_t lost = std::clamp<int64_t>(most, 0, searches);
  return (reckoned(sums.visits) * lost + searches / 2) / searches;
}

bool fails(const QuerySums& sums) {
  const int64_t lost = lost_visits(sums);
  return lost > 0 && 2 * lost >= reckoned(sums.visits);
}

GapFinding finding_of(const SearchResponse& response) {
  GapFinding finding;
  finding.found = response.total > 0;
  if (response.hits.empty()) return finding;
  const Hit& first = response.hits.front();
  finding.first = static_cast<int64_t>(fnv1a(first.lang + '\n' + first.id));
  finding.score = std::llround(first.score * 1000);
  return finding;
}

FoundNow find_now(const Searcher& searcher, const AskedQuery& query) {
  SearchRequest request;
  request.text = query.line.text;
  request.lang = query.line.lang;
  const SearchResponse response = searcher.search(request);
  FoundNow now;
  now.finding = finding_of(response);
  for (const Hit& hit : response.hits) now.articles.push_back({hit.id, hit.lang, hit.title});
  now.corrected = response.query.corrected.value_or("");
  return now;
}

bool may_answer(const GapFinding& before, const GapFinding& now) {
  if (!now.found) return false;
  return !before.found || now.first != before.first ||
         static_cast<double>(now.score) >= kMuchMore * static_cast<double>(before.score);
}

}  // namespace signpost
