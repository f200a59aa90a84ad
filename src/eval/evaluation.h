// evaluation.h - runs judged queries against an index and tells how well and how fast it answers.
// Tested by tests/unit/eval/evaluation_test.cc.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "eval/judged_queries.h"
#include "search/searcher.h"

namespace signpost {

struct EvaluatedQuery {
  std::string id;
  std::string text;
  std::vector<std::pair<std::string, double>> hits;  // document id, score; best first
  double took_ms = 0;
};

// `lang` for all queries; `correct` as in SearchRequest.
std::vector<EvaluatedQuery> evaluate(const Searcher& searcher, const Queries& queries,
                                     const std::string& lang, bool correct);

// One line a measure: MRR@10, nDCG@10, recall@10, success@1, share of empty answers, p50 and p99 in ms.
// Queries without judgments are left out.
std::string summarize(const std::vector<EvaluatedQuery>& results, const Qrels& qrels);

// The queries whose first relevant document moved, most first: "12 -> 3  qid  text", then the sums.
std::string compare(const std::vector<EvaluatedQuery>& results, const RunFile& before, const Qrels& qrels);

}  // namespace signpost
