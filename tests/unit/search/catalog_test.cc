// catalog_test.cc - articles, categories, lists and old addresses.
#include "search/catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "help_centre.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

std::vector<std::string> ids_of(const std::vector<ArticleRef>& refs) {
  std::vector<std::string> out;
  for (const ArticleRef& ref : refs) out.push_back(ref.id);
  return out;
}

TEST(Catalog, FindsAnArticleInTheLanguageOrAnother) {
  const IndexReader& index = help_centre_reader();
  const auto article = find_article(index, "reset-password", "ja");
  ASSERT_TRUE(article);
  EXPECT_TRUE(article->fallback);
  EXPECT_EQ(article->document.lang, "en");
  EXPECT_THAT(article->translations, SizeIs(1));
  EXPECT_THAT(article->toc, SizeIs(2));
  EXPECT_EQ(article->toc[0].anchor, "s1");
  EXPECT_EQ(find_article(index, "reset-password", "ko")->document.title, "비밀번호 재설정");
  EXPECT_EQ(find_article(index, "docker", "en")->document.lang, "ko");
  EXPECT_FALSE(find_article(index, "docker", "")->fallback);
  EXPECT_FALSE(find_article(index, "no-such-article", "en"));
}

TEST(Catalog, KnowsTheNeighboursInACategory) {
  const auto article = find_article(help_centre_reader(), "sign-in", "en");
  EXPECT_THAT(ids_of(article->previous), ElementsAre("reset-password"));
  EXPECT_THAT(ids_of(article->next), ElementsAre());
}

TEST(Catalog, ListsCategoriesAndTheirArticles) {
  const IndexReader& index = help_centre_reader();
  const auto categories = list_categories(index, "ko");
  ASSERT_THAT(categories, SizeIs(2));
  EXPECT_EQ(categories[0].name, "시작하기");
  EXPECT_EQ(categories[0].count, 1u);
  EXPECT_EQ(category_name(index, "account", "ko"), "Account");  // no Korean name, so the default language's
  EXPECT_EQ(category_name(index, "no-name", "ko"), "No name");
  const auto page = [&](size_t first, size_t limit) {
    return ids_of(list_category(index, "account", "en", first, limit));
  };
  EXPECT_THAT(page(0, 100), ElementsAre("reset-password", "sign-in"));
  EXPECT_THAT(page(0, 1), ElementsAre("reset-password"));
  EXPECT_THAT(page(1, 5), ElementsAre("sign-in"));
  EXPECT_THAT(page(2, 5), ElementsAre());
  EXPECT_THAT(page(0, 0), ElementsAre());
  EXPECT_THAT(ids_of(list_category(index, "none", "en", 0, 5)), ElementsAre());
}

// Folders of each language are named in it.
TEST(Catalog, ListsShowTheCategoriesOfTheirLanguage) {
  Site site = three_languages();
  site.languages = {{"en", "English"}, {"ko", "한국어"}, {"ko-KR", "한국어"}};
  site.categories = {{"listed", {}, {}, ""}};
  for (const char* id : {"billing", "setup", "결제"}) site.found_categories.push_back({id, {}, {}, "", true});
  const auto in = [](const char* id, const char* lang, const char* category) {
    Document document = make_document(id, id, {"x"}, lang);
    document.fields.set(Field::category, category);
    return document;
  };
  const TestIndex index({in("refund", "en", "billing"), in("refund", "ko", "결제"), in("only", "en", "setup"),
                         in("l", "en", "listed"), in("plain", "en", "")},
                        site);
  const IndexReader reader(index.dir());
  const auto shown = [&](std::string_view lang) {
    std::vector<std::string> ids;
    for (const CategoryInfo& category : list_categories(reader, lang)) {
      if (category.shown) ids.push_back(category.id);
    }
    return ids;
  };
  EXPECT_THAT(shown("en"), ElementsAre("listed", "billing", "setup"));
  EXPECT_THAT(shown("ko"), ElementsAre("listed", "결제"));
  EXPECT_THAT(shown("ko-KR"), ElementsAre("listed", "결제"));
  EXPECT_THAT(ids_of(list_popular(reader, "ko", 9)), ElementsAre("l", "plain", "refund"));
  EXPECT_THAT(ids_of(list_category(reader, "setup", "ko", 0, 9)),
              ElementsAre("only"));  // is there, if asked for
}

TEST(Catalog, ListsRecentPopularAndAll) {
  const IndexReader& index = help_centre_reader();
  EXPECT_THAT(ids_of(list_recent(index, "en", 3)), ElementsAre("reset-password"));  // alone has a day
  EXPECT_THAT(list_popular(index, "en", 3), SizeIs(3));
  EXPECT_THAT(list_all(index, 0, 100), SizeIs(15));
  Site site = three_languages();
  site.popular = {"sign-in", "gone", "reset-password"};
  const TestIndex chosen(help_centre(), site);
  const auto popular = chosen.searcher().popular("ko", 5);
  EXPECT_THAT(ids_of(popular), ElementsAre("sign-in", "reset-password"));
  EXPECT_EQ(popular[1].lang, "ko");
}

TEST(Catalog, FollowsAliases) {
  const IndexReader& index = help_centre_reader();
  EXPECT_EQ(find_alias(index, "/old/reset"), "/en/articles/reset-password");
  EXPECT_EQ(find_alias(index, "/old/reset/"), "/en/articles/reset-password");
  EXPECT_EQ(find_alias(index, "/old/other"), std::nullopt);
}

TEST(Catalog, RedirectsLeadToThePageInTheLanguageOfTheOldPath) {
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

}  // namespace
}  // namespace signpost
