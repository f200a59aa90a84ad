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

TEST(ParsePinnedAnswers, ReadsIdsWithAnchorsAndLeavesOutWrongEntries) {
  std::vector<Diagnostic> diagnostics;
  const auto answers = parse_pinned_answers(
      "answers:\n  - {q: [reset password, forgot password], lang: EN, answer: reset#by-mail}\n"
      "  - {q: 환불, answer: refunds}\n",
      "answers.yaml", diagnostics);
  EXPECT_THAT(diagnostics, SizeIs(0));
  ASSERT_THAT(answers, SizeIs(2));
  EXPECT_EQ(answers[0].lang, "en");
  EXPECT_THAT(answers[0].queries, ElementsAre("reset password", "forgot password"));
  EXPECT_EQ(answers[0].id, "reset");
  EXPECT_EQ(answers[0].anchor, "by-mail");
  EXPECT_EQ(answers[0].line, 2);
  EXPECT_EQ(answers[1].lang, "");
  EXPECT_EQ(answers[1].anchor, "");
  EXPECT_EQ(answers[1].line, 3);

  const struct {
    const char* yaml;
    const char* want;
  } kCases[] = {
      {"answers:\n  - {q: x}\n", "a:2:5: error: an answer needs q and answer [pinned-answers]"},
      {"answers:\n  - {q: x, id: y}\n", "a:2:12: error: an answer has no field \"id\" [pinned-answers]"},
      {"answers:\n  - {q: [x, ' '], answer: y}\n", "a:2:9: error: q must have words [pinned-answers]"},
      {"answers:\n  - {q: x, answer: '#y'}\n", "a:2:5: error: an answer needs q and answer [pinned-answers]"},
      {"answers: 3\n", "a:1:10: error: answers must be a list [pinned-answers]"},
      {"best_bets: []\n", "a:1:1: error: unknown key; known is answers [pinned-answers]"},
      {"- x\n", "a:1:1: error: must be a map with the key answers [pinned-answers]"},
  };
  for (const auto& [yaml, want] : kCases) {
    std::vector<Diagnostic> found;
    EXPECT_THAT(parse_pinned_answers(yaml, "a", found), SizeIs(0)) << yaml;
    ASSERT_THAT(found, SizeIs(1)) << yaml;
    EXPECT_EQ(to_string(found[0]), want);
  }
}

}  // namespace
}  // namespace signpost
