// answer_questions_test.cc - questions of both forms, and mistakes in them.
#include "eval/answer_questions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr char kSquad[] = R"({"version": "v2.0", "data": [{"title": "T", "paragraphs": [{"context": "A b c.",
  "qas": [{"id": "1", "question": "What?", "answers": [{"text": "b", "answer_start": 2}]},
          {"id": 2, "question": "Who?", "is_impossible": true, "answers": []}]}]}]})";
constexpr char kTable[] =
    "id\tlang\tquestion\tkind\treason\tsource\tgold\n"
    "e1\ten\tHow?\tsteps\t\ta#b c#\tOpen it … Close it\r\n"
    "e2\tko\t?\trefuse\tno_match|account\t\t\n";

std::string error_of(const std::string& text) {
  try {
    parse_answer_questions(text, "q.tsv");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(AnswerQuestions, AreReadFromSquad) {
  const auto questions = parse_answer_questions(kSquad, "s.json");
  ASSERT_EQ(questions.size(), 2u);
  EXPECT_EQ(questions[0].own_text, "A b c.");
  EXPECT_THAT(questions[0].gold, ElementsAre("b"));
  EXPECT_THAT(questions[0].refusals, IsEmpty());
  EXPECT_EQ(questions[1].id, "2");
  EXPECT_THAT(questions[1].refusals, ElementsAre("no_match", "low_confidence"));
}

TEST(AnswerQuestions, AreReadFromATable) {
  const auto questions = parse_answer_questions(kTable, "q.tsv");
  ASSERT_EQ(questions.size(), 2u);
  EXPECT_THAT(questions[0].sources, ElementsAre("a#b", "c#"));
  EXPECT_EQ(questions[0].kind, "steps");
  EXPECT_TRUE(has_gold("1. Open it. Wait. Close it.", questions[0]));
  EXPECT_FALSE(has_gold("Close it. Open it.", questions[0]));
  EXPECT_THAT(questions[1].refusals, ElementsAre("no_match", "account"));
  EXPECT_FALSE(has_gold("anything", questions[1]));
}

TEST(AnswerQuestions, AMistakeIsToldWithItsPlace) {
  EXPECT_THAT(error_of("{\"data\": 1}"), HasSubstr("q.tsv: error: "));
  EXPECT_THAT(error_of("{"), HasSubstr("q.tsv: error: "));
  EXPECT_THAT(error_of("id\tquestion\n"), HasSubstr("q.tsv:1: error: the columns are"));
  const std::string head = "id\tlang\tquestion\tkind\treason\tsource\tgold\n";
  EXPECT_THAT(error_of(head + "a\tb\n"), HasSubstr("q.tsv:2: error: a question's line has 7 columns"));
  EXPECT_THAT(error_of(head + "a\ten\tq\tpassage\t\ta#\t\n"), HasSubstr("q.tsv:2: error: "));
  EXPECT_EQ(error_of(head), "");
}

}  // namespace
}  // namespace signpost
