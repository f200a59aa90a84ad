// ranking_golden_test.cc - the first results for each judged query on the help centre in
// tests/relevance/corpus, as they are and as they were: a change of the ranking is a diff of these files, and
// rank_stats.txt tells whether it helped. SIGNPOST_UPDATE_GOLDENS=1 rewrites both.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <sstream>

#include "base/dates.h"
#include "base/file_io.h"
#include "eval/judged_queries.h"
#include "eval/measures.h"
#include "index/generation.h"
#include "index/schema.h"
#include "indexer/indexing_run.h"
#include "search/searcher.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

const std::string kFolder = std::string(SIGNPOST_SOURCE_DIR) + "/tests/relevance";

struct Stats {
  size_t queries = 0;
  double mrr = 0;
  double ndcg = 0;
  size_t first = 0;
  size_t in_five = 0;
};

std::string print(const std::string& name, const Stats& stats) {
  char line[160];
  const auto n = static_cast<double>(stats.queries);
  std::snprintf(line, sizeof line,
                "%-8s %3zu queries   MRR@10 %.3f   nDCG@10 %.3f   success@1 %.3f   success@5 %.3f\n",
                name.c_str(), stats.queries, stats.mrr / n, stats.ndcg / n,
                static_cast<double>(stats.first) / n, static_cast<double>(stats.in_five) / n);
  return line;
}

void compare_or_rewrite(const std::string& path, const std::string& actual) {
  if (std::getenv("SIGNPOST_UPDATE_GOLDENS") != nullptr) {
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    write_file(path, actual);
  } else {
    EXPECT_EQ(actual, read_file(path)) << path << "; SIGNPOST_UPDATE_GOLDENS=1 rewrites it";
  }
}

class RankingGolden : public ::testing::Test {
 protected:
  // One index for all.
  static void SetUpTestSuite() {
    folder_ = new TemporaryFolder;
    IndexOptions options;
    options.source = kFolder + "/corpus";
    options.output = folder_->path("index");
    std::ostringstream out;
    std::ostringstream err;
    ASSERT_EQ(run_index(options, out, err), kExitClean) << err.str();
    searcher_ = new Searcher(*current_generation(options.output));
  }
  static void TearDownTestSuite() {
    delete searcher_;
    delete folder_;
  }

  static std::string language(const std::string& id) { return id.substr(0, id.find('-')); }

  static SearchResponse search(const std::string& id, const std::string& text) {
    SearchRequest request;
    request.text = text;
    request.lang = language(id);
    request.today = parse_day("2026-11-22");
    return searcher_->search(request);
  }

  static TemporaryFolder* folder_;
  static Searcher* searcher_;
};
TemporaryFolder* RankingGolden::folder_ = nullptr;
Searcher* RankingGolden::searcher_ = nullptr;

TEST_F(RankingGolden, IsAsReviewed) {
  const Queries queries = parse_queries(read_file(kFolder + "/queries.tsv"), "queries.tsv");
  const Qrels qrels = parse_qrels(read_file(kFolder + "/qrels.tsv"), "qrels.tsv");
  std::map<std::string, Stats> stats;
  for (const auto& [id, text] : queries) {
    ASSERT_TRUE(qrels.contains(id)) << id << " has no judgments";
    const Judgments& judgments = qrels.at(id);
    const SearchResponse response = search(id, text);
    std::string golden = text + "\n";
    if (response.query.corrected) golden += "-> " + *response.query.corrected + "\n";
    Ranking ranking;
    for (const Hit& hit : response.hits) {
      const bool repeated = std::find(ranking.begin(), ranking.end(), hit.id) != ranking.end();
      const auto judged = judgments.find(hit.id);
      ranking.push_back(hit.id);
      if (ranking.size() > 5) continue;
      golden += (judged != judgments.end() && !repeated ? "* " : "  ") + hit.url;
      if (!hit.section.anchor.empty()) golden += "#" + hit.section.anchor;
      golden += "\n";
    }
    compare_or_rewrite(kFolder + "/golden/" + id + ".txt", golden);
    for (const std::string& group : {language(id), std::string("all")}) {
      Stats& s = stats[group];
      const size_t rank = first_relevant(ranking, judgments);
      ++s.queries;
      s.mrr += reciprocal_rank(ranking, judgments, 10);
      s.ndcg += ndcg(ranking, judgments, 10);
      s.first += rank == 1;
      s.in_five += rank >= 1 && rank <= 5;
    }
  }
  std::string table;
  for (const auto& [group, s] : stats) table += print(group, s);
  compare_or_rewrite(kFolder + "/rank_stats.txt", table);
}

}  // namespace
}  // namespace signpost
