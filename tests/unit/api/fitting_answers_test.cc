#include "api/fitting_answers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "open_test_generation.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

const FittingArticle* find_fitting(const FittingAnswers& fitting, const std::string& id) {
  for (const FittingArticle& article : fitting.articles) {
    if (article.source.id == id) return &article;
  }
  return nullptr;
}

RequestDraft asked(const std::string& message, std::vector<std::string> questions = {}) {
  RequestDraft draft;
  draft.lang = "en";
  draft.message = message;
  draft.packet.questions = std::move(questions);
  return draft;
}

TEST(FittingAnswers, AreForWhatWasAskedAndWhatWasWritten) {
  const OperationContext context = testing::operation_context("ko");
  const RequestDraft draft = asked("I forgot my password.", {"install the app", "back up data"});
  const FittingAnswers fitting = fitting_answers(context, draft);
  for (const char* id : {"reset-password", "install", "backup"})
    EXPECT_NE(find_fitting(fitting, id), nullptr) << id;
  for (const FittingArticle& article : fitting.articles) EXPECT_EQ(article.source.lang, "en");
  EXPECT_LE(fitting.articles.size(), kMostFitting);
}

TEST(FittingAnswers, SayWhatThePersonKnows) {
  const OperationContext context = testing::operation_context("en");
  RequestDraft draft = asked("password");
  draft.packet.read = {{"sign-in", ""}};
  draft.packet.answers = {"reset-password#", "Any text."};
  const FittingAnswers fitting = fitting_answers(context, draft);
  ASSERT_NE(find_fitting(fitting, "sign-in"), nullptr);
  EXPECT_TRUE(find_fitting(fitting, "sign-in")->is_known);
  EXPECT_TRUE(find_fitting(fitting, "reset-password")->is_known);
  if (fitting.quotation) {
    const AnswerSource& source = fitting.quotation->source;
    EXPECT_NE(source.id + "#" + source.anchor, "reset-password#");
  }
}

TEST(FittingAnswers, AreInTheLanguageOfThePageWhereTheSiteHasNotTheirs) {
  RequestDraft draft = asked("비밀번호 재설정");
  draft.lang = "fr";
  const FittingAnswers fitting = fitting_answers(testing::operation_context("ko"), draft);
  ASSERT_FALSE(fitting.articles.empty());
  EXPECT_EQ(fitting.articles[0].source.lang, "ko");
}

TEST(FittingAnswers, SayWhyNothingIsQuoted) {
  const FittingAnswers fitting = fitting_answers(testing::operation_context("en"), asked("zzzz qqqq xxxx"));
  EXPECT_FALSE(fitting.quotation);
  EXPECT_EQ(fitting.refusal, RefusalReason::no_match);
  EXPECT_TRUE(fitting.articles.empty());
  EXPECT_EQ(fitting.question, "zzzz qqqq xxxx");
}

TEST(FittingAnswers, QuoteTheBeginningOfASection) {
  const OperationContext context = testing::operation_context("en");
  const auto quote = quote_section(context, "reset-password", "en", "forgotten-password");
  ASSERT_TRUE(quote);
  EXPECT_EQ(quote->text, "Ask for a link by mail.");
  EXPECT_EQ(text_with_source(context, quote->text, quote->source),
            "Ask for a link by mail.\n\nReset your password\n"
            "https://help.example.com/en/articles/reset-password#forgotten-password");
  EXPECT_FALSE(quote_section(context, "reset-password", "en", "none"));
  EXPECT_FALSE(quote_section(context, "none", "en", ""));
}

}  // namespace
}  // namespace signpost
