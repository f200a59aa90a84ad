// short_address_step_test.cc - whole runs: where short addresses lead when articles are renamed, changed and
// removed.
#include "indexer/short_address_step.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "index/generation.h"
#include "index/schema.h"
#include "indexer/indexing_run.h"
#include "search/searcher.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using State = ShortLead::State;

class ShortAddressStepTest : public ::testing::Test {
 protected:
  ShortAddressStepTest() {
    folder_.write(
        "source/site.yaml",
        "title: { en: Help }\nlanguages:\n  - { code: en, name: English }\n  - { code: ko, name: 한국어 }\n");
    folder_.write("source/help/en/install.md",
                  "# Install\n\nText.\n\n## Steps\n\nOne.\n\n## After\n\nTwo.\n");
    folder_.write("source/help/ko/install.md", "# 설치\n\n글.\n\n## 단계\n\n하나.\n\n## 이후\n\n둘.\n");
    folder_.write("source/help/en/refunds.md", "# Refunds\n\nText.\n");
  }

  std::unique_ptr<Searcher> run(bool full = false) {
    IndexOptions options;
    options.source = folder_.path("source");
    options.output = folder_.path("index");
    options.full = full;
    options.force = true;
    std::ostringstream out;
    std::ostringstream err;
    EXPECT_LE(run_index(options, out, err), kExitErrors) << err.str();
    return std::make_unique<Searcher>(*current_generation(options.output));
  }
  static std::string code(const Searcher& searcher, const std::string& id, const std::string& lang = "en",
                          size_t section = 0) {
    const auto article = searcher.article(id, lang);
    EXPECT_TRUE(article) << id;
    if (!article) return "";
    return section == 0 ? article->short_code : article->toc.at(section - 1).short_code;
  }

  TemporaryFolder folder_;
};

TEST_F(ShortAddressStepTest, LeadToTheReadersLanguage) {
  const auto searcher = run();
  const std::string whole = code(*searcher, "install");
  EXPECT_EQ(whole.size(), 6U);
  const std::string korean_whole = code(*searcher, "install", "ko");
  EXPECT_NE(korean_whole, whole);
  EXPECT_EQ(searcher->follow_short_address(whole, "ko").url, "/ko/articles/install");
  EXPECT_EQ(searcher->follow_short_address(korean_whole, "en").url, "/en/articles/install");
  EXPECT_EQ(searcher->follow_short_address(korean_whole, "").url, "/ko/articles/install");
  EXPECT_EQ(searcher->follow_short_address(korean_whole, "").anchor, "");
  EXPECT_EQ(searcher->follow_short_address(whole, "de").url, "/en/articles/install");
  const std::string steps = code(*searcher, "install", "en", 1);
  EXPECT_EQ(searcher->follow_short_address(steps, "en").anchor, "steps");
  const ShortLead korean = searcher->follow_short_address(steps, "ko");
  EXPECT_EQ(korean.anchor, "단계");
  EXPECT_EQ(korean.lang, "ko");
  EXPECT_EQ(searcher->follow_short_address("zzzzzz", "en").state, State::unknown);
  EXPECT_EQ(searcher->follow_short_address("", "en").state, State::unknown);
}

TEST_F(ShortAddressStepTest, SurviveWhatBecomesOfFilesAndHeadings) {
  const auto before = run();
  const std::string whole = code(*before, "install");
  const std::string steps = code(*before, "install", "en", 1);
  const std::string refunds = code(*before, "refunds");
  // Moved; a heading renamed; renamed with its old address; gone.
  fs::create_directories(folder_.path("source/help/en/setup"));
  fs::rename(folder_.path("source/help/en/install.md"), folder_.path("source/help/en/setup/install.md"));
  folder_.write("source/help/en/setup/install.md", "# Install it\n\nText.\n\n## What to do\n\nOne.\n");
  folder_.write("source/help/en/money-back.md",
                "---\naliases: [/en/articles/refunds]\n---\n# Money back\n\nText.\n");
  fs::remove(folder_.path("source/help/en/refunds.md"));
  for (const bool full : {false, true}) {
    const auto after = run(full);
    EXPECT_EQ(code(*after, "install"), whole);
    EXPECT_EQ(after->follow_short_address(steps, "en").url, "/en/articles/install");
    EXPECT_EQ(after->follow_short_address(steps, "en").anchor, "");
    EXPECT_EQ(after->follow_short_address(refunds, "en").url, "/en/articles/money-back");
    EXPECT_NE(code(*after, "money-back"), refunds);
  }
  fs::remove(folder_.path("source/help/en/money-back.md"));
  EXPECT_EQ(run()->follow_short_address(refunds, "en").state, State::gone);
}

TEST_F(ShortAddressStepTest, FollowTheFileOfRedirects) {
  const std::string refunds = code(*run(), "refunds");
  fs::remove(folder_.path("source/help/en/refunds.md"));
  folder_.write("source/redirects", "/en/articles/refunds install\n");
  EXPECT_EQ(run()->follow_short_address(refunds, "en").url, "/en/articles/install");
}

// An alias that stands in the source gives the old address also where nothing was published before.
TEST_F(ShortAddressStepTest, AnOldIdHasItsAddressesWithoutAnEarlierGeneration) {
  const std::string refunds = code(*run(), "refunds");
  fs::remove_all(folder_.path("index"));
  folder_.write("source/help/en/money-back.md",
                "---\naliases: [/en/articles/refunds]\n---\n# Money back\n\nText.\n");
  fs::remove(folder_.path("source/help/en/refunds.md"));
  EXPECT_EQ(run()->follow_short_address(refunds, "en").url, "/en/articles/money-back");
}

TEST_F(ShortAddressStepTest, ADamagedFileCostsOnlyWhatItHad) {
  const std::string whole = code(*run(), "install");
  folder_.write("index/" +
                    fs::relative(*current_generation(folder_.path("index")), folder_.path("index")).string() +
                    "/" + files::kShort,
                std::string(24, 'x'));
  fs::remove(folder_.path("source/help/en/refunds.md"));
  const auto after = run(true);
  EXPECT_EQ(code(*after, "install"), whole);
}

}  // namespace
}  // namespace signpost
