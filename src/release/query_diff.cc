// query_diff.cc - see query_diff.h.
#include "release/query_diff.h"

#include <algorithm>

namespace signpost {
namespace {

std::vector<Hit> search(const Searcher& searcher, const std::string& text, const std::string& lang,
                        size_t wanted) {
  SearchRequest request;
  request.text = text;
  request.lang = lang;
  request.per_page = static_cast<uint32_t>(std::max<size_t>(wanted, kDeepestRank));
  return searcher.search(request).hits;
}

bool same_document(const Hit& a, const Hit& b) { return a.url == b.url && a.lang == b.lang; }

bool same_hit(const Hit& a, const Hit& b) { return same_document(a, b) && a.by_meaning == b.by_meaning; }

struct Place {
  size_t rank = 0;  // 0 for none
  bool by_meaning = false;
};
Place place_of(const Hit& wanted, const std::vector<Hit>& hits) {
  const auto found =
      std::find_if(hits.begin(), hits.end(), [&](const Hit& hit) { return same_document(hit, wanted); });
  if (found == hits.end()) return {};
  return {static_cast<size_t>(found - hits.begin()) + 1, found->by_meaning};
}

MovedDocument moved(const Hit& hit, const Place& before, const Place& now) {
  return {hit.id, hit.lang, hit.title, before.rank, now.rank, before.by_meaning, now.by_meaning};
}

bool is_among(const std::string& id, const std::vector<Hit>& hits, size_t top) {
  const auto end = hits.begin() + static_cast<std::ptrdiff_t>(std::min(top, hits.size()));
  return std::any_of(hits.begin(), end, [&](const Hit& hit) { return hit.id == id; });
}

// As signpost-eval --golden judges.
bool passes(const GoldenQuery& query, const std::vector<Hit>& hits) {
  const auto found = [&](const std::string& id) { return is_among(id, hits, query.top); };
  return std::all_of(query.expect.begin(), query.expect.end(), found) &&
         std::none_of(query.never.begin(), query.never.end(), found);
}

bool same_first(const std::vector<Hit>& a, const std::vector<Hit>& b, size_t depth) {
  const auto end_of = [depth](const std::vector<Hit>& hits) {
    return hits.begin() + static_cast<std::ptrdiff_t>(std::min(depth, hits.size()));
  };
  return std::equal(a.begin(), end_of(a), b.begin(), end_of(b), same_hit);
}

std::vector<MovedDocument> side_by_side(const std::vector<Hit>& before, const std::vector<Hit>& after,
                                        size_t depth) {
  std::vector<MovedDocument> rows;
  for (size_t i = 0; i < std::min(depth, after.size()); ++i)
    rows.push_back(moved(after[i], place_of(after[i], before), {i + 1, after[i].by_meaning}));
  for (size_t i = 0; i < std::min(depth, before.size()); ++i) {
    const Place now = place_of(before[i], after);
    if (now.rank == 0 || now.rank > depth)
      rows.push_back(moved(before[i], {i + 1, before[i].by_meaning}, now));
  }
  return rows;
}

class Comparison {
 public:
  Comparison(const Searcher& before, const Searcher& after) : before_(before), after_(after) {}

  // True when the first `depth` results differ; then `change` has their rows.
  bool differs(QueryChange& change, size_t depth) {
    old_hits_ = search(before_, change.text, change.lang, depth);
    new_hits_ = search(after_, change.text, change.lang, depth);
    if (same_first(old_hits_, new_hits_, depth)) return false;
    change.rows = side_by_side(old_hits_, new_hits_, depth);
    return true;
  }
  const std::vector<Hit>& old_hits() const { return old_hits_; }
  const std::vector<Hit>& new_hits() const { return new_hits_; }

 private:
  const Searcher& before_;
  const Searcher& after_;
  std::vector<Hit> old_hits_;
  std::vector<Hit> new_hits_;
};

}  // namespace

std::string meaning_note(const MovedDocument& document) {
  const bool before = document.old_by_meaning;
  const bool now = document.new_by_meaning;
  if (!before && !now) return "";
  const bool both = (before || document.old_rank == 0) && (now || document.new_rank == 0);
  return both ? "by meaning" : now ? "by meaning now" : "by meaning before";
}

QueryDiff compare_queries(const Searcher& before, const Searcher& after,
                          const std::vector<GoldenQuery>& golden, const std::vector<RecordedQuery>& recorded,
                          size_t depth) {
  QueryDiff diff;
  diff.golden = golden.size();
  diff.recorded = recorded.size();
  Comparison comparison(before, after);
  for (const GoldenQuery& query : golden) {
    QueryChange change{query.text, query.lang, query.line, 0, true, true, {}};
    if (!comparison.differs(change, std::max(depth, query.top))) continue;
    change.passed_before = passes(query, comparison.old_hits());
    change.passes_now = passes(query, comparison.new_hits());
    diff.golden_broken += change.passed_before && !change.passes_now;
    diff.golden_mended += !change.passed_before && change.passes_now;
    diff.changed.push_back(std::move(change));
  }
  std::stable_partition(diff.changed.begin(), diff.changed.end(),
                        [](const QueryChange& change) { return change.passed_before && !change.passes_now; });
  for (const RecordedQuery& query : recorded) {
    QueryChange change{query.text, query.lang, 0, query.count, true, true, {}};
    if (comparison.differs(change, depth)) diff.changed.push_back(std::move(change));
  }
  return diff;
}

}  // namespace signpost
