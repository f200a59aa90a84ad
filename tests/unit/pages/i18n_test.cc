// i18n_test.cc - dates, numbers, plurals, and that every language of the interface has every text.
#include "pages/i18n.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "test_site.h"

namespace signpost {
namespace {

TEST(I18n, FormatsDates) {
  struct Case {
    const char* day;
    const char* lang;
    const char* want;
  };
  const Case cases[] = {{"2026-11-22", "en", "22 Nov 2026"},  {"2026-11-22", "ko", "2026년 11월 22일"},
                        {"2026-01-02", "ja", "2026年1月2日"}, {"2026-01-02", "de", "2026-01-02"},
                        {"2026-13-02", "en", "2026-13-02"},   {"", "en", ""},
                        {"yesterday!", "en", "yesterday!"},   {"2026-00-10", "ko", "2026-00-10"}};
  for (const Case& test : cases) EXPECT_EQ(format_date(test.day, test.lang), test.want);
}

TEST(I18n, FormatsDatesWithoutTheirYear) {
  EXPECT_EQ(format_short_date("2026-11-02", "en"), "2 Nov");
  EXPECT_EQ(format_short_date("2026-11-22", "ko"), "11월 22일");
  EXPECT_EQ(format_short_date("2026-01-02", "ja"), "1月2日");
  EXPECT_EQ(format_short_date("2026-01-02", "de"), "01-02");
  EXPECT_EQ(format_short_date("2026-13-02", "de"), "2026-13-02");
  EXPECT_EQ(format_short_date("", "en"), "");
}

TEST(I18n, FormatsNumbers) {
  const std::pair<uint64_t, const char*> cases[] = {
      {0, "0"}, {999, "999"}, {1000, "1,000"}, {1234567, "1,234,567"}};
  for (const auto& [in, want] : cases) EXPECT_EQ(format_number(in), want);
}

TEST(I18n, ChoosesPlurals) {
  const Strings strings("en", {{"n_one", "{n} day"}, {"n_other", "{n} days"}, {"only_other", "{n}일"}});
  EXPECT_EQ(strings.plural("n", 1), "1 day");
  EXPECT_EQ(strings.plural("n", 0), "0 days");
  EXPECT_EQ(strings.plural("n", 1200), "1,200 days");
  EXPECT_EQ(strings.plural("n", -3), "−3 days");
  EXPECT_EQ(strings.plural("only", 1), "1일");
  EXPECT_EQ(strings.text("missing"), "missing");
  EXPECT_EQ(strings.fill("n_one", {{"n", "{n}"}}), "{n} day");
}

TEST(I18n, FallsBackToEnglish) {
  const I18n i18n(testing::web_dir() + "/i18n");
  EXPECT_EQ(i18n.strings("xx").lang(), "en");
  EXPECT_EQ(i18n.strings("ko").lang(), "ko");
  EXPECT_EQ(i18n.strings("ko-KR").lang(), "ko");
  EXPECT_EQ(i18n.strings("en-GB").lang(), "en");
  EXPECT_EQ(i18n.strings("pt-BR").lang(), "en");
}

// English among Arabic: "3 results." would else show its number and its full stop at the wrong end.
TEST(I18n, EnglishIsIsolatedWhereItStandsInForALanguageFromRightToLeft) {
  const I18n i18n(testing::web_dir() + "/i18n");
  for (const char* lang : {"ar", "he", "fa", "ur", "pa-Arab"}) {
    const Strings& strings = i18n.strings(lang);
    EXPECT_EQ(strings.lang(), "en");
    EXPECT_EQ(strings.text("home"), "\u2066" + i18n.strings("en").text("home") + "\u2069") << lang;
    EXPECT_EQ(strings.plural("results", 3), "\u2066" + i18n.strings("en").plural("results", 3) + "\u2069");
    EXPECT_EQ(strings.date("2026-11-22"),
              "\u2066"
              "22 Nov 2026\u2069");
    EXPECT_EQ(strings.date(""), "");
    EXPECT_EQ(strings.texts(), i18n.strings("en").texts());
    EXPECT_EQ(strings.text("corrected_before"), "\u2066" + i18n.strings("en").text("corrected_before"));
    EXPECT_EQ(strings.text("corrected_after"), i18n.strings("en").text("corrected_after") + "\u2069");
  }
  for (const char* lang : {"de", "zh-TW", "tr"}) {
    EXPECT_EQ(i18n.strings(lang).text("home"), i18n.strings("en").text("home")) << lang;
  }
}

TEST(Strings, IsolateWhatComesIntoATextFromRightToLeft) {
  const Strings strings("ar", {{"updated", "حُدّث {date}"}, {"votes_other", "{n} صوت"}});
  EXPECT_EQ(strings.fill("updated", {{"date", "2026-01-02"}}),
            "حُدّث \u2068"
            "2026-01-02\u2069");
  EXPECT_EQ(strings.plural("votes", -3), "\u2068−3\u2069 صوت");
}

TEST(I18n, VersionFollowsContent) {
  const testing::TemporaryDirectory dir;
  testing::write_file(dir.path() + "/en.json", R"({"a": "A"})");
  const std::string before = I18n(dir.path()).version();
  EXPECT_EQ(I18n(dir.path()).version(), before);
  testing::write_file(dir.path() + "/en.json", R"({"a": "B"})");
  EXPECT_NE(I18n(dir.path()).version(), before);
}

// A key that one file lacks would show as the key itself.
TEST(I18n, EveryLanguageHasEveryText) {
  const I18n i18n(testing::web_dir() + "/i18n");
  for (const std::string& lang : i18n.languages()) {
    for (const auto& [key, text] : i18n.strings("en").texts()) {
      // Languages without a singular of their own need only the other form.
      if (key.ends_with("_one")) continue;
      EXPECT_EQ(i18n.strings(lang).texts().count(key), 1u) << lang << " lacks " << key;
    }
    for (const auto& [key, text] : i18n.strings(lang).texts()) {
      EXPECT_EQ(i18n.strings("en").texts().count(key), 1u) << lang << " has " << key << ", which en lacks";
      // What stands around a name may be all before it or all behind it.
      const bool may_be_empty = key.ends_with("_before") || key.ends_with("_after");
      EXPECT_TRUE(may_be_empty || !text.empty()) << lang << " " << key;
    }
  }
}

TEST(I18n, RefusesWhatIsNotThere) {
  EXPECT_THROW(I18n("/nonexistent"), Error);
  const testing::TemporaryDirectory dir;
  testing::write_file(dir.path() + "/en.json", "{\"a\": 1}");
  EXPECT_THROW(I18n{dir.path()}, Error);
}

TEST(Strings, AreCutAroundAName) {
  const Strings strings("en", {{"by", "Asked by {author}."}, {"none", "Asked"}});
  EXPECT_EQ(strings.around("by", "author"), (std::pair<std::string, std::string>("Asked by ", ".")));
  EXPECT_EQ(strings.around("none", "author"), (std::pair<std::string, std::string>("Asked", "")));
}

}  // namespace
}  // namespace signpost
