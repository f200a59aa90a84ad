// article_cards_test.cc - whole runs: which documents have a card, that a run which renders few leaves the
// others as they are, and what a machine without fonts does.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include "index/card_picture.h"
#include "index/generation.h"
#include "indexer/indexing_run.h"
#include "search/searcher.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class ArticleCardsTest : public ::testing::Test {
 protected:
  ArticleCardsTest() {
    write_site("#2457d6");
    article("en", "install", "Install the app");
    article("en", "refunds", "Refunds");
    article("ko", "install", "앱 설치하기");
    folder_.write("source/community/en/printer/question.md", "---\ntitle: Printer\nauthor: kim\n---\nWhy?\n");
  }

  ~ArticleCardsTest() override { ::unsetenv("FONTCONFIG_FILE"); }

  void write_site(const std::string& color, const std::string& more = "") {
    folder_.write("source/site.yaml",
                  "title: { en: Help, ko: 도움말 }\nbase_url: https://help.example.com\n"
                  "brand_color: '" +
                      color +
                      "'\nlanguages:\n  - { code: en, name: English }\n  - { code: ko, "
                      "name: 한국어 }\n" +
                      more);
  }
  void article(const std::string& lang, const std::string& id, const std::string& title) {
    folder_.write("source/help/" + lang + "/" + id + ".md", "# " + title + "\n\nText.\n");
  }
  std::unique_ptr<Searcher> run() {
    IndexOptions options;
    options.source = folder_.path("source");
    options.output = folder_.path("index");
    options.force = true;
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_LE(run_index(options, out, err), kExitErrors) << err.str();
    said_ = err.str();
    return std::make_unique<Searcher>(*current_generation(options.output));
  }
  static bool has_card(const Searcher& searcher, const std::string& id, const std::string& lang) {
    const std::string card = searcher.card(id, lang);
    if (!card.empty()) check_card(card);
    return !card.empty();
  }
  // Of a machine that has the fonts of this folder alone.
  void use_fonts_of(const std::string& folder) {
    folder_.write("fonts.conf", "<?xml version=\"1.0\"?><fontconfig><dir>" + folder + "</dir><cachedir>" +
                                    folder_.path("fonts-cache") + "</cachedir></fontconfig>");
    ::setenv("FONTCONFIG_FILE", folder_.path("fonts.conf").c_str(), 1);
  }

  TemporaryFolder folder_;
  std::string said_;  // by the last run
};

TEST_F(ArticleCardsTest, ArticlesHaveACardOfTheirTitleInEachLanguage) {
  const auto before = run();
  EXPECT_TRUE(has_card(*before, "install", "en"));
  EXPECT_TRUE(has_card(*before, "install", "ko"));
  EXPECT_NE(before->card("install", "en"), before->card("install", "ko"));
  EXPECT_EQ(before->card("printer", "en"), "");
  EXPECT_EQ(before->card("none", "en"), "");
  article("en", "install", "Install the application");
  const auto after = run();
  EXPECT_NE(after->card("install", "en"), before->card("install", "en"));
  EXPECT_EQ(after->card("install", "ko"), before->card("install", "ko"));
  EXPECT_EQ(after->card("refunds", "en"), before->card("refunds", "en"));
  write_site("#aa0000");
  EXPECT_NE(run()->card("refunds", "en"), before->card("refunds", "en"));
}

TEST_F(ArticleCardsTest, NoneWhereTheSiteWantsNoneOrNoOtherSiteCouldFindThem) {
  write_site("#2457d6", "cards: false\n");
  EXPECT_FALSE(has_card(*run(), "install", "en"));
  folder_.write("source/site.yaml", "title: Help\n");
  EXPECT_FALSE(has_card(*run(), "install", "en"));
  write_site("#2457d6");
  EXPECT_TRUE(has_card(*run(), "install", "en"));
}

TEST_F(ArticleCardsTest, NoneOfWhatIsInternalAndNoneInTheIndexForStaff) {
  folder_.write("source/help/en/secret.md", "---\nvisibility: staff\n---\n# Secret limits\n\nText.\n");
  const auto everybody = run();
  EXPECT_TRUE(has_card(*everybody, "install", "en"));
  EXPECT_FALSE(everybody->article("secret", "en"));
  const Searcher staff(*current_generation(staff_index(folder_.path("index"))));
  EXPECT_TRUE(staff.article("secret", "en"));
  for (const char* id : {"install", "refunds", "secret"}) EXPECT_EQ(staff.card(id, "en"), "") << id;
  EXPECT_EQ(staff.card("install", "ko"), "");
}

TEST_F(ArticleCardsTest, WithoutAFontOfItsLettersAnArticleHasNoneAndARunSaysWhichPackageHelps) {
  use_fonts_of("/usr/share/fonts/truetype/dejavu");
  const auto searcher = run();
  EXPECT_TRUE(has_card(*searcher, "install", "en"));
  EXPECT_FALSE(has_card(*searcher, "install", "ko"));
  const std::string warning = "1 article has no picture for links, such as help/ko/install.md: ";
  EXPECT_THAT(said_, HasSubstr(warning));
  EXPECT_THAT(said_, HasSubstr("install fonts-noto-cjk "));
  // Once, however many, and as long as it is so.
  article("ko", "refunds", "환불");
  article("ko", "plans", "요금제");
  run();
  EXPECT_THAT(said_, HasSubstr("3 articles have no picture for links"));
  EXPECT_EQ(said_.find("warning"), said_.rfind("warning"));
  ::unsetenv("FONTCONFIG_FILE");
  fs::remove_all(folder_.path("index"));
  EXPECT_TRUE(has_card(*run(), "install", "ko"));
  EXPECT_THAT(said_, Not(HasSubstr("no picture")));
}

TEST_F(ArticleCardsTest, WithoutAnyFontNoWorkerDies) {
  use_fonts_of(folder_.path("none"));
  const auto searcher = run();
  EXPECT_FALSE(has_card(*searcher, "install", "en"));
  EXPECT_TRUE(searcher->article("install", "en"));
  EXPECT_THAT(said_, HasSubstr("have no picture for links"));
}

}  // namespace
}  // namespace signpost
