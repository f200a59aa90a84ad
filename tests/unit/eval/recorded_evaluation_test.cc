// recorded_evaluation_test.cc - an index is judged by what visitors opened, each query by its visits.
#include "eval/recorded_evaluation.h"

#include <gtest/gtest.h>

#include "test_index.h"

namespace signpost {
namespace {

TEST(SummarizeAsked, CountsEachQueryByItsVisits) {
  const TestIndex index({make_document("reset", "Reset your password", {"How to reset a password."}),
                         make_document("choose", "Passwords", {"Choose one that is long."}),
                         make_document("print", "Print a page", {"Put in paper."})});
  const std::vector<std::string> found = index.ids("password", "en");
  ASSERT_EQ(found.size(), 2u);
  const std::vector<ClickedQuery> queries = {
      {"password", "en", 100, {{found[1], "en", 2, 40}}},  // second
      {"print", "en", 300, {{"print", "en", 1, 200}}},     // first
      {"teapot", "en", 100, {}},                           // finds nothing
      {"page", "en", 10, {{"print", "en", 1, 9}}},         // of too few visits to judge by
  };
  const std::string summary = summarize_asked(index.searcher(), queries, true);
  EXPECT_EQ(summary.substr(0, summary.find("nDCG")),
            "asked      4 queries of 510 visits\n"
            "empty      0.1961\n"
            "judged     2 queries of 400 visits\n"
            "MRR@10     0.8750\n");
}

TEST(SummarizeAsked, AddsUpWhateverAFileSays) {
  const TestIndex index({make_document("print", "Print a page", {"Put in paper."})});
  const std::vector<ClickedQuery> queries = {{"print", "en", UINT64_MAX, {{"print", "en", 1, UINT64_MAX}}},
                                             {"page", "en", UINT64_MAX, {{"print", "en", 1, UINT64_MAX}}}};
  const std::string summary = summarize_asked(index.searcher(), queries, true);
  EXPECT_NE(summary.find("2 queries of 36893488147419103232 visits"), std::string::npos) << summary;
}

TEST(SummarizeAsked, SaysNothingOfNothing) {
  const TestIndex index({make_document("print", "Print a page", {"Put in paper."})});
  EXPECT_EQ(summarize_asked(index.searcher(), {}, true),
            "asked      0 queries of 0 visits\nempty      0.0000\njudged     0 queries of 0 visits\n"
            "MRR@10     0.0000\nnDCG@10    0.0000\n");
}

}  // namespace
}  // namespace signpost
