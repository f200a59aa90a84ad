// answer_evaluation_test.cc - figures of answers are what was answered.
#include "eval/answer_evaluation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "test_index.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;

class AnswerEvaluationTest : public ::testing::Test {
 protected:
  static AnswerQuestion question(const std::string& text, const std::string& gold, const std::string& own) {
    AnswerQuestion out;
    out.id = text;
    out.text = text;
    if (!gold.empty()) out.gold = {gold};
    if (gold.empty()) out.refusals = {"no_match", "low_confidence"};
    out.own_text = own;
    return out;
  }

  const std::string pump_ = "The water pump moves 40 litres a minute.";
  const TestIndex index_{{make_document("pump", "Water pump", {pump_}),
                          make_document("garden", "Garden", {"A garden needs water and light."}),
                          make_document("cellar", "Cellar", {"The cellar is dark and cold."})}};
  const std::vector<AnswerQuestion> questions_ = {
      question("How many litres does the water pump move a minute?", "40 litres", pump_),
      question("Who painted the zebra?", "", pump_)};
};

TEST_F(AnswerEvaluationTest, CountsWhatIsAnsweredAndRight) {
  const AnswerRun run = judge_answers(index_.searcher(), questions_, "en", 0.3F, OwnText::there);
  EXPECT_TRUE(run.answers[0].answered);
  EXPECT_TRUE(run.answers[0].right);
  EXPECT_EQ(run.answers[0].characters, pump_.size());
  EXPECT_FALSE(run.answers[1].answered);
  EXPECT_DOUBLE_EQ(share_answered(run), 0.5);
  const std::string summary = summarize_answers(run);
  EXPECT_THAT(summary, HasSubstr("answered   0.5000"));
  EXPECT_THAT(summary, HasSubstr("right      1.0000 of these"));
  EXPECT_THAT(summary, HasSubstr("at 95 %    0.5000 answered"));
}

TEST_F(AnswerEvaluationTest, AQuestionsOwnParagraphCanBeTakenOut) {
  const AnswerRun run = judge_answers(index_.searcher(), questions_, "en", 0.3F, OwnText::gone);
  EXPECT_FALSE(run.answers[0].right);
  EXPECT_DOUBLE_EQ(share_answered(run), 0);
  const std::vector<AnswerQuestion> stranger = {question("What?", "x", "Nobody has this.")};
  EXPECT_THROW(judge_answers(index_.searcher(), stranger, "en", 0.3F, OwnText::gone), Error);
}

TEST_F(AnswerEvaluationTest, ATableIsCheckedLineByLine) {
  size_t failed = 9;
  EXPECT_THAT(check_answers(index_.searcher(), questions_, 0.3F, failed),
              HasSubstr("2 questions got what they want, 0 did not"));
  EXPECT_EQ(failed, 0u);
  std::vector<AnswerQuestion> wrong = questions_;
  wrong[0].sources = {"garden#"};
  EXPECT_THAT(check_answers(index_.searcher(), wrong, 0.3F, failed),
              HasSubstr("passage of pump#: The water"));
  EXPECT_EQ(failed, 1u);
}

TEST_F(AnswerEvaluationTest, SignalsAreWrittenForWhoLearnsWeights) {
  const std::string table = answer_signals_table(index_.searcher(), {questions_[0]}, {questions_[1]}, "en");
  EXPECT_THAT(table, HasSubstr("question\town\tright\tplace\tbegin\tend\tfound\t"));
  EXPECT_THAT(table, HasSubstr("\tthere\t1\tpump#\t0\t" + std::to_string(pump_.size()) + "\t"));
  EXPECT_EQ(table.find("\tgone\t1\t"), std::string::npos);
}

}  // namespace
}  // namespace signpost
