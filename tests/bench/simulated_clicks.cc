// simulated_clicks.cc - what clicks as a signal of the ranking gain on judged queries, and what unwanted ones
// can do, with visitors made up. Run by tests/bench/clicks.sh.
//
//   bench_clicks GENERATION_DIR QUERIES_TSV QRELS
//
// Visitors look at the ten hits in one of these ways, and click what they look at with probability 0.7 where
// it is judged relevant and 0.1 where not. The ranking knows of no judgment, and corrects all of them by the
// same propensity 1 / place, which is right for one of them alone. Each is asked twice: the second time
// visitors see what the clicks of the first have made. Prints a row for each; the seed is fixed.
#include <cmath>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/file_io.h"
#include "eval/judged_queries.h"
#include "eval/measures.h"
#include "search/clicks.h"
#include "search/searcher.h"

namespace signpost {
namespace {

constexpr double kClicksRelevant = 0.7;
constexpr double kClicksOther = 0.1;
constexpr size_t kShown = 10;

using Random = std::mt19937_64;

bool happens(Random& random, double probability) {
  return std::uniform_real_distribution<double>(0, 1)(random) < probability;
}

struct Shown {
  std::string id;
  std::string lang;
  bool relevant = false;
};

// One visit: the places, from 0, that it clicks.
using Visitor = std::function<std::vector<size_t>(const std::vector<Shown>&, Random&)>;

// Looks at each place by itself (the position-based model; Craswell et al., WSDM 2008).
Visitor looks_at_places(double eta) {
  return [eta](const std::vector<Shown>& hits, Random& random) {
    std::vector<size_t> clicked;
    for (size_t i = 0; i < hits.size(); ++i) {
      if (!happens(random, std::pow(1.0 / static_cast<double>(i + 1), eta))) continue;
      if (happens(random, hits[i].relevant ? kClicksRelevant : kClicksOther)) clicked.push_back(i);
    }
    return clicked;
  };
}

// Goes down until a click satisfies (the cascade model; ibid.).
Visitor goes_down(double goes_on) {
  return [goes_on](const std::vector<Shown>& hits, Random& random) {
    for (size_t i = 0; i < hits.size(); ++i) {
      if (happens(random, hits[i].relevant ? kClicksRelevant : kClicksOther)) return std::vector<size_t>{i};
      if (!happens(random, goes_on)) break;
    }
    return std::vector<size_t>();
  };
}

// Clicks the last hit that is not relevant, whatever else there is.
std::vector<size_t> clicks_the_last(const std::vector<Shown>& hits, Random&) {
  for (size_t i = hits.size(); i-- > 0;) {
    if (!hits[i].relevant) return {i};
  }
  return {};
}

struct Measured {
  double mrr = 0;
  double ndcg = 0;
};

class Simulation {
 public:
  Simulation(const Searcher& searcher, const Queries& queries, const Qrels& qrels) : searcher_(searcher) {
    for (const auto& [id, text] : queries) {
      if (const auto judged = qrels.find(id); judged != qrels.end())
        queries_.emplace_back(text, &judged->second);
    }
  }

  std::vector<Shown> shown(const std::string& text, const Judgments& judgments,
                           const ClickTable* clicks) const {
    SearchRequest request;
    request.text = text;
    request.clicks = clicks;
    std::vector<Shown> out;
    for (const Hit& hit : searcher_.search(request).hits) {
      const auto gain = judgments.find(hit.id);
      if (out.size() < kShown) out.push_back({hit.id, hit.lang, gain != judgments.end() && gain->second > 0});
    }
    return out;
  }

  // Adds the visits of each query to what is recorded.
  void visit(const Visitor& visitor, uint64_t visits, const ClickTable* clicks, Random& random,
             std::vector<ClickedQuery>& recorded) const {
    for (const auto& [text, judgments] : queries_) {
      const std::vector<Shown> hits = shown(text, *judgments, clicks);
      std::map<size_t, uint64_t> counts;
      for (uint64_t i = 0; i < visits; ++i) {
        for (const size_t place : visitor(hits, random)) ++counts[place];
      }
      ClickedQuery query{text, "", visits, {}};
      for (const auto& [place, count] : counts)
        query.clicks.push_back({hits[place].id, hits[place].lang, static_cast<uint32_t>(place + 1), count});
      recorded.push_back(std::move(query));
    }
  }

  Measured measure(const ClickTable* clicks) const {
    Measured sum;
    for (const auto& [text, judgments] : queries_) {
      Ranking ranking;
      for (const Shown& hit : shown(text, *judgments, clicks)) ranking.push_back(hit.id);
      sum.mrr += reciprocal_rank(ranking, *judgments, kShown);
      sum.ndcg += ndcg(ranking, *judgments, kShown);
    }
    const auto n = static_cast<double>(queries_.size());
    return {sum.mrr / n, sum.ndcg / n};
  }

 private:
  const Searcher& searcher_;
  std::vector<std::pair<std::string, const Judgments*>> queries_;
};

void print_row(const std::string& name, uint64_t visits, const Measured& found) {
  std::printf("| %s | %llu | %.4f | %.4f |\n", name.c_str(), static_cast<unsigned long long>(visits),
              found.mrr, found.ndcg);
}

void run(const Searcher& searcher, const Queries& queries, const Qrels& qrels) {
  const Simulation simulation(searcher, queries, qrels);
  print_row("without clicks", 0, simulation.measure(nullptr));
  const std::pair<const char*, Visitor> visitors[] = {
      {"look at place p with 1/p", looks_at_places(1)},
      {"look at more: 1/p^0.5", looks_at_places(0.5)},
      {"look at less: 1/p^1.5", looks_at_places(1.5)},
      {"go down until satisfied", goes_down(0.85)},
      {"spam: all click the last that is not relevant", clicks_the_last},
  };
  for (const auto& [name, visitor] : visitors) {
    for (const uint64_t visits : {20, 50, 200, 1000}) {
      Random random(19);
      std::vector<ClickedQuery> recorded;
      simulation.visit(visitor, visits / 2, nullptr, random, recorded);
      const ClickTable first(recorded);
      simulation.visit(visitor, visits - visits / 2, &first, random, recorded);
      const ClickTable second(recorded);
      print_row(name, visits, simulation.measure(&second));
    }
  }
}

}  // namespace
}  // namespace signpost

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: bench_clicks GENERATION_DIR QUERIES_TSV QRELS\n";
    return 2;
  }
  try {
    const signpost::Searcher searcher(argv[1]);
    signpost::run(searcher, signpost::parse_queries(signpost::read_file(argv[2]), argv[2]),
                  signpost::parse_qrels(signpost::read_file(argv[3]), argv[3]));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "bench_clicks: " << error.what() << '\n';
  }
  return 1;
}
