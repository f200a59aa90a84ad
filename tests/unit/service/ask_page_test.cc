// ask_page_test.cc - asking as a conversation: its state is the address, and it leads on whatever it finds.
#include <gmock/gmock.h>

#include "content/article.h"
#include "index/encode.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/merge.h"
#include "index/shard_writer.h"
#include "pages/narrowing.h"
#include "test_site.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using testing::TestApp;

// What sources of these ids differ in; "product: a, b", "" for nothing.
std::string asked_back(const ServedGeneration& generation, const std::vector<const char*>& ids,
                       const AnswerRequest& request, bool sure) {
  static const std::map<std::string, std::string> texts;
  AnswerResponse response;
  for (const char* id : ids) {
    AnswerSource source;
    source.id = id;
    source.lang = "en";
    response.others.push_back(source);
  }
  if (sure) response.quotation.emplace().source = response.others.front();
  const auto found = narrowing({&generation, "en", texts}, request, response);
  if (!found) return "";
  std::string text = std::string(found->parameter) + ":";
  for (const std::string& value : found->values)
    text += " " + value + (value == found->values.back() ? "" : ",");
  return text;
}

class AskPageTest : public ::testing::Test {
 protected:
  static TestApp& app() {
    static TestApp instance;
    return instance;
  }
  static std::string page(const std::string& query) { return app().get("/en/ask" + query).body; }
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
  const auto generation = app().open(app().generation_dir());
  const auto back = [&](const std::vector<const char*>& ids, const AnswerRequest& request, bool sure) {
    return asked_back(*generation, ids, request, sure);
  };
  AnswerRequest request;
  // install: level basic, product Desktop; reset-password: basic; sign-in: expert.
  EXPECT_EQ(back({"install", "reset-password"}, request, false), "");
  EXPECT_EQ(back({"install", "sign-in"}, request, false), "level: basic, expert");
  EXPECT_EQ(back({"sign-in", "none", "install"}, request, false), "level: basic, expert");
  EXPECT_EQ(back({"install", "sign-in"}, request, true), "") << "a sure answer suits every level";
  request.rejected = {{"backup", ""}};
  EXPECT_EQ(back({"install", "sign-in"}, request, true), "level: basic, expert");
  request.search.filters.set(Field::level, "basic");
  EXPECT_EQ(back({"install", "sign-in"}, request, false), "");
}

// Articles on a heating and a lamp, for other versions and platforms each.
class NarrowedAskPageTest : public ::testing::Test {
 protected:
  NarrowedAskPageTest() {
    const std::string dir = new_generation(folder_.path());
    const std::string shard = folder_.path() + "/shard";
    ShardWriter writer(shard);
    add(writer, "old", "applies_to: ['2.x']\n", "The heating is set by its red wheel.\n");
    add(writer, "new", "applies_to: ['>= 3']\n", "The heating is set by its blue switch.\n");
    add(writer, "three", "applies_to: ['3.x']\n", "The heating is set by its green knob.\n");
    add(writer, "all", "", "The heating is warm in winter.\n");
    add(writer, "here", "platform: [Windows, macOS]\n", "The lamp starts alone.\n");
    add(writer, "there", "platform: Linux\napplies_to: ['2.x']\n", "The lamp starts by hand.\n");
    writer.finish();
    Site site = testing::test_site();
    site.answers.thresholds[""] = 0.05F;  // texts as short as these are sure of nothing
    merge_shards({shard}, site, dir);
    seal_generation(dir, 6);
    generation_ = app_.open(dir);
    app_.serve(generation_);
  }
  std::string back(const std::vector<const char*>& ids, const std::string& question = "heating") const {
    AnswerRequest request;
    request.search.text = question;
    return asked_back(*generation_, ids, request, true);
  }
  std::string page(const std::string& query) { return app_.get("/en/ask?q=" + query).body; }

 private:
  static void add(ShardWriter& writer, const std::string& id, const std::string& head,
                  const std::string& text) {
    const LinkResolver links = {[](const std::string&) { return std::nullopt; },
                                [](const std::string&) { return false; }};
    const std::string source = "---\ntitle: Page " + id + "\n" + head + "---\n" + text;
    writer.add(encode_document(*parse_article({id + ".md", Kind::help, id, "en", ""}, {id + ".md", source},
                                              testing::test_site(), links)
                                    .document));
  }

  const testing::TemporaryDirectory folder_;
  testing::TestApp app_;
  std::shared_ptr<const ServedGeneration> generation_;
};

TEST_F(NarrowedAskPageTest, AsksForPlatformAndVersion) {
  EXPECT_EQ(back({"old", "all"}), "") << "what says nothing suits all";
  EXPECT_EQ(back({"old", "new"}), "version: >= 3, 2");
  EXPECT_EQ(back({"new", "three", "all"}), "version: >= 4, 3");
  EXPECT_EQ(back({"old", "there"}), "") << "only one of them says a platform, both the same version";
  EXPECT_EQ(back({"here", "there"}), "platform: Windows, macOS, Linux");
  EXPECT_EQ(back({"here"}), "") << "it is about both";
  EXPECT_EQ(back({"here", "there", "new"}), "platform: Windows, macOS, Linux") << "one thing at a time";
}

TEST_F(NarrowedAskPageTest, AsksNothingThatTheQuestionSays) {
  EXPECT_EQ(back({"old", "new"}, "heating in version 2"), "");
  EXPECT_EQ(back({"here", "there"}, "heating on linux"), "");
  EXPECT_EQ(back({"here", "there", "new"}, "heating on linux"), "version: >= 3, 2");
}

TEST_F(NarrowedAskPageTest, AVersionChosenIsTheOneAsked) {
  const std::string asked = page("how+is+the+heating+set");
  EXPECT_THAT(asked, HasSubstr("Which version do you use?"));
  EXPECT_THAT(asked, HasSubstr("version=2#~now\" rel=\"nofollow\"><bdi>2</bdi>"));
  EXPECT_THAT(asked, HasSubstr("version=%3E%3D%204#~now\" rel=\"nofollow\"><bdi>4 and later</bdi>"));
  const std::string old = page("how+is+the+heating+set&version=2");
  EXPECT_THAT(old, HasSubstr("red wheel"));
  EXPECT_THAT(old, Not(HasSubstr("Which version")));
  EXPECT_THAT(old, HasSubstr("class=\"chip\" href=\"/en/ask?q=how%20is%20the%20heating%20set\""));
  const std::string later = page("how+is+the+heating+set&version=%3E%3D4");
  EXPECT_THAT(later, HasSubstr("blue switch"));
  EXPECT_THAT(later, HasSubstr("<bdi>4 and later</bdi>"));
  const std::string between = page("how+is+the+heating+set&version=%3E2.1+%3C3.2");
  EXPECT_THAT(between, HasSubstr("<bdi>2.2 to before 3.2</bdi>"));
  EXPECT_THAT(page("how+is+the+heating+set&version=%3C1"), HasSubstr("warm in winter"))
      << "only what applies is quoted";
  EXPECT_THAT(page("heating&version=new"), HasSubstr("class=\"error\""));
}

}  // namespace
}  // namespace signpost
