// answer_signals_test.cc - what is seen of a question in the stretches of the sections that were found.
#include "answer/answer_signals.h"

#include <gtest/gtest.h>

#include "tests/unit/search/test_index.h"

namespace signpost {
namespace {

class AnswerSignalsTest : public ::testing::Test {
 protected:
  const TestIndex index_{{
      make_document(
          "pump", "Water pump",
          {"The pump moves 40 litres a minute. Its motor is loud.", "Care: Clean the filter weekly."}),
      make_document("garden", "Garden", {"A garden needs water. Plants need light."}),
      make_document("cellar", "Cellar", {"The cellar is dark."}),
  }};

  // The stretch of the first hit that begins like this.
  AnswerSignals of(const std::string& question, const std::string& beginning) {
    const Candidates candidates = index_.searcher().candidates(in("en", question), 5);
    std::vector<const CandidateSection*> all;
    for (const CandidateSection& section : candidates.sections) all.push_back(&section);
    for (const Considered& c : consider(candidates, all, question, asks_for(question, "en"))) {
      if (c.section->text.text.compare(c.stretch.begin, beginning.size(), beginning) == 0) return c.signals;
    }
    ADD_FAILURE() << "no stretch begins: " << beginning;
    return {};
  }
};

TEST_F(AnswerSignalsTest, SharesOfTheQuestionAddUpToOne) {
  const AnswerSignals s = of("How many litres does the pump move?", "The pump");
  EXPECT_NEAR(s.found + s.titled + s.elsewhere + s.missing, 1, 0.2);
  EXPECT_GT(s.found, 0.5F);
  EXPECT_EQ(s.no_number, 0);
  EXPECT_EQ(s.best_offers, 1);
  EXPECT_EQ(s.first_hit, 1);
  EXPECT_GT(s.lead, 0);
  EXPECT_GT(s.beyond_others, 0);
  EXPECT_EQ(s.behind_best, 0);
  EXPECT_EQ(s.whole, 1);
}

TEST_F(AnswerSignalsTest, WhatIsMissingIsTold) {
  const AnswerSignals number = of("Does the pump move 90 litres?", "The pump");
  EXPECT_GT(number.missing_number, 0);
  const AnswerSignals name = of("What did Kim say about the pump?", "The pump");
  EXPECT_GT(name.missing_name, 0);
  EXPECT_GT(name.unknown, 0);
  EXPECT_EQ(of("What does the pump move?", "The pump").missing_name, 0);
  EXPECT_EQ(of("What do I move with the pump?", "The pump").missing_name, 0);
}

TEST_F(AnswerSignalsTest, AnotherDocumentIsBehind) {
  const AnswerSignals s = of("water pump litres", "A garden");
  EXPECT_EQ(s.first_hit, 0);
  EXPECT_EQ(s.lead, 0);
  EXPECT_LT(s.score_share, 1);
  EXPECT_LT(s.beyond_others, 0);
  EXPECT_LT(s.behind_best, 0);
}

TEST_F(AnswerSignalsTest, WhatIsOfferedIsCountedAndNearerIsMore) {
  const AnswerSignals s = of("How many litres does the pump move?", "The pump");
  EXPECT_FLOAT_EQ(s.offered, 0.2F);  // "40"
  EXPECT_GT(s.offered_near, 0.7F);   // right before "litres"
  EXPECT_LT(s.offered_near, 1);
  EXPECT_EQ(of("Litres that the pump moves?", "The pump").first_word, 1);
  EXPECT_EQ(of("Trucks that the pump moves?", "The pump").first_word, 0);
  EXPECT_GT(s.exact, 0.5F);
  EXPECT_FLOAT_EQ(s.new_words, 3 / 40.0F);  // "minute", "motor", "loud"
  EXPECT_EQ(of("What does the pump move?", "The pump").offered, 0);
}

TEST_F(AnswerSignalsTest, TheSecondSentenceIsSeenBesideTheBest) {
  const AnswerSignals both = of("How loud is the motor of the pump?", "The pump");
  EXPECT_GT(both.second_sentence, 0);
  EXPECT_GT(both.best_sentence, both.second_sentence);
  EXPECT_EQ(of("Who needs light in the cellar?", "The cellar").second_sentence, 0);
}

// Neighbours of the question are looked for side by side, each place once: code is one piece, however long.
TEST(AnswerSignals, WordsThatComeAgainAndAgainAreReadOnce) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "ab cd ";
  std::string question;
  for (int i = 0; i < 15; ++i) question += "ab cd ";
  Document loud = make_document("loud", "Loud", {text});
  loud.sections[0].blocks = whole_text(text, BlockKind::code);
  const TestIndex index({loud});
  const Candidates candidates = index.searcher().candidates(in("en", question), 5);
  ASSERT_FALSE(candidates.sections.empty());
  const std::vector<Considered> all =
      consider(candidates, {&candidates.sections.front()}, question, Asks::anything);
  EXPECT_TRUE(all.empty());  // longer than what is quoted
}

}  // namespace
}  // namespace signpost
