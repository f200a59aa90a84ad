// answer_test.cc - what is quoted, from where, and when nothing is.
#include "answer/answer.h"

#include <gtest/gtest.h>

#include "base/dates.h"
#include "base/sha256.h"
#include "tests/unit/content/parse_helpers.h"
#include "tests/unit/search/test_index.h"

namespace signpost {
namespace {

Document page(const std::string& id, const std::string& front, const std::string& body) {
  return *testing::parse("---\nid: " + id + "\n" + front + "---\n\n" + body).document;
}

Document thread() {
  return *testing::parse_posts(
              {{"q/question.md", "---\ntitle: The lamp hums\nauthor: kim\n---\nWhy does the lamp hum?\n"},
               {"q/answer-1.md", "---\nauthor: lee\n---\nThe lamp hums because lamps hum loudly.\n"},
               {"q/answer-2.md",
                "---\nauthor: ann\naccepted: true\n---\nThe lamp hums because the dimmer is too small for "
                "it.\n"}})
              .document;
}

std::vector<Document> centre() {
  return {
      page("pump", "title: Water pump\n",
           "The water pump moves 40 litres a minute. Its motor is loud.\n\n## Replace the filter of the "
           "pump\n\n"
           "1. Close the tap.\n2. Take out the old filter.\n3. Put in the new filter.\n\n## Sizes\n\n"
           "| Pump | Price |\n| - | - |\n| Small | 30 euros |\n| Large | 50 euros |\n"),
      page("garden", "title: Garden\n", "A garden needs water. Plants need light and air.\n"),
      page("boiler", "title: Boiler\nreview_by: 2020-01-01\n",
           "The boiler heats 80 litres an hour at night.\n"),
      page("heater", "title: Heater\napplies_to: '2.x'\n",
           "The heater of the greenhouse is set with its red wheel.\n"),
      page("secret", "title: Vault\ntags: [hidden]\n",
           "The vault of the bank opens at nine every morning.\n"),
      thread(),
  };
}

class AnswerTest : public ::testing::Test {
 protected:
  static Site site() {
    Site site = three_languages();
    site.answers.never[Field::tag] = {"hidden"};
    site.pinned_answers = {{"en", {"noise"}, "pump", ""}, {"en", {"safe"}, "secret", ""}};
    return site;
  }
  AnswerResponse ask(const std::string& question) const {
    return answer(index_.searcher(), request(question));
  }
  static AnswerRequest request(const std::string& question) {
    AnswerRequest out;
    out.search = in("en", question);
    out.search.today = parse_day("2026-01-01");
    return out;
  }
  std::string quoted(const std::string& question) const {
    const AnswerResponse response = ask(question);
    return response.quotation ? response.quotation->text : std::string(to_string(*response.refusal));
  }

  const TestIndex index_{centre(), site()};
};

TEST_F(AnswerTest, QuotesWhatTheSectionSaysByteForByte) {
  const AnswerResponse response = ask("How many litres does the water pump move a minute?");
  ASSERT_TRUE(response.quotation);
  const Quotation& q = *response.quotation;
  EXPECT_EQ(q.kind, AnswerKind::passage);
  EXPECT_EQ(response.chosen_by, ChosenBy::confidence);
  EXPECT_EQ(q.source.id, "pump");
  EXPECT_EQ(q.source.anchor, "");
  EXPECT_FALSE(response.refusal);
  const auto document = index_.searcher().quotable("pump", "en");
  const std::string text = document->section(0).text;
  EXPECT_EQ(q.text, text.substr(q.begin, q.end - q.begin));
  EXPECT_NE(q.text.find("40 litres"), std::string::npos);
  Sha256 sum;
  sum.add(text);
  EXPECT_EQ(q.sha256, to_hex(sum.finish()));
  EXPECT_GE(q.confidence, response.threshold);
  for (const AnswerSource& other : response.others) EXPECT_NE(other.id, "pump");
}

TEST_F(AnswerTest, StepsComeWhole) {
  const AnswerResponse response = ask("How do I replace the filter of the pump?");
  ASSERT_TRUE(response.quotation);
  EXPECT_EQ(response.quotation->kind, AnswerKind::steps);
  EXPECT_EQ(response.quotation->text, "Close the tap.\nTake out the old filter.\nPut in the new filter.");
  EXPECT_EQ(response.chosen_by, ChosenBy::name);
  EXPECT_EQ(response.quotation->source.url, "/en/articles/pump");
  EXPECT_EQ(response.quotation->source.anchor, "replace-the-filter-of-the-pump");
}

TEST_F(AnswerTest, WhatIsCalledLikeTheQuestionAnswersIt) {
  const TestIndex index(
      {page("lights", "title: Can the lights be dimmed?\n",
            "They can, from the third one on.\n\n## Lights\n\nLights that can be dimmed cost "
            "more, and lights can be dimmed.\n"),
       page("lamps", "title: Lamps\n", "Lamps are here.\n\n## Dim a lamp\n\nTurn its wheel.\n"),
       page("wheel", "title: Wheel\n", "Wheels are round.\n"),
       page("fuse", "title: The fuse failed\n",
            "Two lamps at once are too many.\n\n1. Pull the plug.\n2. Change the fuse.\n")},
      three_languages());
  const auto quoted = [&](const std::string& question, float threshold = -1) {
    AnswerRequest request;
    request.search = in("en", question);
    request.threshold = threshold;
    const AnswerResponse response = answer(index.searcher(), request);
    return response.quotation ? response.quotation->text : "";
  };
  EXPECT_EQ(quoted("can the lights be dimmed"), "They can, from the third one on.");
  EXPECT_EQ(quoted("How do I dim my lamp?"), "Turn its wheel.");
  EXPECT_EQ(quoted("How do I dim my lamp?", 0.99F), "") << "asked to be surer";
  EXPECT_EQ(quoted("wheel"), "") << "it looks for the article";
  EXPECT_EQ(quoted("What is a wheel?"), "Wheels are round.");
  EXPECT_EQ(quoted("what does a wheel cost"), "");
  EXPECT_EQ(quoted("The fuse failed"), "Pull the plug.\nChange the fuse.") << "an error's text";
}

// What a title promises, the first list keeps; a later one is about what its own heading says.
TEST(AnswerSteps, BelowAnotherHeadingAreNotWhatTheTitlePromises) {
  const std::string boil =
      "## Descale\n\n1. Install the kettle anew.\n2. Install the vinegar in the kettle.\n";
  const std::string place = "## Where it stands\n\n1. Unpack the kettle.\n2. Plug it in.\n\n";
  const auto anchor = [](const std::string& body, const std::string& question) {
    const TestIndex index(
        {page("kettle", "title: Install the kettle\n", body), page("cup", "title: Cup\n", "A cup.")},
        three_languages());
    AnswerRequest request;
    request.search = in("en", question);
    request.threshold = 0.0F;
    const AnswerResponse response = answer(index.searcher(), request);
    const bool steps = response.quotation && response.quotation->kind == AnswerKind::steps;
    return steps ? response.quotation->source.anchor : "no steps";
  };
  EXPECT_EQ(anchor(place + boil, "How do I install the kettle?"), "where-it-stands");
  EXPECT_EQ(anchor(boil, "How do I install the kettle?"), "descale") << "the first list";
  EXPECT_EQ(anchor(place + boil, "How do I descale the kettle?"), "descale");
}

TEST_F(AnswerTest, OfAThreadOnlyTheAcceptedAnswerIsQuoted) {
  AnswerRequest about = request("Why does the lamp hum?");
  about.threshold = 0.01F;
  const AnswerResponse response = answer(index_.searcher(), about);
  ASSERT_TRUE(response.quotation);
  EXPECT_EQ(response.quotation->kind, AnswerKind::community);
  EXPECT_NE(response.quotation->text.find("dimmer"), std::string::npos);
}

TEST_F(AnswerTest, RefusesWithItsReason) {
  EXPECT_EQ(quoted("zebra xylophone"), "no_match");
  EXPECT_EQ(quoted("Which colour has the garden of Kim in 1990?"), "low_confidence");
  EXPECT_EQ(quoted("How many litres does the boiler heat an hour at night?"), "expired");
  EXPECT_EQ(quoted("Where is my invoice?"), "account");
}

TEST_F(AnswerTest, AnotherVersionThanAskedForIsNotQuoted) {
  const auto quoted_of = [this](const std::string& said, const std::string& chosen = "") {
    AnswerRequest about = request("Where is the heater of the greenhouse set" + said);
    about.version = chosen;
    about.threshold = 0.01F;
    const AnswerResponse response = answer(index_.searcher(), about);
    return response.quotation ? response.quotation->source.id : std::string(to_string(*response.refusal));
  };
  EXPECT_EQ(quoted_of("?"), "heater");
  EXPECT_EQ(quoted_of(" in version 2.3?"), "heater");
  EXPECT_NE(quoted_of(" in version 3.1?"), "heater");
  EXPECT_EQ(quoted_of("?", "2"), "heater");
  EXPECT_EQ(quoted_of("?", ">= 2.1 < 4"), "heater");
  EXPECT_NE(quoted_of("?", ">= 3"), "heater");
  EXPECT_EQ(quoted_of(" in version 3.1?", "2"), "heater") << "what was chosen counts";
}

TEST_F(AnswerTest, WhatIsAboutAnotherVersionThanChosenHasExpired) {
  AnswerRequest about = request("Where is the heater of the greenhouse set?");
  about.threshold = 0.01F;
  about.threshold = answer(index_.searcher(), about).quotation->confidence;
  about.version = ">= 3";
  const AnswerResponse response = answer(index_.searcher(), about);
  EXPECT_EQ(response.refusal, RefusalReason::expired);
  EXPECT_EQ(response.others.at(0).id, "heater") << "it is listed";
}

TEST_F(AnswerTest, WhatTheSiteKeepsIsNotQuoted) {
  EXPECT_EQ(quoted("When does the vault of the bank open every morning?").find("nine"), std::string::npos);
  EXPECT_EQ(quoted("safe of the bank").find("nine"), std::string::npos) << "nor by hand";
}

TEST_F(AnswerTest, APinnedAnswerComesFirst) {
  const AnswerResponse response = ask("noise of the lamp");
  ASSERT_TRUE(response.quotation);
  EXPECT_EQ(response.quotation->source.id, "pump");
  EXPECT_EQ(response.quotation->confidence, 1);
  EXPECT_EQ(response.chosen_by, ChosenBy::hand);
}

TEST_F(AnswerTest, WhatDidNotHelpIsNotQuotedAgain) {
  AnswerRequest again = request("How many litres does the water pump move a minute?");
  again.rejected = {{"pump", ""}};
  const AnswerResponse response = answer(index_.searcher(), again);
  EXPECT_TRUE(!response.quotation || response.quotation->source.anchor != "");
}

TEST_F(AnswerTest, TheSameQuestionHasTheSameAnswer) {
  const std::string question = "How many litres does the water pump move a minute?";
  const AnswerResponse once = ask(question);
  AnswerRequest small = request(question);
  small.search.per_page = 1;
  const AnswerResponse twice = answer(index_.searcher(), small);
  ASSERT_TRUE(once.quotation && twice.quotation);
  EXPECT_EQ(once.quotation->text, twice.quotation->text);
  EXPECT_EQ(once.quotation->confidence, twice.quotation->confidence);
  EXPECT_EQ(twice.search.hits.size(), 1u);
}

TEST(AnswerSettings, OffMeansNoAnswerAndNoRefusal) {
  Site site = three_languages();
  site.answers.on = false;
  const TestIndex index(centre(), site);
  AnswerRequest request;
  request.search = in("en", "How many litres does the water pump move a minute?");
  const AnswerResponse response = answer(index.searcher(), request);
  EXPECT_FALSE(response.quotation);
  EXPECT_FALSE(response.refusal);
  EXPECT_FALSE(response.search.hits.empty());
}

}  // namespace
}  // namespace signpost
