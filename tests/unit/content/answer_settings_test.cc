// answer_settings_test.cc - the key `answers` of site.yaml, read, kept, and chosen from by language.
#include "content/answer_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "content/site.h"
#include "content/site_json.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

constexpr const char* kAll = R"(answers:
  threshold: {en: 0.6, pt_br: 0.75}
  never: {category: [legal, pricing], kind: community, tag: [old]}
  account:
    en: [seat change]
    ko: [좌석 변경, 단체 예약]
)";

Site read(const std::string& yaml) {
  std::vector<Diagnostic> diagnostics;
  Site site = parse_site(yaml, "site.yaml", diagnostics);
  EXPECT_THAT(diagnostics, IsEmpty()) << yaml;
  return site;
}

TEST(AnswerSettings, AreReadAndKeptInTheGeneration) {
  const Site written = read(kAll);
  EXPECT_EQ(written.answers.never_line, 3);
  const Site back = site_from_json(site_to_json(written));
  EXPECT_EQ(site_to_json(back), site_to_json(written));
  for (const Site& site : {written, back}) {
    const AnswerSettings& answers = site.answers;
    EXPECT_TRUE(answers.on);
    EXPECT_THAT(answers.thresholds, ElementsAre(Pair("en", 0.6F), Pair("pt-BR", 0.75F)));
    EXPECT_THAT(answers.never[Field::category], ElementsAre("legal", "pricing"));
    EXPECT_THAT(answers.never[Field::kind], ElementsAre("community"));
    EXPECT_THAT(answers.never[Field::tag], ElementsAre("old"));
    EXPECT_THAT(answers.account, ElementsAre(Pair("en", ElementsAre("seat change")),
                                             Pair("ko", ElementsAre("좌석 변경", "단체 예약"))));
  }
}

TEST(AnswerSettings, AreSwitchedOffByOneLine) {
  const struct {
    const char* yaml;
    bool on;
  } kCases[] = {{"answers: false\n", false}, {"answers: off\n", false}, {"answers: true\n", true},
                {"answers:\n", true},        {"answers: {}\n", true},   {"title: A\n", true}};
  for (const auto& [yaml, on] : kCases) {
    EXPECT_EQ(read(yaml).answers.on, on) << yaml;
    EXPECT_EQ(site_from_json(site_to_json(read(yaml))).answers.on, on) << yaml;
  }
}

TEST(AnswerSettings, AreThoseOfTheLanguageElseOfAll) {
  const struct {
    const char* yaml;
    const char* lang;
    std::optional<float> threshold;
  } kCases[] = {
      {"answers: {threshold: 0.5}\n", "ko", 0.5F},
      {"answers: {threshold: 1}\n", "", 1.0F},
      {"answers: {threshold: {en: 0.5}}\n", "en-GB", 0.5F},
      {"answers: {threshold: {en: 0.5}}\n", "ja", std::nullopt},
      {"title: A\n", "en", std::nullopt},
  };
  for (const auto& [yaml, lang, threshold] : kCases)
    EXPECT_EQ(answer_threshold(read(yaml).answers, lang), threshold) << yaml;
}

TEST(AnswerSettings, TellTheLineOfEveryMistake) {
  const struct {
    const char* yaml;
    int line;
    const char* message;
  } kCases[] = {
      {"answers: 5\n", 1, "'answers' must be true, false or a map"},
      {"answers:\n  limit: 3\n", 2, "unknown key 'limit' of 'answers'; known are threshold, never, "},
      {"answers:\n  threshold: 1.2\n", 2, "'threshold' must be a number from 0 to 1"},
      {"answers:\n  threshold: .nan\n", 2, "'threshold' must be a number from 0 to 1"},
      {"answers:\n  threshold:\n    en: high\n", 3, "'threshold' must be a number from 0 to 1"},
      {"answers:\n  threshold: {english: 0.5}\n", 2, "'english' of 'threshold' is not a language code"},
      {"answers:\n  never: legal\n", 2, "'never' must be a map of category, kind and tag"},
      {"answers:\n  never:\n    product: [a]\n", 3, "unknown key 'product' of 'never'; known are category, "},
      {"answers:\n  never: {kind: forum}\n", 2, "'forum' is no kind; it is help or community"},
      {"answers:\n  never: {tag: [{a: b}]}\n", 2, "'tag' must be a list of texts"},
      {"answers:\n  account:\n    en: [\"\"]\n", 3, "'account' must be a list of texts"},
      {"answers:\n  contact: https://example.com\n", 2, "'contact' of 'answers' is a key of its own"},
  };
  for (const auto& [yaml, line, message] : kCases) {
    std::vector<Diagnostic> diagnostics;
    parse_site(yaml, "site.yaml", diagnostics);
    ASSERT_EQ(diagnostics.size(), 1u) << yaml;
    EXPECT_EQ(diagnostics[0].severity, Severity::error) << yaml;
    EXPECT_EQ(diagnostics[0].line, line) << yaml;
    EXPECT_THAT(diagnostics[0].message, HasSubstr(message));
  }
}

}  // namespace
}  // namespace signpost
