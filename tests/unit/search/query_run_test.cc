// query_run_test.cc - whole searches, as people type them.
#include "search/query_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "help_centre.h"
#include "ranks.h"

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

TEST(QueryRun, FindsWhatPeopleType) {
  struct Case {
    const char* query;
    const char* want;
  };
  const Case cases[] = {
      {"reset your password", "reset-password"},
      {"password", "reset-password"},
      {"how do i reset my password?", "reset-password"},
      {"sign in", "sign-in"},
      {"signin", "sign-in"},
      {"installing", "install"},
      {"ERR_CONNECTION_RESET", "errors"},
      {"network connection reset", "errors"},
      {"0x80070005", "errors"},
      {"std::vector", "cpp"},
      {"vector", "cpp"},
      {"nodejs", "cpp"},
      {"invoice", "billing"},
      {"新幹線", "shinkansen"},
      {"新幹線の予約方法", "shinkansen"},
      {"リング", "ring"},
      {"車", "green"},  // and at its end
      {"サーバ 設定", "server"},
      {"サーバー設定", "server"},
      {"さーばー", "server"},
      {"ｻｰﾊﾞｰ", "server"},
      {"비밀번호가", "reset-password"},
      {"비밀 번호 재설정", "reset-password"},
      {"비밀변호", "reset-password"},    // one wrong syllable
      {"qlalfqjsgh", "reset-password"},  // on the wrong keyboard
      {"ㅑㅜㄴㅅ미ㅣ", "install"},
      {"ㅂㅁㅂㅎ", "reset-password"},  // initial consonants
      {"ㅂㅣㅁㅣㄹㅂㅓㄴㅎㅗ", "reset-password"},
      {"サーb", "server"},
      {"오류 코드404", "error-404"},
      {"error 코드404", "error-404"},
      {"도커에서실행", "docker"},
  };
  for (const Case& c : cases) EXPECT_THAT(help_centre_index(), ranks(c.query, c.want));
}

TEST(QueryRun, PutsExactBeforePartialAndKeepsFalseSubstringsOut) {
  const TestIndex& index = help_centre_index();
  EXPECT_THAT(index.ids("新幹線"), ElementsAre("shinkansen", "kansen"));
  EXPECT_THAT(index.ids("リング"), Not(Contains("green")));
  EXPECT_THAT(index.ids("幹"), UnorderedElementsAre("kansen", "shinkansen"));  // also inside a word
}

TEST(QueryRun, CorrectsOnlyWhatFindsNothing) {
  const TestIndex& index = help_centre_index();
  const SearchResponse typo = index.search("pasword resst");
  EXPECT_EQ(typo.query.corrected, "password reset");
  EXPECT_EQ(typo.query.text, "pasword resst");
  EXPECT_EQ(typo.hits.at(0).id, "reset-password");
  for (const char* found : {"password", "\"pasword\"", "0x80070006"})
    EXPECT_EQ(index.search(found).query.corrected, std::nullopt) << found;
  SearchRequest request = in("", "pasword");
  request.correct = false;
  EXPECT_THAT(index.searcher().search(request).hits, IsEmpty());
}

// A pasted message has quotes that its writer never meant for a search.
TEST(QueryRun, LooksForTheWordsAloneWhereNothingHasWhatIsQuoted) {
  struct Case {
    const char* text;
    const char* corrected;
  };
  const Case cases[] = {
      {"reset \"worker-7\" password", "reset worker-7 password"},
      {"\"password your reset\"", "password your reset"},
      {"\u201Cworker -7\u201D reset password", "worker -7 reset password"},
      {"\"worker 7\" reset \"worker 8\" password -\"no such\"",
       "worker 7 reset worker 8 password -\"no such\""},
      {"tag:\"login\" \"worker 7\" reset password", "tag:\"login\" worker 7 reset password"},
      {"password \"worker 7\" tag:\"no such\" reset", nullptr},
  };
  for (const Case& c : cases) {
    const SearchResponse found = help_centre_index().search(c.text);
    if (c.corrected == nullptr) {
      EXPECT_EQ(found.query.corrected, std::nullopt) << c.text;
      continue;
    }
    EXPECT_EQ(found.query.corrected, c.corrected) << c.text;
    ASSERT_THAT(found.hits, Not(IsEmpty())) << c.text;
    EXPECT_EQ(found.hits.front().id, "reset-password") << c.text;
  }
  SearchRequest exact = in("", "reset \"worker-7\" password");
  exact.correct = false;
  EXPECT_THAT(help_centre_index().searcher().search(exact).hits, IsEmpty());
  EXPECT_EQ(help_centre_index().search("\"reset your password\"").query.corrected, std::nullopt);
}

TEST(QueryRun, CompletesTheLastWord) {
  EXPECT_THAT(help_centre_index(), ranks("invoi", "billing"));
  EXPECT_EQ(help_centre_index().search("invoi").query.corrected, std::nullopt);
  EXPECT_THAT(help_centre_index().ids("invoi "), IsEmpty());  // nor is it unfinished
}

TEST(QueryRun, ReadsTheLanguageOffTheScript) {
  struct Case {
    const char* asked;
    const char* text;
    const char* want;
  };
  const Case cases[] = {{"", "password", ""},     {"en", "password", "en"}, {"ko", "password", "ko"},
                        {"en", "비밀번호", "ko"}, {"ko", "サーバー", "ja"}, {"ko", "新幹線", "ko"},
                        {"fr", "password", "en"}, {"", "비밀번호", "ko"}};
  for (const Case& c : cases)
    EXPECT_EQ(help_centre_index().searcher().search(in(c.asked, c.text)).query.lang, c.want)
        << c.asked << " " << c.text;
}

TEST(QueryRun, SaysHowItWasRead) {
  SearchRequest request = in("en", "  how  \"sign in\" tag:login -invoice ");
  request.filters[Field::tag] = {"Security"};
  const Understood read = help_centre_index().searcher().search(request).query;
  EXPECT_EQ(read.text, "how \"sign in\" tag:login -invoice");
  EXPECT_THAT(read.words, ElementsAre("how", "sign in"));
  EXPECT_THAT(read.filters[Field::tag], ElementsAre("Security", "login"));
  EXPECT_FALSE(read.truncated);
  EXPECT_TRUE(help_centre_index().search(std::string(600, 'x')).query.truncated);
}

TEST(QueryRun, CutsPages) {
  SearchRequest request = in("", "password");
  request.per_page = 1;
  std::vector<std::string> ids;
  for (request.page = 1; request.page <= 4; ++request.page) {
    const SearchResponse response = help_centre_index().searcher().search(request);
    EXPECT_EQ(response.total, 2u);
    for (const Hit& hit : response.hits) ids.push_back(hit.id);
  }
  EXPECT_EQ(ids, help_centre_index().ids("password"));
}

TEST(QueryRun, ExplainsScoresOnlyWhenAsked) {
  SearchRequest request = in("", "reset password");
  const auto first = [&] { return help_centre_index().searcher().search(request).hits.at(0); };
  EXPECT_THAT(first().explanation, IsEmpty());
  request.explain = true;
  ASSERT_THAT(first().explanation, Not(IsEmpty()));
  EXPECT_EQ(first().explanation.front().what, "word: reset");
}

}  // namespace
}  // namespace signpost
