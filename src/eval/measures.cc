// measures.cc - MRR, recall and nDCG as their formulas say.
#include "eval/measures.h"

#include <algorithm>
#include <cmath>

namespace signpost {
namespace {

int gain_of(const std::string& id, const Judgments& judgments) {
  const auto found = judgments.find(id);
  return found == judgments.end() ? 0 : found->second;
}

double discounted(const std::vector<int>& gains, size_t depth) {
  double sum = 0;
  for (size_t i = 0; i < gains.size() && i < depth; ++i) {
    if (gains[i] > 0) sum += gains[i] / std::log2(static_cast<double>(i) + 2);
  }
  return sum;
}

}  // namespace

size_t first_relevant(const Ranking& ranking, const Judgments& judgments) {
  for (size_t i = 0; i < ranking.size(); ++i) {
    if (gain_of(ranking[i], judgments) > 0) return i + 1;
  }
  return 0;
}

double reciprocal_rank(const Ranking& ranking, const Judgments& judgments, size_t depth) {
  const size_t rank = first_relevant(ranking, judgments);
  return rank == 0 || rank > depth ? 0 : 1.0 / static_cast<double>(rank);
}

double ndcg(const Ranking& ranking, const Judgments& judgments, size_t depth) {
  std::vector<int> ideal;
  for (const auto& [id, gain] : judgments) ideal.push_back(gain);
  std::sort(ideal.rbegin(), ideal.rend());
  const double best = discounted(ideal, depth);
  if (best == 0) return 0;
  std::vector<int> gains;
  for (const std::string& id : ranking) gains.push_back(gain_of(id, judgments));
  return discounted(gains, depth) / best;
}

double recall(const Ranking& ranking, const Judgments& judgments, size_t depth) {
  size_t relevant = 0;
  for (const auto& [id, gain] : judgments) relevant += gain > 0;
  if (relevant == 0) return 0;
  size_t found = 0;
  for (size_t i = 0; i < ranking.size() && i < depth; ++i) found += gain_of(ranking[i], judgments) > 0;
  return static_cast<double>(found) / static_cast<double>(relevant);
}

double percentile(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto rank = static_cast<size_t>(std::ceil(share * static_cast<double>(values.size())));
  return values[std::min(values.size(), std::max<size_t>(rank, 1)) - 1];
}

}  // namespace signpost
