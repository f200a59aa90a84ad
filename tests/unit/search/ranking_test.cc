// ranking_test.cc - what each signal does to the score, without an index; and what they do together, on one.
#include "search/ranking.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "ranks.h"

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::Not;

constexpr auto zone(Zone zone) { return static_cast<size_t>(zone); }

// A query of two words of the same weight, each once in the text of a help article of average length.
RankingSignals two_words() {
  RankingSignals s;
  s.query = {6, 6, 2, true};
  s.document.title_length = 4;
  s.document.zone_length.fill(1);
  for (const char* word : {"reset", "password"}) {
    UnitSignals unit;
    unit.surface = word;
    unit.weight = unit.title_weight = 3;
    unit.found = 1;
    unit.frequency[zone(Zone::body)] = 1;
    s.match.units.push_back(unit);
  }
  return s;
}

using Change = std::function<void(RankingSignals&)>;

float score_with(
    const Change& change, const Change& before = [](RankingSignals&) {}) {
  RankingSignals s = two_words();
  before(s);
  change(s);
  return score(s);
}

struct Signal {
  const char* name;
  Change change;
};

TEST(Ranking, WhatSpeaksForADocumentRaisesItsScore) {
  const Signal cases[] = {
      {"more often", [](auto& s) { s.match.units[0].frequency[zone(Zone::body)] = 3; }},
      {"in the title too", [](auto& s) { s.match.units[0].frequency[zone(Zone::title)] = 1; }},
      {"in a heading too", [](auto& s) { s.match.units[0].frequency[zone(Zone::heading)] = 1; }},
      {"in the summary too", [](auto& s) { s.match.units[0].frequency[zone(Zone::summary)] = 1; }},
      {"in a tag too", [](auto& s) { s.match.units[0].frequency[zone(Zone::tags)] = 1; }},
      {"in a link too", [](auto& s) { s.match.units[0].frequency[zone(Zone::link)] = 1; }},
      {"a shorter text", [](auto& s) { s.document.zone_length[zone(Zone::body)] = 0.5F; }},
      {"a title of it",
       [](auto& s) {
         s.match.title = {3, 1, false};
       }},
      {"words near each other",
       [](auto& s) {
         s.match.pairs = {{3, 0.5F, false}};
       }},
      {"characters of a run",
       [](auto& s) {
         s.match.pairs = {{3, 0.5F, true}};
       }},
      {"spelled the same", [](auto& s) { s.match.units[1].exact = true; }},
      {"a section of it", [](auto& s) { s.match.section_weight = 2; }},
      {"votes", [](auto& s) { s.document.votes = 1; }},
      {"an accepted answer", [](auto& s) { s.document.solved = true; }},
      {"weight", [](auto& s) { s.document.weight = 1; }},
      {"a recent update", [](auto& s) { s.document.age = 729; }},
      {"clicks",
       [](auto& s) {
         s.clicks = {0.1F, 10, 100};
       }},
  };
  for (const Signal& c : cases) EXPECT_GT(score_with(c.change), score(two_words())) << c.name;
}

TEST(Ranking, WhatSpeaksAgainstADocumentLowersItsScore) {
  const Signal cases[] = {
      {"a word less",
       [](auto& s) {
         s.match.units[1].found = 0;
         s.match.units[1].frequency = {};
       }},
      {"a synonym", [](auto& s) { s.match.units[1].found = 0.75F; }},
      {"a longer text", [](auto& s) { s.document.zone_length[zone(Zone::body)] = 2; }},
      {"only in a link",
       [](auto& s) {
         s.match.units[1].frequency = {};
         s.match.units[1].frequency[zone(Zone::link)] = 1;
       }},
      {"a thread", [](auto& s) { s.document.kind = Kind::community; }},
      {"negative weight", [](auto& s) { s.document.weight = -1; }},
      {"another script", [](auto& s) { s.document.cjk = true; }},
  };
  for (const Signal& c : cases) EXPECT_LT(score_with(c.change), score(two_words())) << c.name;
}

TEST(Ranking, WhatSaysNothingChangesNothing) {
  const Change thread = [](RankingSignals& s) { s.document.kind = Kind::community; };
  const Signal cases[] = {
      {"lost votes", [](auto& s) { s.document.votes = -3; }},
      {"an old update", [](auto& s) { s.document.age = 730; }},
      {"an older one", [](auto& s) { s.document.age = 20'000; }},
      {"neighbours nowhere near",
       [](auto& s) {
         s.match.pairs = {{3, 0, false}};
       }},
      {"the title of a document without one", [](auto& s) { s.document.title_length = 0; }},
  };
  for (const Signal& c : cases) EXPECT_EQ(score_with(c.change), score(two_words())) << c.name;
  EXPECT_EQ(score_with([](auto& s) { s.document.weight = 10; }, thread), score_with(thread));
  EXPECT_EQ(score_with([](auto& s) { s.document.votes = 1000; }),
            score_with([](auto& s) { s.document.votes = 99; }));
  EXPECT_EQ(score_with([](auto& s) { s.document.weight = 99; }),
            score_with([](auto& s) { s.document.weight = 10; }));
  EXPECT_EQ(
      score_with([](auto& s) { s.document.cjk = true; }, [](auto& s) { s.query.alphabet_only = false; }),
      score_with([](auto& s) { s.query.alphabet_only = false; }));
}

TEST(Ranking, PrefersTheWholeTitle) {
  const auto with_title = [](const TitleSignals& title) {
    return score_with([&](RankingSignals& s) { s.match.title = title; });
  };
  EXPECT_GT(with_title({6, 4, true}), 2 * with_title({6, 4, false}));  // all of it, and nothing else
  EXPECT_GT(with_title({6, 4, false}), with_title({6, 2, false}));     // less beside it
  EXPECT_GT(with_title({6, 2, true}), with_title({3, 2, false}));
  // Half of the query is less than half as good.
  const float none = score(two_words());
  EXPECT_LT(with_title({3, 2, false}) - none, (with_title({6, 2, false}) - none) / 2);
}

TEST(Ranking, AsksALongQuestionForPassagesRatherThanTitles) {
  const auto gain = [](float words, const Change& change) {
    const Change lengthen = [words](RankingSignals& s) { s.query.words = words; };
    return score_with(change, lengthen) - score_with(lengthen);
  };
  const Change near = [](RankingSignals& s) { s.match.pairs = {{3, 1, false}}; };
  const Change titled = [](RankingSignals& s) { s.match.title = {3, 2, false}; };
  EXPECT_GT(gain(14, near), gain(6, near));
  EXPECT_LT(gain(14, titled), gain(6, titled));
  EXPECT_GT(gain(10, near), gain(6, near));
  EXPECT_EQ(gain(40, near), gain(14, near));
  EXPECT_EQ(gain(1, near), gain(6, near));
  for (const Zone part : {Zone::title, Zone::heading}) {
    const Change in_part = [part](RankingSignals& s) { s.match.units[0].frequency[zone(part)] = 1; };
    EXPECT_LT(gain(14, in_part), gain(6, in_part));
    EXPECT_GT(gain(14, in_part), 0);
  }
  const Change exact = [](RankingSignals& s) { s.match.units[0].exact = true; };
  EXPECT_GT(gain(6, exact), gain(10, exact));
  EXPECT_EQ(gain(14, exact), 0);
}

// "how" in a title that is a question; a text has it anyway.
TEST(Ranking, AStopWordSaysMoreInATitle) {
  const auto with_how = [](Zone part, float title_weight) {
    return score_with([&](RankingSignals& s) {
      UnitSignals how;
      how.surface = "how";
      how.weight = 0.4F;
      how.title_weight = title_weight;
      how.found = 1;
      how.frequency[zone(part)] = 1;
      s.match.units.push_back(how);
    });
  };
  EXPECT_GT(with_how(Zone::title, 0.7F), with_how(Zone::title, 0.4F));
  for (const Zone part : {Zone::heading, Zone::body}) EXPECT_EQ(with_how(part, 0.7F), with_how(part, 0.4F));
}

// Summands first, then factors: they make the score again.
TEST(Ranking, ExplanationsAddUp) {
  const Change everything = [](RankingSignals& s) {
    s.match.units[0].exact = true;
    s.match.units[1].found = 0.75F;
    s.match.units[1].frequency = {1, 1, 1, 1, 5, 2};
    s.match.pairs = {{3, 0.5F, false}, {3, 0.25F, true}};
    s.match.title = {6, 4, true};
    s.match.section_weight = 2;
    s.document.votes = 12;
    s.document.solved = true;
    s.document.weight = -3;
    s.document.age = 100;
    s.document.cjk = true;
  };
  for (const Change& change : {everything, Change([](RankingSignals&) {})}) {
    RankingSignals s = two_words();
    change(s);
    double sum = 0;
    double factor = 1;
    for (const Contribution& part : explain(s)) {
      const bool is_factor = part.what.ends_with("(factor)") || part.what.starts_with("signal: ");
      (is_factor ? factor : sum) = is_factor ? factor * part.value : sum + part.value;
    }
    EXPECT_NEAR(sum * factor, static_cast<double>(score(s)), 1e-4);
  }
}

TEST(Ranking, ExplanationsSayWhatAPartComesFrom) {
  RankingSignals s = two_words();
  s.match.units[0].found = 0.75F;
  s.match.units[0].frequency[zone(Zone::heading)] = 2;
  s.match.units[1].exact = true;
  s.match.title = {3, 1, false};
  s.match.pairs = {{3, 1, true}, {3, 0.5F, false}};
  s.match.section = 2;
  s.match.section_weight = 1.5F;
  s.document.votes = 12;
  s.document.age = 73;
  std::vector<std::pair<std::string, std::string>> lines;
  for (const Contribution& part : explain(s)) lines.emplace_back(part.what, part.signals);
  const std::vector<std::pair<std::string, std::string>> want = {
      {"word: reset", "weight 3, found as 0.75, headings 2, text 1"},
      {"word: password", "weight 3, text 1"},
      {"title", "3 of the query's 6 on 1 of 4 positions"},
      {"nearness", "1 in a run, 0.5"},
      {"exact spelling", "password"},
      {"best section", "1.5 in section 2"},
      {"coverage (factor)", "0.875 of the query"},
      {"signal: help article", ""},
      {"signal: votes", "12 votes"},
      {"signal: freshness", "73 days old"}};
  EXPECT_EQ(lines, want);
}

TEST(Ranking, OrdersWhatAnIndexFinds) {
  Document thread = make_document("thread", "Blue wombat photo", {"Where is it?"});
  thread.kind = Kind::community;
  thread.posts = {{"ann", "2026-01-01", 0, false, "question", "<p>q</p>"}};
  const TestIndex index({thread, make_document("help", "Blue wombat photo", {"Where is it?"}),
                         make_document("whole", "Tariffs", {"None."}),
                         make_document("longer-title", "Tariffs of the past", {"None."}),
                         make_document("text", "Prices", {"See the tariffs."}),
                         make_document("far", "Garden",
                                       {"The gate is old. Many years ago a painter made it blue. "
                                        "Whoever asks about keys will find them there."}),
                         make_document("near", "House",
                                       {"The gate has keys. Many years ago a painter made it blue. "
                                        "Whoever asks about it will find it there."}),
                         make_document("one-word", "Walls", {"There is a gate."})});
  EXPECT_THAT(index, ranks("tariffs", "whole", "longer-title", "text"));
  EXPECT_THAT(index, ranks("wombat photo", "help", "thread"));
  EXPECT_THAT(index, ranks("gate keys", "near", "far", "one-word"));
}

TEST(Ranking, QuestionsFindTheirTitles) {
  const std::string text = "Where it is known, we say how. What they do and why it is so, doctors know best.";
  const TestIndex index({make_document("spread", "How does it spread?", {"By coughing. " + text}),
                         make_document("origin", "Where did it come from?", {"From the sea. " + text}),
                         make_document("risk", "Who is at risk?", {"Old people. Does it spread? " + text}),
                         make_document("risk-of-what", "What is a risk?", {"A danger. " + text}),
                         make_document("contact", "How can I contact you?", {"By letter. " + text}),
                         make_document("reach", "Long arms", {"They reach far. " + text}),
                         make_document("when", "When does spring come?", {"In March. " + text})});
  EXPECT_THAT(index, ranks("how did it spread", "spread"));
  EXPECT_THAT(index, ranks("where does it come from", "origin", "when"));
  EXPECT_THAT(index, ranks("who has risks", "risk", "risk-of-what"));
  EXPECT_THAT(index, ranks("what are the risks", "risk-of-what", "risk"));
  EXPECT_THAT(index, ranks("how can i reach you", "contact", "reach"));
}

}  // namespace
}  // namespace signpost
