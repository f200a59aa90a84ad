// ask_page_test.cc - asking as a conversation: its state is the address, and it leads on whatever it finds.
#include <gmock/gmock.h>

#include "pages/narrowing.h"
#include "test_site.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::TestApp;

class AskPageTest : public ::testing::Test {
 protected:
  static TestApp& app() {
    static TestApp instance;
    return instance;
  }
  static std::string page(const std::string& query) { return app().get("/en/ask" + query).body; }

  // What sources of these ids differ in; "product: a, b", "" for nothing.
  static std::string asked_back(const std::vector<const char*>& ids, const AnswerRequest& request,
                                bool sure) {
    static const std::map<std::string, std::string> texts;
    static const auto generation = app().open(app().generation_dir());
    AnswerResponse response;
    for (const char* id : ids) {
      AnswerSource source;
      source.id = id;
      source.lang = "en";
      response.others.push_back(source);
    }
    if (sure) response.quotation.emplace().source = response.others.front();
    const auto found = narrowing({generation.get(), "en", texts}, request, response);
    if (!found) return "";
    std::string text = std::string(row_of(found->field).name) + ":";
    for (const std::string& value : found->values) text += " " + value;
    return text;
  }
};

TEST_F(AskPageTest, BeginsWithAQuestion) {
  const std::string start = page("");
  EXPECT_THAT(start, HasSubstr("action=\"/en/ask\""));
  EXPECT_THAT(start, Not(HasSubstr("class=\"talk\"")));
  EXPECT_THAT(page("?q=%3Cb%3E"), HasSubstr("<bdi>&lt;b&gt;</bdi>"));
}

TEST_F(AskPageTest, EachRefusalLeadsOn) {
  const std::string none = page("?q=nothingmatchesthis");
  EXPECT_THAT(none, HasSubstr("Nothing here has these words."));
  EXPECT_THAT(none, HasSubstr("href=\"/search?q=nothingmatchesthis&amp;lang=en\""));
}

TEST_F(AskPageTest, LeadsToPeopleAfterTwoMisses) {
  const std::string asked = "?q=why+is+my+printer+offline&not=install%23steps";
  EXPECT_THAT(page(asked), HasSubstr("<a href=\"/en/articles/install#steps\"><bdi>Install the desktop app"));
  EXPECT_THAT(page(asked), Not(HasSubstr("Two answers did not help")));
  const std::string given_up = page(asked + "&not=backup%23");
  EXPECT_THAT(given_up, HasSubstr("Two answers did not help"));
  EXPECT_THAT(given_up, HasSubstr("kind=community"));
  EXPECT_THAT(given_up, Not(HasSubstr("class=\"quote\"")));
}

TEST_F(AskPageTest, WhatItIsNarrowedToCanBeTakenBack) {
  const std::string narrowed = page("?q=install&product=Desktop&level=basic");
  EXPECT_THAT(narrowed, HasSubstr("class=\"chip\" href=\"/en/ask?q=install&amp;level=basic\""));
  EXPECT_THAT(narrowed, HasSubstr("class=\"chip\" href=\"/en/ask?q=install&amp;product=Desktop\""));
}

TEST_F(AskPageTest, AsksForOneThingThatSourcesDifferIn) {
  AnswerRequest request;
  // install: level basic, product Desktop; reset-password: basic; sign-in: expert.
  EXPECT_EQ(asked_back({"install", "reset-password"}, request, false), "");
  EXPECT_EQ(asked_back({"install", "sign-in"}, request, false), "level: basic expert");
  EXPECT_EQ(asked_back({"sign-in", "none", "install"}, request, false), "level: basic expert");
  EXPECT_EQ(asked_back({"install", "sign-in"}, request, true), "") << "a sure answer suits every level";
  request.rejected = {{"backup", ""}};
  EXPECT_EQ(asked_back({"install", "sign-in"}, request, true), "level: basic expert");
  request.search.filters.set(Field::level, "basic");
  EXPECT_EQ(asked_back({"install", "sign-in"}, request, false), "");
}

}  // namespace
}  // namespace signpost
