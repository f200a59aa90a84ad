// query_plan_test.cc - the units that a text becomes, and how much each one counts.
#include "search/query_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "help_centre.h"
#include "index/analyzer.h"
#include "search/idf.h"
#include "test_index.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

QueryPlan plan_for(const std::string& text, const std::string& lang = "en",
                   const IndexReader& index = help_centre_reader()) {
  return make_plan(parse_query(text), lang, index);
}

// "reset password ~how": the surfaces, behind ~ where weak, # where a whole name, / where a part of one.
std::string units_in(const QueryPlan& plan) {
  std::string out;
  for (const Unit& unit : plan.units) {
    out += out.empty() ? "" : " ";
    out += unit.weak ? "~" : "";
    out += unit.whole ? "#" : "";
    out += unit.name_part ? "/" : "";
    out += unit.surface;
  }
  return out;
}

const Unit& unit_of(const QueryPlan& plan, const std::string& surface) {
  const auto found = std::find_if(plan.units.begin(), plan.units.end(),
                                  [&](const Unit& unit) { return unit.surface == surface; });
  if (found == plan.units.end()) throw std::runtime_error("no unit " + surface + " in " + units_in(plan));
  return *found;
}

std::vector<std::string> terms_of(const Unit& unit) {
  std::vector<std::string> out;
  for (const Alternative& alternative : unit.alternatives) {
    std::string term = alternative.term;
    for (const std::string& more : alternative.more_terms) term += " " + more;
    out.push_back(term);
  }
  return out;
}

TEST(QueryPlan, TakesTextApart) {
  struct Case {
    const char* text;
    const char* want;
  };
  const Case cases[] = {
      {"Reset PASSWORD", "reset password"},
      {"how do I reset my password", "~how ~do ~i reset ~my password"},
      {"how to do it", "how to do it"},  // nothing else is there
      {"how to xyzzy", "how to xyzzy"},  // nor in the index
      {"reset reset", "reset reset"},
      {"node.js", "/node /js #nodejs"},
      {"foo.bar", "foo bar"},  // no such name in the index: its parts must do
      {"std::vector", "/std /vector #stdvector"},
      {"新幹線", "新幹 幹線"},
      {"新幹線の予約", "新幹 幹線 線の の予 予約"},
      {"新幹線です", "新幹 幹線 ~線で ~です"},
      {"のです", "ので です"},
      {"幹", "幹"},
      {"비밀번호가", "비밀 밀번 번호 ~호가"},  // a particle behind it
      {"오류 코드404", "오류 코드 404"},
      {"password -invoice", "password"},
      {"?!", "?!"},
      {"||>", "||>"},
      {"reset ||>", "reset ||>"},
      {"reset password ?\?", "reset password ~?\?"},
      {"password->name", "password ~-> name"},
      {"password?\?", "password"},
      {"-> password", "-> password"},
      {"()", ""},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(units_in(plan_for(c.text)), c.want) << c.text;
}

// A word in ten documents or more finds a page of them; where it is in fewer, the answer may say it
// otherwise.
TEST(QueryPlan, StopWordsFindWhereThereIsHardlyAnythingElse) {
  const auto index_with = [](int copies) {
    std::vector<Document> documents = {make_document("contact", "How can I contact you?", {"By letter."}),
                                       make_document("node", "Runtimes", {"Of node.js there are two."})};
    for (int i = 0; i < copies; ++i)
      documents.push_back(make_document("reach-" + std::to_string(i), "Arms", {"They reach far."}));
    return documents;
  };
  const TestIndex few(index_with(9));
  const TestIndex many(index_with(10));
  const auto units = [](const TestIndex& index, const std::string& text) {
    return units_in(plan_for(text, "en", IndexReader(index.dir())));
  };
  EXPECT_EQ(units(few, "how can i reach you"), "how can i reach you");
  EXPECT_EQ(units(many, "how can i reach you"), "~how ~can ~i reach ~you");
  EXPECT_EQ(units(few, "the reach"), "~the reach");
  EXPECT_EQ(units(few, "how can i reach letters"), "~how ~can ~i reach letters");
  EXPECT_EQ(units(few, "what is node.js"), "~what ~is /node /js #nodejs");  // a name is no single word
  EXPECT_EQ(units(few, "what is it"), "what is it");
}

// Where articles are written as orders, the words that every question begins with are rare ones.
TEST(QueryPlan, WhatAQuestionIsWrappedInSaysLittleHoweverRareItIs) {
  std::vector<Document> documents = {
      make_document("faq", "Questions", {"How do I reset it? どうすればいいですか"})};
  for (int i = 0; i < 50; ++i)
    documents.push_back(make_document("order-" + std::to_string(i), "Reset", {"Reset it. 印刷する"}));
  const TestIndex index(documents);
  const auto most = [&](const std::string& text, const std::string& lang) {
    float idf = 0;
    for (const Unit& unit : plan_for(text, lang, IndexReader(index.dir())).units)
      idf = std::max(idf, unit.idf);
    return idf;
  };
  EXPECT_LE(most("how do i reset", "en"), 0.5F);
  EXPECT_GT(most("reset how", "en"), 1) << "inside it says what it says";
  EXPECT_LE(most("印刷どうすればいいですか", "ja"), 0.5F);
}

TEST(QueryPlan, ElidedWordsAreNeverMoreThanWeak) {
  EXPECT_EQ(units_in(plan_for("l\u2019application d'abord", "fr")), "~l application ~d abord");
  EXPECT_EQ(units_in(plan_for("l'password", "it")), "~l password");
  EXPECT_EQ(units_in(plan_for("l'password", "en")), "lpassword");
}

TEST(QueryPlan, WordsBringTheirStems) {
  const QueryPlan plan = plan_for("installing");
  EXPECT_THAT(terms_of(plan.units.at(0)), ElementsAre("instal"));
  EXPECT_EQ(plan.units[0].alternatives[0].hash, term_hash("instal"));
  EXPECT_EQ(plan.units[0].exact_hash, term_hash("installing"));
  EXPECT_EQ(plan.units[0].alternatives[0].factor, 1);
  EXPECT_GT(plan.units[0].idf, 0);
  EXPECT_EQ(plan_for("xyzzyx ").units.at(0).idf, 0);
  EXPECT_THAT(plan_for("reset  password").words, ElementsAre("reset", "password"));
}

TEST(QueryPlan, SomeUnitsCountLess) {
  const QueryPlan plan = plan_for("how node.js");
  EXPECT_LT(unit_of(plan, "how").weight, unit_of(plan, "nodejs").weight);
  EXPECT_LT(unit_of(plan, "node").weight, unit_of(plan, "nodejs").weight);
  const QueryPlan japanese = plan_for("新幹線の予約です", "ja");
  EXPECT_LT(unit_of(japanese, "です").weight, unit_of(japanese, "線の").weight);
  EXPECT_LT(unit_of(japanese, "線の").weight, unit_of(japanese, "新幹").weight);
  EXPECT_TRUE(unit_of(japanese, "新幹").cjk);
}

TEST(QueryPlan, TheLastWordMayBeABeginning) {
  const QueryPlan open = plan_for("send invoi");
  EXPECT_THAT(terms_of(open.units.at(1)), ElementsAre("invoi", "invoic"));
  EXPECT_LT(open.units[1].alternatives[1].factor, 1);
  EXPECT_THAT(terms_of(plan_for("send invoi ").units.at(1)), ElementsAre("invoi"));
  EXPECT_THAT(terms_of(plan_for("invoi send").units.at(0)), ElementsAre("invoi"));
  EXPECT_THAT(terms_of(plan_for("reset").units.at(0)), ElementsAre("reset"));  // known already
}

TEST(QueryPlan, OneCharacterStandsForThePairsThatBeginWithIt) {
  const QueryPlan plan = plan_for("幹", "ja");
  EXPECT_THAT(terms_of(plan.units.at(0)), ElementsAre("幹", "幹線"));
  EXPECT_GT(plan.units[0].idf, 0);
  EXPECT_THAT(plan_for("の", "ja").units.at(0).alternatives, SizeIs(1));  // grammar
}

TEST(QueryPlan, PhrasesAndExclusionsAreSequences) {
  const QueryPlan plan = plan_for("\"reset your password\" -\"sign in\" -invoice");
  ASSERT_THAT(plan.phrases, SizeIs(1));
  EXPECT_THAT(plan.phrases[0].terms, ElementsAre("reset", "your", "password"));
  EXPECT_THAT(plan.phrases[0].offsets, ElementsAre(0, 1, 2));
  EXPECT_THAT(plan.units, SizeIs(3));
  ASSERT_THAT(plan.excluded, SizeIs(2));
  EXPECT_THAT(plan.excluded[0].terms, ElementsAre("sign", "in"));
  EXPECT_THAT(plan.excluded[1].terms, ElementsAre("invoic"));
  EXPECT_THAT(plan_for("\"a b\" \"a b\"").phrases, SizeIs(1));
  EXPECT_THAT(plan_for("x -幹").excluded, SizeIs(2));  // itself, and a pair that begins with it
  EXPECT_THAT(plan_for("\"?\" x").phrases, IsEmpty());
  EXPECT_THAT(plan_for("\"||> x\"").phrases.at(0).offsets,
              ElementsAre(0, 0));  // signs have no place of their own
  EXPECT_THAT(plan_for("x -\"||>\"").excluded, SizeIs(1));
}

TEST(QueryPlan, SynonymsStandIn) {
  Site site = three_languages();
  site.synonyms = {{"en", {"ci"}, {"continuous integration"}}, {"en", {"log in"}, {"authenticate"}}};
  const TestIndex index({make_document("a", "Continuous integration", {"Authenticate there. A log."})}, site);
  const IndexReader reader(index.dir());
  const QueryPlan plan = plan_for("ci log in ", "en", reader);
  EXPECT_THAT(terms_of(unit_of(plan, "ci")), ElementsAre("ci", "continu integr"));
  EXPECT_LT(unit_of(plan, "ci").alternatives[1].factor, 1);
  EXPECT_GT(unit_of(plan, "ci").idf, 0);  // of what stands in
  EXPECT_THAT(terms_of(unit_of(plan, "log")), ElementsAre("log", "authent"));
  EXPECT_THAT(terms_of(unit_of(plan, "in")), ElementsAre("in"));  // not for a stop word
  EXPECT_THAT(terms_of(plan_for("ci", "ko", reader).units.at(0)), ElementsAre("ci"));
}

TEST(QueryPlan, RareWordsMayBeTwo) {
  const TestIndex index({make_document("a", "Help centre", {"A help centre."}),
                         make_document("b", "The help centre", {"Our help centre."})});
  const IndexReader reader(index.dir());
  EXPECT_THAT(terms_of(plan_for("helpcentre", "en", reader).units.at(0)),
              ElementsAre("helpcentr", "help centr"));
  EXPECT_THAT(terms_of(plan_for("centre", "en", reader).units.at(0)), ElementsAre("centr"));
}

TEST(QueryPlan, TwoWordsMayBeOne) {
  const TestIndex index({make_document("a", "Headlines", {"Login, wifi and email, an MP3. Inform us."})});
  const IndexReader reader(index.dir());
  struct Case {
    const char* text;
    std::vector<std::string> terms;  // that the index has, by unit
  };
  const Case cases[] = {
      {"head lines ", {"headlin", "headlin"}},
      {"log in ", {"login", ""}},
      {"wi fi ", {"wifi", "wifi"}},
      {"e mail ", {"email", "email"}},
      {"mp 3 ", {"mp3", "mp3"}},
      {"in form ", {"", ""}},
      {"head or lines ", {"", "", ""}},
      {"head \"lines\"", {"headlin", "headlin"}},
  };
  for (const Case& c : cases) {
    const QueryPlan plan = plan_for(c.text, "en", reader);
    ASSERT_THAT(plan.units, SizeIs(c.terms.size())) << c.text;
    for (size_t u = 0; u < c.terms.size(); ++u) {
      const std::vector<std::string> terms = terms_of(plan.units[u]);
      EXPECT_EQ(terms.size() > 1 ? terms[1] : "", c.terms[u]) << c.text << u;
    }
  }
}

TEST(QueryPlan, ANameOfTwoCommonWordsIsAnotherWord) {
  std::vector<Document> documents = {make_document("api", "The type", {"pullRequest is a type."})};
  for (int i = 0; i < 12; ++i)
    documents.push_back(make_document("p" + std::to_string(i), "Pull", {"A pull request."}));
  const TestIndex index(documents);
  const IndexReader reader(index.dir());
  EXPECT_THAT(terms_of(plan_for("pull request", "en", reader).units.at(0)), ElementsAre("pull"));
}

TEST(QueryPlan, CodesHaveOtherSpellings) {
  const TestIndex index({make_document("a", "Stop codes", {"0x80070005 or C0000005, see 0x7B."}),
                         make_document("b", "Numbers", {"A 2 FA key. Play an mp 3. 80070006 is 0006."})});
  const IndexReader reader(index.dir());
  struct Case {
    const char* text;
    std::vector<std::string> terms;
  };
  const Case cases[] = {
      {"80070005", {"80070005", "0x80070005"}},
      {"#80070005h", {"80070005h", "0x80070005"}},
      {"0X80070006", {"0x80070006", "80070006"}},
      {"0x0000007b", {"0x0000007b", "0x7b"}},
      {"2fa", {"2fa", "2 fa"}},
      {"mp3", {"mp3", "mp 3"}},
      {"404", {"404"}},
  };
  for (const Case& c : cases)
    EXPECT_EQ(terms_of(plan_for(c.text, "en", reader).units.at(0)), c.terms) << c.text;
  const QueryPlan whole = plan_for("0xC0000005", "en", reader);
  EXPECT_EQ(terms_of(whole.units.at(0)), (std::vector<std::string>{"0xc0000005", "c0000005"}));
}

TEST(QueryPlan, UnknownAbbreviationsStandForTitles) {
  const TestIndex index(
      {make_document("a", "Set up two-factor authentication", {"Text.", "Single sign-on: Text."}),
       make_document("b", "About MFA", {"My favourite app."})});
  const IndexReader reader(index.dir());
  struct Case {
    const char* text;
    std::vector<std::string> terms;
  };
  const Case cases[] = {
      {"2fa", {"2fa", "two factor authent"}},
      {"SSO", {"sso", "singl sign on"}},
      {"mfa", {"mfa"}},
      {"tfa", {"tfa", "two factor authent"}},
      {"so", {"so"}},
  };
  for (const Case& c : cases)
    EXPECT_EQ(terms_of(plan_for(c.text, "en", reader).units.at(0)), c.terms) << c.text;
}

// What may be a noun is one where the index has it.
TEST(QueryPlan, KoreanVerbsBringTheirForms) {
  const TestIndex index({make_document("a", "사진 올리기", {"올립니다. 파일을 보냈습니다."}, "ko")});
  const IndexReader reader(index.dir());
  struct Case {
    const char* text;
    std::vector<std::string> terms;
  };
  const Case cases[] = {{"올리기", {"올리"}},
                        {"올리다", {"올리", "올립"}},
                        {"보내기", {"보내", "보냈"}},
                        {"보내요", {"보내", "보냈"}}};
  for (const Case& c : cases)
    EXPECT_EQ(terms_of(plan_for(c.text, "ko", reader).units.at(0)), c.terms) << c.text;
}

TEST(QueryPlan, KeepsTheUnitsThatSayMost) {
  std::string text = "新幹線";
  for (int i = 0; i < 90; ++i) text += i % 2 == 0 ? "です" : "ので";
  const QueryPlan plan = plan_for(text, "ja");
  EXPECT_LE(plan.units.size(), kMaxUnits);
  EXPECT_EQ(plan.units.at(0).surface, "新幹");
}

TEST(QueryPlan, IdfFallsWithFrequencyAndIsNeverNegative) {
  EXPECT_GT(idf(1, 100), idf(2, 100));
  EXPECT_GT(idf(100, 100), 0);
  EXPECT_EQ(idf(101, 100), idf(100, 100));
  EXPECT_FLOAT_EQ(idf(0, 1), std::log(1 + 1.5F / 0.5F));
}

}  // namespace
}  // namespace signpost
