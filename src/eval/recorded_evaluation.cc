// recorded_evaluation.cc - see recorded_evaluation.h.
#include "eval/recorded_evaluation.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

#include "eval/measures.h"
#include "search/index_reader.h"

namespace signpost {
namespace {

constexpr size_t kLookedAt = 10;
constexpr float kGainSteps = 10;

// By number, as a document of another language is another one.
Judgments chosen_by_visitors(const ClickedQuery& query, const IndexReader& index) {
  Judgments chosen;
  for (const DocumentClicks& document : ClickTable({query}).find(query.text, query.lang, index)) {
    const auto gain = static_cast<int>(std::lround(document.clicks.share * kGainSteps));
    chosen.emplace(std::to_string(document.number), std::max(1, gain));
  }
  return chosen;
}

// Sums of whatever a file says, so not of a size that a whole number must have.
std::string whole(double number) {
  std::ostringstream out;
  out << std::fixed << std::setprecision(0) << number;
  return out.str();
}

Ranking found_by(const Searcher& searcher, const ClickedQuery& query, bool correct) {
  SearchRequest request;
  request.text = query.text;
  request.lang = query.lang;
  request.correct = correct;
  Ranking ranking;
  for (const Hit& hit : searcher.search(request).hits)
    ranking.push_back(std::to_string(searcher.index().find(hit.lang, hit.id)));
  return ranking;
}

}  // namespace

std::string summarize_asked(const Searcher& searcher, const std::vector<ClickedQuery>& queries,
                            bool correct) {
  double visits = 0, empty = 0, judged = 0, rank = 0, gain = 0;
  size_t judged_queries = 0;
  for (const ClickedQuery& query : queries) {
    const auto weight = static_cast<double>(query.visits);
    const Ranking ranking = found_by(searcher, query, correct);
    const Judgments chosen = chosen_by_visitors(query, searcher.index());
    visits += weight;
    if (ranking.empty()) empty += weight;
    if (chosen.empty()) continue;
    ++judged_queries;
    judged += weight;
    rank += weight * reciprocal_rank(ranking, chosen, kLookedAt);
    gain += weight * ndcg(ranking, chosen, kLookedAt);
  }
  std::ostringstream out;
  out << std::fixed << std::setprecision(4) << "asked      " << queries.size() << " queries of "
      << whole(visits) << " visits\n"
      << "empty      " << (visits == 0 ? 0 : empty / visits) << "\n"
      << "judged     " << judged_queries << " queries of " << whole(judged) << " visits\n"
      << "MRR@10     " << (judged == 0 ? 0 : rank / judged) << "\n"
      << "nDCG@10    " << (judged == 0 ? 0 : gain / judged) << "\n";
  return out.str();
}

}  // namespace signpost
