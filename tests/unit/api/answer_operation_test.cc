// answer_operation_test.cc - asking for an answer is a function from a request to a typed value, and its JSON
// is the value's.
#include "api/answer_operation.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "open_test_generation.h"

namespace signpost {
namespace {

using testing::operation_context;

AnswerSource source_of(const char* id, const char* lang, const char* anchor) {
  return {.id = id,
          .lang = lang,
          .kind = "help",
          .title = "설치하기",
          .url = std::string("/ko/articles/a") + (*anchor == 0 ? "" : "#") + anchor,
          .anchor = anchor,
          .path = {"단계"},
          .updated = "2026-11-22"};
}

TEST(AnswerOperation, WritesAnAnswerAsItIsDescribed) {
  AnswerResponse response;
  response.quotation = Quotation{.kind = AnswerKind::table_row,
                                 .text = "4 GB",
                                 .html = "<p>4 GB</p>",
                                 .source = source_of("설치", "ko", "on debian"),
                                 .begin = 7,
                                 .end = 11,
                                 .sha256 = "ab12",
                                 .confidence = 0.87654F};
  response.others = {source_of("b", "ko", "")};
  response.took_ms = 1.23456;
  EXPECT_EQ(
      to_text(answer_json(response, false)),
      R"({"answer":{"kind":"table_row","text":"4 GB","html":"<p>4 GB</p>","source":{"id":"설치","lang":"ko",)"
      R"("kind":"help","title":"설치하기","url":"/ko/articles/a#on%20debian",)"
      R"("anchor":"on debian","updated":"2026-11-22","start":7,"end":11,"sha256":"ab12"},)"
      R"("confidence":0.877},"refusal":null,"others":[{"id":"b","lang":"ko","kind":"help",)"
      R"("title":"설치하기","url":"/ko/articles/a","anchor":"","updated":"2026-11-22"}],"took_ms":1.235})");
}

TEST(AnswerOperation, WritesARefusalAndWhatWasConsidered) {
  AnswerResponse response;
  response.refusal = RefusalReason::low_confidence;
  response.threshold = 0.5;
  response.considered.resize(1);
  response.considered[0].quotation.text = "x";
  response.considered[0].signals = {{"words", 0.25, ""}};
  const Json json = answer_json(response, true);
  EXPECT_TRUE(json["answer"].is_null());
  EXPECT_EQ(json["refusal"].dump(), R"({"reason":"low_confidence"})");
  EXPECT_EQ(json["threshold"], 0.5);
  EXPECT_TRUE(json["chosen_by"].is_null());
  EXPECT_EQ(json["considered"][0]["text"], "x");
  EXPECT_EQ(json["considered"][0]["signals"].dump(), R"([{"what":"words","value":0.25}])");
  EXPECT_FALSE(answer_json(response, false).contains("considered"));
  response.quotation.emplace();
  response.chosen_by = ChosenBy::name;
  EXPECT_EQ(answer_json(response, true)["chosen_by"], "name");
  EXPECT_FALSE(answer_json(response, false).contains("chosen_by"));
}

TEST(AnswerOperation, IncidentsComeFirst) {
  static const testing::TemporaryDirectory index;
  static const std::map<std::string, std::string> texts;
  const OpenGeneration generation(
      testing::publish_test_generation(index.path() + "/index", "", testing::test_incidents()));
  const auto told = [&](const std::string& question, const std::string& product = "") {
    Parameters arguments;
    arguments.add("q", question);
    if (!product.empty()) arguments.add("product", product);
    const Answer answer = answer_operation().answer(
        {.generation = &generation, .lang = "en", .texts = texts, .now = testing::kTestNow}, arguments);
    const Json json = Json::parse(answer.text);
    EXPECT_EQ(json.begin().key(), "incidents");
    std::string ids;
    for (const Json& one : json["incidents"])
      ids += one["id"].get<std::string>() + " " + one["concern"].get<std::string>() + ";";
    return ids;
  };
  EXPECT_EQ(told("why does the app crash?"), "app-crash query;sign-in-slow everything;");
  EXPECT_EQ(told("backup", "Desktop"), "app-crash component;sign-in-slow everything;");
  EXPECT_EQ(told("backup"), "sign-in-slow everything;");
}

TEST(AnswerOperation, WrongParametersAreAProblem) {
  const Answer answer =
      answer_operation().answer(operation_context("en"), Parameters({{"q", "a"}, {"not", "install"}}));
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(answer.media_type, "application/problem+json");
  EXPECT_NE(answer.text.find("\"field\":\"not\""), std::string::npos);
}

TEST(AnswerOperation, ShowsTheLikeliestOfWhatWasConsidered) {
  AnswerRequest request;
  request.search.text = "install the password search on a computer";
  request.search.lang = "en";
  EXPECT_TRUE(find_answer(operation_context("en"), request).considered.empty());
  request.search.explain = true;
  const size_t shown = find_answer(operation_context("en"), request).considered.size();
  EXPECT_GT(shown, 0u);
  EXPECT_LE(shown, AnswerRequest().most_considered);
}

TEST(AnswerOperation, AnswersOrSaysWhyNot) {
  AnswerRequest request;
  request.search.text = "nothingmatchesthis";
  request.search.lang = "en";
  const AnswerResponse found = find_answer(operation_context("en"), request);
  EXPECT_FALSE(found.quotation.has_value());
  EXPECT_EQ(found.refusal, RefusalReason::no_match);
}

}  // namespace
}  // namespace signpost
