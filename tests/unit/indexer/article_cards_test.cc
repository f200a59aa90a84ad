// article_cards_test.cc - whole runs: which documents have a card, and that a run which renders few leaves
// the others as they are.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "index/generation.h"
#include "indexer/indexing_run.h"
#include "search/searcher.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::StartsWith;

class ArticleCardsTest : public ::testing::Test {
 protected:
  ArticleCardsTest() {
    write_site("#2457d6");
    article("en", "install", "Install the app");
    article("en", "refunds", "Refunds");
    article("ko", "install", "앱 설치하기");
    folder_.write("source/community/en/printer/question.md", "---\ntitle: Printer\nauthor: kim\n---\nWhy?\n");
  }

  void write_site(const std::string& color) {
    folder_.write("source/site.yaml", "title: { en: Help, ko: 도움말 }\nbrand_color: '" + color +
                                          "'\nlanguages:\n  - { code: en, name: English }\n  - { code: ko, "
                                          "name: 한국어 }\n");
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
    return std::make_unique<Searcher>(*current_generation(options.output));
  }

  TemporaryFolder folder_;
};

TEST_F(ArticleCardsTest, ArticlesHaveACardOfTheirTitleInEachLanguage) {
  const auto before = run();
  EXPECT_THAT(before->card("install", "en"), StartsWith("\x89PNG"));
  EXPECT_THAT(before->card("install", "ko"), StartsWith("\x89PNG"));
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

}  // namespace
}  // namespace signpost
