// evaluation.cc - runs judged queries and adds up what they find.
#include "eval/evaluation.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

#include "base/printable.h"
#include "eval/measures.h"

namespace signpost {
namespace {

constexpr size_t kDepth = 10;

Ranking ranking_of(const EvaluatedQuery& query) {
  Ranking out;
  for (const auto& [id, score] : query.hits) out.push_back(id);
  return out;
}

std::string rank_text(size_t rank) { return rank == 0 ? "-" : std::to_string(rank); }

}  // namespace

std::vector<EvaluatedQuery> evaluate(const Searcher& searcher, const Queries& queries,
                                     const std::string& lang, bool correct) {
  std::vector<EvaluatedQuery> out;
  for (const auto& [id, text] : queries) {
    SearchRequest request;
    request.text = text;
    request.lang = lang;
    request.correct = correct;
    request.per_page = kDepth;
    const SearchResponse response = searcher.search(request);
    EvaluatedQuery& query = out.emplace_back(EvaluatedQuery{id, text, {}, response.took_ms});
    for (const Hit& hit : response.hits) query.hits.emplace_back(hit.id, hit.score);
  }
  return out;
}

std::string summarize(const std::vector<EvaluatedQuery>& results, const Qrels& qrels) {
  double mrr = 0, gain = 0, found = 0, success = 0, empty = 0;
  std::vector<double> times;
  size_t n = 0;
  for (const EvaluatedQuery& query : results) {
    const auto judged = qrels.find(query.id);
    if (judged == qrels.end()) continue;
    const Ranking ranking = ranking_of(query);
    ++n;
    mrr += reciprocal_rank(ranking, judged->second, kDepth);
    gain += ndcg(ranking, judged->second, kDepth);
    found += recall(ranking, judged->second, kDepth);
    success += first_relevant(ranking, judged->second) == 1;
    empty += ranking.empty();
    times.push_back(query.took_ms);
  }
  const double count = std::max<double>(1, static_cast<double>(n));
  std::ostringstream out;
  out << std::fixed << std::setprecision(4) << "queries    " << n << "\nMRR@10     " << mrr / count
      << "\nnDCG@10    " << gain / count << "\nrecall@10  " << found / count << "\nsuccess@1  "
      << success / count << "\nempty      " << empty / count << std::setprecision(3) << "\np50 ms     "
      << percentile(times, 0.5) << "\np99 ms     " << percentile(times, 0.99) << "\n";
  return out.str();
}

std::string compare(const std::vector<EvaluatedQuery>& results, const RunFile& before, const Qrels& qrels) {
  struct Move {
    double change;
    std::string line;
  };
  std::vector<Move> moves;
  size_t won = 0, lost = 0;
  for (const EvaluatedQuery& query : results) {
    const auto judged = qrels.find(query.id);
    if (judged == qrels.end()) continue;
    const auto old = before.find(query.id);
    const Ranking old_ranking = old == before.end() ? Ranking() : old->second;
    const Ranking ranking = ranking_of(query);
    const double change = reciprocal_rank(ranking, judged->second, kDepth) -
                          reciprocal_rank(old_ranking, judged->second, kDepth);
    if (change == 0) continue;
    ++(change > 0 ? won : lost);
    moves.push_back({change, rank_text(first_relevant(old_ranking, judged->second)) + " -> " +
                                 rank_text(first_relevant(ranking, judged->second)) + "\t" +
                                 printable(query.id) + "\t" + printable(query.text)});
  }
  std::stable_sort(moves.begin(), moves.end(),
                   [](const Move& a, const Move& b) { return a.change > b.change; });
  std::ostringstream out;
  for (const Move& move : moves) out << (move.change > 0 ? "won  " : "lost ") << move.line << "\n";
  out << won << " won, " << lost << " lost\n";
  return out.str();
}

}  // namespace signpost
