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

std::vector<Document> many_languages() {
  return {
      make_document("konto", "Konto", {"Passwortzurücksetzung und Benutzerkontoverwaltung."}, "de"),
      make_document("rechnung", "Die Adresse der Rechnung ändern", {"So geht es."}, "de"),
      make_document("app", "Installer l'application", {"Téléchargez l\u2019application."}, "fr"),
      make_document("plan-l", "Le plan L", {"Le plan L est ici."}, "fr"),
      make_document("conto", "Impostazioni dell'account", {"Aprile."}, "it"),
      make_document("chumon", "注文", {"注文の取り消しについて。"}, "ja"),
      make_document("uketsuke", "申込の受付", {"受付時間です。"}, "ja"),
      make_document("mima", "重設密碼", {"在帳號設定頁面重設。"}, "zh-TW"),
      make_document("shezhi", "软件更新", {"请检查更新。"}, "zh-CN"),
      make_document("sakje", "계정 삭제", {"계정을 삭제하는 방법입니다."}, "ko"),
      make_document("bakkwo", "이름", {"이름을 바꿔 보세요. 안내 버튼을 누르세요."}, "ko"),
      make_document("bab", "식사", {"밥을 먹었어요. 결제가 안됩니다."}, "ko"),
      make_document("ops", "Operators", {"The operator ||> pipes, ?\? is a default, => maps."}),
      make_document("react", "Reactions", {"Add a 👍 to a post. An MP3 too."}),
      make_document("codes", "Stop codes", {"0x80070005 means access denied. Sign up."}),
      make_document("two", "Two-factor authentication", {"Wi-Fi and e-mail and login."}),
  };
}

const TestIndex& many_languages_index() {
  static const TestIndex index(many_languages());
  return index;
}

// Each of these once found nothing, or too much.
TEST(QueryRun, FindsOtherWaysToWriteTheSame) {
  struct Case {
    const char* lang;
    const char* query;
    const char* want;
    const char* not_found;
  };
  const Case cases[] = {
      {"de", "Passwort zurücksetzen", "konto", "rechnung"},
      {"de", "Konto Verwaltung", "konto", "rechnung"},
      {"de", "Passwort zuruecksetzen", "konto", "rechnung"},
      {"de", "Rechnungsadresse", "rechnung", "konto"},
      {"de", "aendern", "rechnung", "konto"},
      {"fr", "l\u2019application", "app", "plan-l"},
      {"fr", "l'application", "app", "plan-l"},
      {"fr", "application", "app", "plan-l"},
      {"it", "dell\u2019account", "conto", ""},
      {"ja", "取消", "chumon", "uketsuke"},
      {"ja", "申し込み", "uketsuke", "chumon"},
      {"ja", "受け付け", "uketsuke", "chumon"},
      {"zh-CN", "重设密码", "mima", "shezhi"},
      {"zh-CN", "账号", "mima", "shezhi"},
      {"zh-TW", "軟件", "shezhi", "mima"},
      {"en", "設置更新", "shezhi", "chumon"},
      {"ko", "삭제했어요", "sakje", "bab"},
      {"ko", "삭제하다", "sakje", "bab"},
      {"ko", "바꾸고 싶어요", "bakkwo", "bab"},
      {"ko", "눌러요", "bakkwo", "bab"},
      {"ko", "먹다", "bab", "sakje"},
      {"ko", "안 돼요", "bab", "bakkwo"},
      {"en", "||>", "ops", "react"},
      {"en", "?\?", "ops", "react"},
      {"en", "->", "", "ops"},
      {"en", "👍", "react", "ops"},
      {"en", "mp 3", "react", "ops"},
      {"en", "80070005", "codes", "two"},
      {"en", "80070005H", "codes", "two"},
      {"en", "2fa", "two", "codes"},
      {"en", "wi fi", "two", "codes"},
      {"en", "signup", "codes", "two"},
      {"en", "log in", "two", "codes"},
      {"en", "e mail", "two", "codes"},
  };
  for (const Case& c : cases) {
    const std::vector<std::string> ids = many_languages_index().ids(c.query, c.lang);
    EXPECT_EQ(ids.empty() ? "" : ids.front(), c.want) << c.query;
    EXPECT_THAT(ids, Not(Contains(c.not_found))) << c.query;
    EXPECT_EQ(many_languages_index().searcher().search(in(c.lang, c.query)).query.corrected, std::nullopt)
        << c.query;
  }
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
  SearchRequest request = in("en", "  reset  \"sign in\" tag:login -invoice ");
  request.filters[Field::tag] = {"Security"};
  const Understood read = help_centre_index().searcher().search(request).query;
  EXPECT_EQ(read.text, "reset \"sign in\" tag:login -invoice");
  EXPECT_THAT(read.words, ElementsAre("reset", "sign in"));
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
