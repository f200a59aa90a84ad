#include "content/site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "content/site_json.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr const char* kFull = R"(title: {en: Help, ko: 도움말}
description: How to
base_url: https://help.example.com/
languages:
  - {code: en, name: English}
  - {code: ko, name: 한국어}
default_language: en
categories:
  - id: start
    names: {en: Getting started, ko: 시작하기}
    descriptions: {en: First steps}
    icon: rocket
  - id: faq
    name: FAQ
brand_color: "#0a7"
logo: logo.svg
popular: [install, search]
strip_template_tags: yes
dialects: [mkdocs, obsidian]
exclude: ["drafts/**"]
time_zone: Asia/Seoul
meaning: {model: e5, query_model: e5-query, query_prefix: "query: ", passage_prefix: "passage: "}
ranking: {clicks: true}
requests: {retention_days: 30, audit_days: 400}
cards: false
feedback: {improvements: true, changed_days: 0}
insights: {retention_days: 60, least_visits: 10}
)";

TEST(ParseSite, ReadsEveryKey) {
  std::vector<Diagnostic> diagnostics;
  const Site site = parse_site(kFull, "site.yaml", diagnostics);
  EXPECT_THAT(diagnostics, IsEmpty());
  EXPECT_THAT(site.title, ElementsAre(Pair("en", "Help"), Pair("ko", "도움말")));
  EXPECT_THAT(site.description, ElementsAre(Pair("en", "How to")));
  EXPECT_EQ(site.base_url, "https://help.example.com");
  ASSERT_EQ(site.languages.size(), 2u);
  EXPECT_EQ(site.languages[1].code, "ko");
  EXPECT_EQ(site.languages[1].name, "한국어");
  ASSERT_EQ(site.categories.size(), 2u);
  EXPECT_EQ(site.categories[0].icon, "rocket");
  EXPECT_EQ(pick(site.categories[0].names, "ko", site), "시작하기");
  EXPECT_EQ(pick(site.categories[0].descriptions, "ko", site), "First steps");
  EXPECT_EQ(pick(site.categories[1].names, "ko", site), "FAQ");
  EXPECT_EQ(site.brand_color, "#0a7");
  EXPECT_EQ(site.logo, "logo.svg");
  EXPECT_THAT(site.popular, ElementsAre("install", "search"));
  EXPECT_TRUE(site.strip_template_tags);
  EXPECT_EQ(site.dialects, (DialectSet{Dialect::mkdocs, Dialect::obsidian}));
  EXPECT_THAT(site.exclude, ElementsAre("drafts/**"));
  EXPECT_EQ(site.time_zone, "Asia/Seoul");
  EXPECT_EQ(site.meaning, (MeaningSettings{true, "e5", "e5-query", "query: ", "passage: "}));
  EXPECT_TRUE(site.ranking.clicks);
  EXPECT_EQ(site.requests.retention_days, 30);
  EXPECT_EQ(site.requests.audit_days, 400);
  EXPECT_TRUE(site.feedback.improvements);
  EXPECT_EQ(site.feedback.changed_days, 0);
  EXPECT_FALSE(site.cards);
  EXPECT_EQ(site.insights, (InsightSettings{.on = true, .retention_days = 60, .least_visits = 10}));
}

TEST(ParseSite, HasDefaultsForAll) {
  for (const char* yaml : {"", "# nothing\n", "title:\n"}) {
    std::vector<Diagnostic> diagnostics;
    const Site site = parse_site(yaml, "site.yaml", diagnostics);
    EXPECT_THAT(diagnostics, IsEmpty()) << yaml;
    EXPECT_EQ(site.default_language, "en");
    EXPECT_EQ(pick(site.title, "en", site), "Help Centre");
    EXPECT_EQ(site.languages.size(), 1u);
    EXPECT_EQ(site.meaning, MeaningSettings());
    EXPECT_FALSE(site.ranking.clicks);
    EXPECT_EQ(site.requests.retention_days, 90);
    EXPECT_EQ(site.feedback, FeedbackSettings());
  }
}

TEST(ParseSite, SwitchesMeaningOffByOneLine) {
  const struct {
    const char* in;
    bool want;
  } kCases[] = {{"meaning: false\n", false}, {"meaning: off\n", false}, {"meaning: true\n", true},
                {"meaning:\n", true},        {"meaning: {}\n", true},   {"title: A\n", true}};
  for (const auto& [in, want] : kCases) {
    std::vector<Diagnostic> diagnostics;
    const Site site = parse_site(in, "site.yaml", diagnostics);
    EXPECT_THAT(diagnostics, IsEmpty()) << in;
    EXPECT_EQ(site.meaning.on, want) << in;
    EXPECT_EQ(site_from_json(site_to_json(site)).meaning.on, want) << in;
  }
}

TEST(ParseSite, WritesLanguagesInOneWay) {
  std::vector<Diagnostic> diagnostics;
  const Site site = parse_site(
      "languages: [en, pt_br, pt, zh-hant]\ndefault_language: PT-br\ntitle: {en: Help, zh-hant: 說明, pt: "
      "Ajuda}\n",
      "site.yaml", diagnostics);
  EXPECT_THAT(diagnostics, IsEmpty());
  ASSERT_EQ(site.languages.size(), 4u);
  EXPECT_EQ(site.languages[1].code, "pt-BR");
  EXPECT_EQ(site.languages[3].code, "zh-Hant");
  EXPECT_EQ(site.default_language, "pt-BR");
  EXPECT_TRUE(site.languages_given);
  EXPECT_EQ(pick(site.title, "pt-BR", site), "Ajuda");
  EXPECT_EQ(pick(site.title, "zh-TW", site), "說明");
  EXPECT_EQ(pick(site.title, "ko", site), "Ajuda");  // the default language's
}

TEST(ParseSite, ADefaultLanguageAloneIsTheOnlyOne) {
  std::vector<Diagnostic> diagnostics;
  const Site site = parse_site("default_language: ko\n", "site.yaml", diagnostics);
  EXPECT_THAT(diagnostics, IsEmpty());
  ASSERT_EQ(site.languages.size(), 1u);
  EXPECT_EQ(site.languages[0].code, "ko");
  EXPECT_EQ(site.languages[0].name, "한국어");
  EXPECT_TRUE(site.languages_given);
}

TEST(ParseSite, TakesLanguagesInShortForms) {
  std::vector<Diagnostic> diagnostics;
  Site site = parse_site("languages: [ja, en]\n", "site.yaml", diagnostics);
  EXPECT_EQ(site.languages[0].code, "ja");
  EXPECT_EQ(site.default_language, "ja");  // none is set, so the first
  site = parse_site("languages: {ko: 한국어}\ntitle: 도움말\n", "site.yaml", diagnostics);
  EXPECT_EQ(site.languages[0].name, "한국어");
  EXPECT_EQ(pick(site.title, "ko", site), "도움말");
  EXPECT_THAT(diagnostics, IsEmpty());
}

TEST(ParseSite, TellsTheLineOfEveryMistake) {
  struct Case {
    const char* yaml;
    int line;
    const char* message;
  };
  const Case cases[] = {
      {"title: A\ncolour: red\n", 2, "unknown key 'colour'"},
      {"brand_color: red\n", 1, "brand_color"},
      {"\nbase_url: help.example.com\n", 2, "base_url"},
      {"languages: []\n", 1, "names no language"},
      {"languages:\n  - {code: english}\n", 2, "not a language code"},
      {"languages:\n  - {code: en}\n  - {code: en}\n", 3, "listed twice"},
      {"languages:\n  - {name: X}\n", 2, "needs a 'code'"},
      {"languages:\n  - {code: en, title: X}\n", 2, "unknown key 'title'"},
      {"languages: [en]\ndefault_language: ko\n", 2, "does not list"},
      {"categories:\n  - {id: a}\n  - {id: a}\n", 3, "listed twice"},
      {"categories:\n  - First steps\n", 2, "'First steps'"},
      {"categories:\n  - {name: a}\n", 2, "needs an 'id'"},
      {"categories:\n  - id: a\n    color: b\n", 3, "unknown key 'color'"},
      {"categories: {a: b}\n", 1, "must be a list"},
      {"popular: one\n", 1, "must be a list"},
      {"strip_template_tags: perhaps\n", 1, "true or false"},
      {"title: A\ndialects:\n  - mkdoks\n", 3, "'mkdoks' is not a dialect; known are docusaurus, gitbook, "},
      {"dialects: mkdocs\n", 1, "must be a list of names; known are docusaurus, "},
      {"ranking: clicks\n", 1, "'ranking' must be a map of settings"},
      {"ranking:\n  click: true\n", 2, "unknown key 'click' of 'ranking'; known is clicks"},
      {"ranking:\n  clicks: many\n", 2, "'clicks' must be true or false"},
      {"requests: 5\n", 1, "'requests' must be a map of settings"},
      {"requests:\n  days: 5\n", 2, "unknown key 'days' of 'requests'; known are retention_days, audit_days"},
      {"requests:\n  audit_days: 4000\n", 2, "'audit_days' must be a number from 0 to 3650"},
      {"requests:\n  retention_days: -1\n", 2, "'retention_days' must be a number from 0 to 3650"},
      {"feedback: yes\n", 1, "'feedback' must be a map of settings"},
      {"feedback:\n  page: true\n", 2,
       "unknown key 'page' of 'feedback'; known are improvements, changed_days"},
      {"feedback:\n  improvements: maybe\n", 2, "'improvements' must be true or false"},
      {"feedback:\n  changed_days: 4000\n", 2, "'changed_days' must be a number from 0 to 3650"},
      {"checks:\n  open-complaints: {most: -1}\n", 2, "'most' must be a whole number"},
      {"requests:\n  retention_days: soon\n", 2, "'retention_days' must be a number from 0 to 3650"},
      {"insights: 5\n", 1, "'insights' must be true, false or a map"},
      {"insights:\n  days: 5\n", 2,
       "unknown key 'days' of 'insights'; known are retention_days, least_visits"},
      {"insights:\n  retention_days: 0\n", 2, "'retention_days' must be a number from 1 to 366"},
      {"insights:\n  least_visits: few\n", 2, "'least_visits' must be a number from 1 to 1000"},
      {"meaning: 5\n", 1, "'meaning' must be true, false or a map"},
      {"meaning:\n  model: a\n  url: b\n", 3, "unknown key 'url' of 'meaning'; known are model, "},
      {"meaning:\n  model: [a]\n", 2, "'model' must be a text of one line"},
      {"meaning:\n  query_prefix: \"a\\nb\"\n", 2, "'query_prefix' must be a text of one line"},
      {"title: [a]\n", 1, "map from language"},
      {"- a\n", 1, "map of settings"},
      {"checks:\n  orphan: off\n  no-such: error\n", 3, "there is no rule 'no-such'"},
      {"checks:\n  orphan: fatal\n", 2, "a severity must be"},
      {"checks:\n  encoding: off\n", 2, "can't be off"},
      {"checks:\n  orphan: {days: 3}\n", 2, "unknown key 'days'"},
      {"checks:\n  unanswered:\n    days: soon\n", 3, "whole number"},
      {"checks: all\n", 1, "map from rules"},
      {"title: {en: A\n", 2, ""},
  };
  for (const Case& c : cases) {
    std::vector<Diagnostic> diagnostics;
    parse_site(c.yaml, "site.yaml", diagnostics);
    ASSERT_EQ(diagnostics.size(), 1u) << c.yaml;
    EXPECT_EQ(diagnostics[0].severity, Severity::error);
    EXPECT_EQ(diagnostics[0].path, "site.yaml");
    EXPECT_EQ(diagnostics[0].line, c.line) << c.yaml;
    EXPECT_THAT(diagnostics[0].message, HasSubstr(c.message));
  }
}

TEST(ParseSite, ReadsWhatRulesAreTold) {
  std::vector<Diagnostic> diagnostics;
  const CheckSettings checks =
      parse_site(
          "checks:\n  orphan: off\n  link-target: error\n  page-length: {severity: note, max_characters: 5}\n"
          "  unanswered: {days: 3}\n  tag: {known: [a, b c]}\n  help_url: https://help.example.com/\n",
          "site.yaml", diagnostics)
          .checks;
  EXPECT_THAT(diagnostics, IsEmpty());
  EXPECT_EQ(checks.severities.size(), 3u);
  EXPECT_EQ(checks.severities.at("orphan"), std::nullopt);
  EXPECT_EQ(checks.severities.at("link-target"), Severity::error);
  EXPECT_EQ(checks.severities.at("page-length"), Severity::note);
  EXPECT_EQ(checks.max_characters, 5);
  EXPECT_EQ(checks.unanswered_days, 3);
  EXPECT_THAT(checks.known_tags, ElementsAre("a", "b c"));
  EXPECT_EQ(checks.help_url, "https://help.example.com/");
}

TEST(ParseSite, OneMistakeDoesNotCostTheRest) {
  std::vector<Diagnostic> diagnostics;
  const Site site = parse_site("brand_color: red\ntitle: A\n", "site.yaml", diagnostics);
  EXPECT_EQ(pick(site.title, "en", site), "A");
  EXPECT_EQ(site.brand_color, "#2457d6");
}

TEST(SiteJson, LosesNothing) {
  std::vector<Diagnostic> diagnostics;
  Site site = parse_site(kFull, "site.yaml", diagnostics);
  site.redirects = {{"/old", "new", 3}};
  site.pinned_answers = {{"ko", {"환불"}, "refunds", "by-card", 2}};
  const std::string json = site_to_json(site);
  const Site back = site_from_json(json);
  EXPECT_EQ(site_to_json(back), json);
  EXPECT_EQ(back.title, site.title);
  EXPECT_EQ(back.categories[1].names, site.categories[1].names);
  EXPECT_EQ(back.exclude, site.exclude);
  EXPECT_EQ(back.meaning, site.meaning);
  EXPECT_EQ(back.ranking, site.ranking);
  EXPECT_EQ(back.requests, site.requests);
  EXPECT_EQ(back.feedback, site.feedback);
  EXPECT_EQ(back.insights, site.insights);
  EXPECT_EQ(back.redirects.at(0).to, "new");
  EXPECT_EQ(back.pinned_answers.at(0).anchor, "by-card");
}

TEST(SiteJson, RefusesWhatItDidNotWrite) {
  for (const char* json : {"", "{", "[]", "{}", "{\"title\": 1}"}) {
    try {
      site_from_json(json);
      FAIL() << json;
    } catch (const Error& e) {
      EXPECT_EQ(e.kind(), ErrorKind::corrupt);
    }
  }
}

}  // namespace
}  // namespace signpost
