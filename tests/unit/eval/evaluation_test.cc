#include "eval/evaluation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "eval/golden.h"
#include "eval/measures.h"
#include "test_index.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Metrics, AreTheTextbooks) {
  const Judgments judged = {{"a", 1}, {"b", 2}, {"c", 0}};
  EXPECT_DOUBLE_EQ(reciprocal_rank({"x", "a", "b"}, judged, 10), 0.5);
  EXPECT_DOUBLE_EQ(reciprocal_rank({"x", "a"}, judged, 1), 0);
  EXPECT_DOUBLE_EQ(reciprocal_rank({"c"}, judged, 10), 0);
  EXPECT_DOUBLE_EQ(recall({"b", "x", "a"}, judged, 2), 0.5);
  EXPECT_DOUBLE_EQ(ndcg({"b", "a"}, judged, 10), 1);
  // (1 + 2/log2(3)) / (2 + 1/log2(3))
  EXPECT_NEAR(ndcg({"a", "b"}, judged, 10), 0.8597, 1e-4);
  EXPECT_EQ(first_relevant({"x", "b"}, judged), 2u);
  EXPECT_DOUBLE_EQ(percentile({5, 1, 3, 2, 4}, 0.5), 3);
  EXPECT_DOUBLE_EQ(percentile({5, 1, 3, 2, 4}, 0.99), 5);
  EXPECT_DOUBLE_EQ(percentile({}, 0.5), 0);
}

TEST(JudgedQueries, ReadBothFormsAndNameTheLineOfAMistake) {
  EXPECT_EQ(parse_queries("q1\thow to\r\nq2\tx\n", "q").size(), 2u);
  EXPECT_EQ(parse_qrels("q1\td 1\t2\n", "q").at("q1").at("d 1"), 2);
  EXPECT_EQ(parse_qrels("q1 0 d1 1\n", "q").at("q1").at("d1"), 1);
  EXPECT_THAT(parse_run("q1 Q0 b 1 2.5 tag\nq1 Q0 a 2 1.5 tag\n", "r").at("q1"), ElementsAre("b", "a"));
  try {
    parse_qrels("q1 0 d1 1\nq1 0 d1 much\n", "qrels.txt");
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("qrels.txt:2: error:"));
  }
  EXPECT_EQ(format_run({{"q1", {{"a", 2.5}, {"b", 1}}}}), "q1 Q0 a 1 2.5 signpost\nq1 Q0 b 2 1 signpost\n");
}

TEST(Evaluation, RunsQueriesAndComparesRuns) {
  const TestIndex index(
      {make_document("cats", "Cats", {"They purr."}), make_document("dogs", "Dogs", {"They bark at cats."})});
  const Qrels qrels = {{"q1", {{"cats", 1}}}, {"q2", {{"cats", 1}}}};
  const auto results = evaluate(index.searcher(), {{"q1", "cats"}, {"q2", "bark"}}, "", true);
  EXPECT_THAT(summarize(results, qrels), HasSubstr("MRR@10     0.5000"));
  const std::string moved = compare(results, {{"q1", {"dogs", "cats"}}, {"q2", {"cats"}}}, qrels);
  EXPECT_THAT(moved, HasSubstr("won  2 -> 1\tq1\tcats"));
  EXPECT_THAT(moved, HasSubstr("lost 1 -> -\tq2\tbark"));
  EXPECT_THAT(moved, HasSubstr("1 won, 1 lost"));
}

TEST(Golden, PassesFailsAndNamesTheLineOfAMistake) {
  const TestIndex index(
      {make_document("cats", "Cats", {"They purr."}), make_document("dogs", "Dogs", {"They bark at cats."})});
  const auto queries = parse_golden(
      "golden:\n  - {q: cats, expect: [cats], top: 1}\n  - q: cats\n    never: [dogs]\n", "g.yaml");
  size_t passed = 0, failed = 0;
  const std::string table = check_golden(index.searcher(), queries, passed, failed);
  EXPECT_EQ(passed, 1u);
  EXPECT_EQ(failed, 1u);
  EXPECT_THAT(table, HasSubstr("line 3: cats"));
  EXPECT_THAT(table, HasSubstr("dogs must not be there, is at 2"));
  for (const char* bad : {"golden:\n  - {expect: [a]}\n", "golden:\n  - {q: a, want: [b]}\n", "other: 1\n",
                          "golden: [", "golden:\n  - {q: a}\n"}) {
    EXPECT_THROW(parse_golden(bad, "g.yaml"), Error) << bad;
  }
}

}  // namespace
}  // namespace signpost
