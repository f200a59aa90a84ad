#include "search/searcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <thread>

#include "test_index.h"

namespace signpost {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

std::vector<Document> help_centre() {
  std::vector<Document> d = {
      make_document("reset-password", "Reset your password",
                    {"Forgot it? Use the link on the sign-in page.",
                     "On a phone: Tap the menu, then Security, then Reset password.",
                     "Rules: A password has twelve characters."}),
      make_document("sign-in", "Sign in", {"Enter your name and your password. Then press Enter."}),
      make_document("install", "Install the app", {"Download the package. Installing takes a minute."}),
      make_document("errors", "Error messages",
                    {"ERR_CONNECTION_RESET means the network failed. See also 0x80070005."}),
      make_document("cpp", "Containers", {"std::vector grows. Use node.js elsewhere."}),
      make_document("billing", "Billing", {"We send invoices every month."}),
      make_document("how-do-i-reset", "How do I start over?", {"My phone is locked."}),
      make_document("shinkansen", "新幹線の予約", {"新幹線を予約します。"}, "ja"),
      make_document("kansen", "幹線道路", {"幹線道路の工事です。新しい道。"}, "ja"),
      make_document("green", "グリーン車", {"グリーン車に乗る。"}, "ja"),
      make_document("ring", "リングの交換", {"リングを交換する。"}, "ja"),
      make_document("server", "サーバーの設定", {"サーバーを設定します。"}, "ja"),
      make_document("reset-password", "비밀번호 재설정",
                    {"비밀번호를 잊으셨나요? 로그인 화면의 링크를 누르세요."}, "ko"),
      make_document("error-404", "오류 코드404", {"페이지를 찾을 수 없습니다."}, "ko"),
      make_document("docker", "도커에서 실행", {"컨테이너 이미지를 받습니다."}, "ko"),
  };
  d[0].category = "account";
  d[1].category = "account";
  d[2].category = "start";
  d[0].tags = {"Security", "login"};
  d[1].tags = {"login"};
  d[2].level = Level::basic;
  d[6].kind = Kind::community;
  d[6].solved = true;
  d[6].votes = 7;
  d[6].posts = {{"ann", "2026-01-01", 7, false, "question", "<p>q</p>"},
                {"bob", "2026-01-02", 2, true, "answer-1", "<p>a</p>"}};
  d[0].aliases = {"/old/reset"};
  d[0].updated = "2026-10-01";
  return d;
}

class SearcherTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { index_ = new TestIndex(help_centre(), three_languages(), 2); }
  static void TearDownTestSuite() {
    delete index_;
    index_ = nullptr;
  }
  static TestIndex* index_;

  static std::string first(const std::string& query, const std::string& lang = "") {
    const auto ids = index_->ids(query, lang);
    return ids.empty() ? "" : ids.front();
  }
};
TestIndex* SearcherTest::index_ = nullptr;

TEST_F(SearcherTest, FindsWhatPeopleType) {
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
  for (const Case& c : cases) EXPECT_EQ(first(c.query), c.want) << c.query;
}

TEST_F(SearcherTest, PutsExactBeforePartialAndKeepsFalseSubstringsOut) {
  const auto ids = index_->ids("新幹線");
  EXPECT_THAT(ids, ElementsAre("shinkansen", "kansen"));
  EXPECT_THAT(index_->ids("リング"), Not(Contains("green")));
  EXPECT_THAT(index_->ids("幹"), UnorderedElementsAre("kansen", "shinkansen"));  // also inside a word
}

TEST_F(SearcherTest, CorrectsOnlyWhatFindsNothing) {
  const SearchResponse typo = index_->search("pasword resst");
  ASSERT_TRUE(typo.query.corrected);
  EXPECT_EQ(*typo.query.corrected, "password reset");
  EXPECT_EQ(typo.hits.at(0).id, "reset-password");
  EXPECT_FALSE(index_->search("password").query.corrected);
  EXPECT_FALSE(index_->search("\"pasword\"").query.corrected);
  EXPECT_FALSE(index_->search("0x80070006").query.corrected);
  SearchRequest request;
  request.text = "pasword";
  request.correct = false;
  EXPECT_THAT(index_->searcher().search(request).hits, IsEmpty());
}

TEST_F(SearcherTest, CompletesTheLastWord) {
  const SearchResponse response = index_->search("invoi");
  ASSERT_THAT(response.hits, Not(IsEmpty()));
  EXPECT_EQ(response.hits[0].id, "billing");
  EXPECT_FALSE(response.query.corrected);
}

TEST_F(SearcherTest, ObeysPhrasesAndExclusions) {
  EXPECT_THAT(index_->ids("\"reset password\""), ElementsAre("reset-password"));
  EXPECT_THAT(index_->ids("\"password reset\""), IsEmpty());
  EXPECT_THAT(index_->ids("password -invoice"), Contains("sign-in"));
  EXPECT_THAT(index_->ids("password -enter"), Not(Contains("sign-in")));
  EXPECT_THAT(index_->ids("幹線 -新"), IsEmpty());
}

TEST_F(SearcherTest, FiltersAndCountsFacets) {
  SearchRequest request;
  request.text = "password";
  request.filters.tags = {"security"};
  const SearchResponse response = index_->searcher().search(request);
  EXPECT_EQ(response.total, 1u);
  ASSERT_THAT(response.facets, SizeIs(5));
  EXPECT_EQ(response.facets[0].name, "kind");
  EXPECT_EQ(response.facets[0].values.at(0).count, 1u);
  const Facet& tags = *std::find_if(response.facets.begin(), response.facets.end(),
                                    [](const Facet& f) { return f.name == "tag"; });
  ASSERT_THAT(tags.values, SizeIs(2));  // its own filter does not hide the other tag
  EXPECT_EQ(tags.values[0].value, "login");
  EXPECT_EQ(tags.values[0].count, 2u);
  EXPECT_TRUE(tags.values[1].selected);
  request.filters.tags = {"security", "login"};
  EXPECT_EQ(index_->searcher().search(request).total, 2u);  // several values of a facet mean OR
  request.filters.categories = {"start"};
  EXPECT_EQ(index_->searcher().search(request).total, 0u);
  EXPECT_THAT(index_->ids("password category:account"), SizeIs(2));
  EXPECT_THAT(index_->ids("reset lang:ko"), IsEmpty());
  EXPECT_THAT(index_->ids("category:account"), SizeIs(2));  // filters alone list what passes them
  EXPECT_THAT(index_->ids("tag:login kind:help"), SizeIs(2));
}

TEST_F(SearcherTest, FoldsLanguagesOfOneArticle) {
  SearchRequest request;
  request.text = "password";
  request.lang = "ko";  // the Korean article stands for the English one, and does not match
  const SearchResponse response = index_->searcher().search(request);
  ASSERT_THAT(response.hits, Not(IsEmpty()));
  EXPECT_EQ(response.hits[0].id, "sign-in");
  EXPECT_TRUE(response.hits[0].other_language);
  request.text = "비밀번호";
  request.lang = "en";
  const SearchResponse korean = index_->searcher().search(request);
  ASSERT_THAT(korean.hits, SizeIs(1));
  EXPECT_EQ(korean.hits[0].lang, "ko");
}

TEST_F(SearcherTest, ShowsTheBestSectionAndMarksTheMatches) {
  const SearchResponse response = index_->search("password phone security");
  ASSERT_THAT(response.hits, Not(IsEmpty()));
  const Hit& hit = response.hits[0];
  EXPECT_EQ(hit.section.anchor, "s1");
  EXPECT_THAT(hit.section.path, ElementsAre("On a phone"));
  EXPECT_EQ(bracketed(hit.snippet), "Tap the menu, then [Security], then Reset [password].");
  EXPECT_EQ(bracketed(hit.title_runs), "Reset your [password]");
  EXPECT_EQ(bracketed(index_->search("新幹線").hits.at(0).title_runs), "[新幹線]の予約");
}

TEST_F(SearcherTest, GivesArticlesListsAndAliases) {
  const Searcher& s = index_->searcher();
  const auto article = s.article("reset-password", "ja");
  ASSERT_TRUE(article);
  EXPECT_TRUE(article->fallback);
  EXPECT_EQ(article->document.lang, "en");
  EXPECT_THAT(article->translations, SizeIs(1));
  EXPECT_THAT(article->toc, SizeIs(2));
  EXPECT_EQ(article->toc[0].anchor, "s1");
  EXPECT_EQ(s.article("reset-password", "ko")->document.title, "비밀번호 재설정");
  EXPECT_FALSE(s.article("no-such-article", "en"));
  EXPECT_EQ(s.alias("/old/reset"), "/en/articles/reset-password");
  EXPECT_EQ(s.alias("/old/reset/"), "/en/articles/reset-password");
  EXPECT_FALSE(s.alias("/old/other"));
  const auto categories = s.categories("ko");
  ASSERT_THAT(categories, SizeIs(2));
  EXPECT_EQ(categories[0].name, "시작하기");
  const auto account = s.category_articles("account", "en", 0, 100);
  ASSERT_THAT(account, SizeIs(2));
  EXPECT_THAT(s.category_articles("account", "en", 0, 1), SizeIs(1));
  ASSERT_THAT(s.category_articles("account", "en", 1, 5), SizeIs(1));
  EXPECT_EQ(s.category_articles("account", "en", 1, 5)[0].id, account[1].id);
  EXPECT_THAT(s.category_articles("account", "en", 2, 5), SizeIs(0));
  EXPECT_THAT(s.category_articles("none", "en", 0, 5), SizeIs(0));
  EXPECT_EQ(s.recent("en", 3).at(0).id, "reset-password");
  EXPECT_THAT(s.all_articles(), SizeIs(15));
  EXPECT_EQ(s.document_count(), 15u);
}

TEST(SearcherRedirects, LeadToThePageInTheLanguageOfTheOldPath) {
  Site site = three_languages();
  site.redirects = {
      {"/1", "reset-password#rules"}, {"/2", "gone"},          {"/3", "server"}, {"/4", "/search?q=x"},
      {"/ko/1", "reset-password"},    {"/old/reset", "server"}};
  const TestIndex index(help_centre(), site);
  std::vector<std::string> lines;
  for (const OldUrl& old : index.searcher().old_urls()) {
    lines.push_back(old.path + " -> " + old.target);
    EXPECT_EQ(index.searcher().alias(old.path), old.target);
  }
  EXPECT_THAT(lines, ElementsAre("/1 -> /en/articles/reset-password#rules", "/3 -> /ja/articles/server",
                                 "/4 -> /search?q=x", "/ko/1 -> /ko/articles/reset-password",
                                 "/old/reset -> /en/articles/reset-password"));
  EXPECT_FALSE(index.searcher().alias("/2"));
}

TEST_F(SearcherTest, SuggestsWhileTyping) {
  const Searcher& s = index_->searcher();
  const auto first_title = [&](const char* typed, const char* lang) {
    const auto suggestions = s.suggest(typed, lang);
    return suggestions.empty() ? "" : suggestions[0].title;
  };
  EXPECT_EQ(first_title("r", "en"), "Reset your password");
  EXPECT_EQ(first_title("pass", "en"), "Reset your password");
  EXPECT_EQ(first_title("빔", "ko"), "비밀번호 재설정");
  EXPECT_EQ(first_title("비밀ㅂ", "ko"), "비밀번호 재설정");
  EXPECT_EQ(first_title("サーb", "ja"), "サーバーの設定");
  EXPECT_EQ(first_title("さー", "ja"), "サーバーの設定");
  EXPECT_EQ(first_title("zzz", "en"), "");
  EXPECT_EQ(first_title("", "en"), "");
  const auto section = s.suggest("phone", "en");
  ASSERT_THAT(section, Not(IsEmpty()));
  EXPECT_EQ(section[0].url, "/en/articles/reset-password#s1");
  EXPECT_EQ(bracketed(section[0].section_runs), "On a [phone]");
}

TEST_F(SearcherTest, NeverFailsWhateverIsTyped) {
  std::mt19937 random(11);
  const std::string alphabet[] = {"\"",   "-", "tag:", "password", "비", "リング", " ",
                                  "\xFF", "*", "(",    "0x",       "::", "ー",     "\u3099"};
  for (int i = 0; i < 1500; ++i) {
    std::string text;
    for (int k = 0; k < 12; ++k) text += alphabet[random() % std::size(alphabet)];
    EXPECT_NO_THROW(index_->search(text)) << text;
    EXPECT_NO_THROW(index_->searcher().suggest(text, "en")) << text;
  }
}

TEST_F(SearcherTest, ExplainsScores) {
  SearchRequest request;
  request.text = "reset password";
  request.explain = true;
  const SearchResponse response = index_->searcher().search(request);
  ASSERT_THAT(response.hits, Not(IsEmpty()));
  EXPECT_THAT(response.hits[0].explanation, Not(IsEmpty()));
}

TEST(SearcherThreads, AnswersManyAtOnce) {
  const TestIndex index(help_centre());
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 100; ++i) {
        EXPECT_EQ(index.ids("reset password").at(0), "reset-password");
        index.searcher().suggest("pa", "en");
        index.searcher().article("sign-in", "en");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

TEST(SearcherEmpty, AnswersWithoutDocuments) {
  const TestIndex index({});
  EXPECT_THAT(index.ids("anything"), IsEmpty());
  EXPECT_THAT(index.searcher().suggest("a", "en"), IsEmpty());
  EXPECT_FALSE(index.searcher().article("a", "en"));
}

}  // namespace
}  // namespace signpost
