#include "content/search_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(ParseSynonyms, ReadsListsArrowsCommentsAndEscapes) {
  std::vector<Diagnostic> diagnostics;
  const auto rules =
      parse_synonyms("# words\r\nlog in, sign in,login\n\nk8s => kubernetes, k eight s\na\\,b, c\n", "en",
                     "synonyms/en.txt", diagnostics);
  ASSERT_THAT(rules, SizeIs(3));
  EXPECT_THAT(rules[0].from, ElementsAre("log in", "sign in", "login"));
  EXPECT_EQ(rules[0].to, rules[0].from);
  EXPECT_THAT(rules[1].from, ElementsAre("k8s"));
  EXPECT_THAT(rules[1].to, ElementsAre("kubernetes", "k eight s"));
  EXPECT_THAT(rules[2].from, ElementsAre("a,b", "c"));
  EXPECT_THAT(diagnostics, SizeIs(0));
}

TEST(ParseSynonyms, NamesTheLineOfAMistake) {
  std::vector<Diagnostic> diagnostics;
  EXPECT_THAT(parse_synonyms("a, b\nalone\n=> c\na,, b\n", "en", "synonyms/en.txt", diagnostics), SizeIs(1));
  ASSERT_THAT(diagnostics, SizeIs(3));
  EXPECT_EQ(to_string(diagnostics[0]),
            "synonyms/en.txt:2:1: error: not \"a, b\" nor \"a, b => c\": alone [synonyms]");
}

TEST(ParseBestBets, ReadsTheListAndLeavesOutWrongEntries) {
  std::vector<Diagnostic> diagnostics;
  const auto bets = parse_best_bets(
      "golden: []\nbest_bets:\n  - {q: [docker, container], lang: en, id: run}\n  - {q: x, id: y}\n  - {q: "
      "z}\n"
      "  - {q: z, id: a, top: 3}\n",
      "queries.yaml", diagnostics);
  ASSERT_THAT(bets, SizeIs(2));
  EXPECT_THAT(bets[0].queries, ElementsAre("docker", "container"));
  EXPECT_EQ(bets[1].lang, "");
  ASSERT_THAT(diagnostics, SizeIs(2));
  EXPECT_EQ(diagnostics[0].line, 5);
  EXPECT_THAT(parse_best_bets("best_bets: 3", "q", diagnostics), SizeIs(0));
  EXPECT_THAT(parse_best_bets("a: 1", "q", diagnostics), SizeIs(0));
  EXPECT_THAT(diagnostics, SizeIs(3));
}

}  // namespace
}  // namespace signpost
