// search_beside_stock.cc - answers the same queries with Signpost and with stock Xapian, in turn, in one run.
// Run by tests/bench/search.sh and tests/bench/relevance.sh.
//
//   bench_search GENERATION_DIR STOCK_DATABASE QUERIES_TSV [QRELS]
//
// Signpost does all that a visitor gets: ten hits, snippets, facets, spelling. Stock Xapian does get_mset(0,
// 10) for the same words joined by OR, and nothing else. The database is one of bench_stock_index. Prints one
// JSON object.
#include <xapian.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

#include "base/file_io.h"
#include "eval/judged_queries.h"
#include "eval/measures.h"
#include "search/searcher.h"

namespace signpost {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

class Stock {
 public:
  explicit Stock(const std::string& path) : database_(path) {
    parser_.set_database(database_);
    parser_.set_stemmer(Xapian::Stem("en"));
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_default_op(Xapian::Query::OP_OR);
  }

  // Ids of the first ten. An exception counts as no answer.
  Ranking search(const std::string& text) {
    Ranking out;
    try {
      Xapian::Enquire enquire(database_);
      enquire.set_query(parser_.parse_query(text, Xapian::QueryParser::FLAG_CJK_NGRAM));
      const Xapian::MSet found = enquire.get_mset(0, 10);
      for (auto hit = found.begin(); hit != found.end(); ++hit) numbers_.push_back(*hit);
      if (keep_ids) {
        for (auto hit = found.begin(); hit != found.end(); ++hit)
          out.push_back(hit.get_document().get_data());
      }
    } catch (const Xapian::Error&) {
    }
    numbers_.clear();
    return out;
  }
  bool keep_ids = false;

 private:
  Xapian::Database database_;
  Xapian::QueryParser parser_;
  std::vector<Xapian::docid> numbers_;
};

SearchRequest request_for(const std::string& text) {
  SearchRequest request;
  request.text = text;
  return request;
}

struct Times {
  std::vector<double> signpost;
  std::vector<double> stock;
  std::vector<double> suggest;
};

Times time_queries(const Searcher& searcher, Stock& stock, const Queries& queries) {
  Times times;
  for (const auto& [id, text] : queries) {
    auto start = Clock::now();
    stock.search(text);
    times.stock.push_back(milliseconds_since(start));
    start = Clock::now();
    searcher.search(request_for(text));
    times.signpost.push_back(milliseconds_since(start));
    // A visitor types: every beginning of the first twelve bytes asks for suggestions.
    for (size_t typed = 1; typed <= std::min<size_t>(text.size(), 12); typed += 3) {
      start = Clock::now();
      searcher.suggest(text.substr(0, typed), "");
      times.suggest.push_back(milliseconds_since(start));
    }
  }
  return times;
}

// Queries a second of `count` threads that share the searcher.
double throughput(const Searcher& searcher, const Queries& queries, unsigned count) {
  std::vector<std::thread> threads;
  const auto start = Clock::now();
  for (unsigned t = 0; t < count; ++t) {
    threads.emplace_back([&, t] {
      for (size_t i = 0; i < queries.size(); ++i) {
        searcher.search(request_for(queries[(i + t * queries.size() / count) % queries.size()].second));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  return 1000.0 * static_cast<double>(count * queries.size()) / milliseconds_since(start);
}

double resident_megabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
  }
  return 0;
}

double mean_reciprocal_rank(const Queries& queries, const Qrels& qrels,
                            const std::function<Ranking(const std::string&)>& search) {
  double sum = 0;
  size_t judged = 0;
  for (const auto& [id, text] : queries) {
    const auto found = qrels.find(id);
    if (found == qrels.end()) continue;
    ++judged;
    sum += reciprocal_rank(search(text), found->second, 10);
  }
  return judged == 0 ? 0 : sum / static_cast<double>(judged);
}

void print_relevance(const Searcher& searcher, Stock& stock, const Queries& queries, const Qrels& qrels) {
  stock.keep_ids = true;
  const double ours = mean_reciprocal_rank(queries, qrels, [&](const std::string& text) {
    Ranking out;
    for (const Hit& hit : searcher.search(request_for(text)).hits) out.push_back(hit.id);
    return out;
  });
  const double theirs =
      mean_reciprocal_rank(queries, qrels, [&](const std::string& text) { return stock.search(text); });
  std::printf("{\"queries\": %zu, \"stock_mrr\": %.4f, \"signpost_mrr\": %.4f}\n", queries.size(), theirs,
              ours);
}

void print_speed(const Searcher& searcher, Stock& stock, const Queries& queries) {
  time_queries(searcher, stock, queries);  // warms the page cache for both
  const double resident = resident_megabytes();
  const Times times = time_queries(searcher, stock, queries);
  std::printf(
      "{\"queries\": %zu, \"stock_p50_ms\": %.3f, \"stock_p99_ms\": %.3f, \"signpost_p50_ms\": %.3f, "
      "\"signpost_p99_ms\": %.3f, "
      "\"signpost_max_ms\": %.3f, \"suggest_p50_ms\": %.3f, \"suggest_p99_ms\": %.3f, \"one_thread_qps\": "
      "%.0f, "
      "\"two_threads_qps\": %.0f, \"resident_mb\": %.1f}\n",
      queries.size(), percentile(times.stock, 0.5), percentile(times.stock, 0.99),
      percentile(times.signpost, 0.5), percentile(times.signpost, 0.99), percentile(times.signpost, 1),
      percentile(times.suggest, 0.5), percentile(times.suggest, 0.99), throughput(searcher, queries, 1),
      throughput(searcher, queries, 2), resident);
}

}  // namespace
}  // namespace signpost

int main(int argc, char** argv) {
  if (argc != 4 && argc != 5) {
    std::cerr << "usage: bench_search GENERATION_DIR STOCK_DATABASE QUERIES_TSV [QRELS]\n";
    return 2;
  }
  try {
    const signpost::Searcher searcher(argv[1]);
    signpost::Stock stock(argv[2]);
    const auto queries = signpost::parse_queries(signpost::read_file(argv[3]), argv[3]);
    if (argc == 5) {
      signpost::print_relevance(searcher, stock, queries,
                                signpost::parse_qrels(signpost::read_file(argv[4]), argv[4]));
    } else {
      signpost::print_speed(searcher, stock, queries);
    }
    return 0;
  } catch (const Xapian::Error& error) {
    std::cerr << "bench_search: " << error.get_description() << '\n';
  } catch (const std::exception& error) {
    std::cerr << "bench_search: " << error.what() << '\n';
  }
  return 1;
}
