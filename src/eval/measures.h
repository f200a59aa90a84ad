// measures.h - measures of a ranking against judgments.
// Tested by tests/unit/eval/evaluation_test.cc.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace signpost {

// Document id -> gain; what is not listed is not relevant.
using Judgments = std::map<std::string, int>;
using Ranking = std::vector<std::string>;  // document ids, best first

// 1 / rank of the first relevant document among the first `depth`, 0 when there is none (TREC-8 QA track).
double reciprocal_rank(const Ranking& ranking, const Judgments& judgments, size_t depth);

// Discounted cumulative gain over the ideal one, gain / log2(rank + 1) (Jarvelin and Kekalainen 2002, as
// trec_eval's ndcg_cut).
double ndcg(const Ranking& ranking, const Judgments& judgments, size_t depth);

// Share of the relevant documents among the first `depth`.
double recall(const Ranking& ranking, const Judgments& judgments, size_t depth);

// Rank from 1 of the first relevant document, 0 when there is none.
size_t first_relevant(const Ranking& ranking, const Judgments& judgments);

// The value below which `share` of the sorted values lie (nearest rank). 0 for none.
double percentile(std::vector<double> values, double share);

}  // namespace signpost
