// published_test.cc - a help centre is published, then changed: which addresses are gone.
#include "indexer/check/published.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "indexer/check/check_run.h"
#include "indexer/indexing_run.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class PublishedTest : public ::testing::Test {
 protected:
  PublishedTest() {
    write("site.yaml", "languages: [en, ko]\n");
    write("help/en/a/plan.md",
          "---\ntitle: Plan\naliases: [/old/plan]\n---\n## Change it\n\nx\n\n## Pay\n\ny[^1]\n\n"
          "<a id=\"there\"></a>\n\n[^1]: z\n");
    write("help/ko/a/plan.md", "---\ntitle: 요금제\n---\n## 바꾸기\n\nx\n");
    write("help/en/a/bill.md", "---\ntitle: Bill\nid: the-bill\n---\nx\n");
    write("community/en/t/question.md", "---\ntitle: Why?\n---\nWhy?\n");
    write("community/en/t/answer-1.md", "Because.\n");
    IndexOptions options;
    options.source = folder_.path("source");
    options.output = folder_.path("index");
    std::ostringstream out;
    EXPECT_EQ(run_index(options, out, out), kExitClean) << out.str();
  }

  void write(const std::string& name, const std::string& text) { folder_.write("source/" + name, text); }
  void remove(const std::string& name) { std::filesystem::remove(folder_.path("source/" + name)); }

  // Errors of a check against what was published, without the path of the source.
  std::vector<std::string> gone() {
    CheckOptions options;
    options.source = folder_.path("source");
    options.baseline = folder_.path("index");
    std::ostringstream out;
    std::ostringstream err;
    run_check(options, out, err);
    std::vector<std::string> lines;
    std::istringstream all(out.str());
    for (std::string line; std::getline(all, line);) {
      if (line.find(": error: ") != std::string::npos)
        lines.push_back(line.substr(options.source.size() + 1));
    }
    return lines;
  }

  TemporaryFolder folder_;
};

TEST_F(PublishedTest, NothingIsGoneFromTheSameSource) { EXPECT_THAT(gone(), IsEmpty()); }

TEST_F(PublishedTest, APageThatIsGoneNeedsAnAlias) {
  remove("help/en/a/bill.md");
  EXPECT_THAT(gone(),
              ElementsAre("help/en/a/bill.md: error: the page /en/articles/the-bill was published and is "
                          "gone; put its address among the `aliases` of the page that stands for it "
                          "[gone-page]"));
  write("help/en/a/money.md", "---\ntitle: Money\naliases: [/en/articles/the-bill]\n---\nx\n");
  EXPECT_THAT(gone(), IsEmpty());
}

TEST_F(PublishedTest, AnIdThatChangesIsAPageThatIsGone) {
  write("help/en/a/bill.md", "---\ntitle: Bill\nid: invoice\n---\nx\n");
  EXPECT_THAT(gone(), ElementsAre(HasSubstr("help/en/a/bill.md: error: the page /en/articles/the-bill")));
}

// The service shows the article in another language then.
TEST_F(PublishedTest, ATranslationMayGo) {
  remove("help/ko/a/plan.md");
  EXPECT_THAT(gone(), IsEmpty());
}

TEST_F(PublishedTest, AHeadingThatIsGoneNeedsItsIdElsewhere) {
  const std::string head = "---\ntitle: Plan\naliases: [/old/plan]\n---\n";
  write("help/en/a/plan.md", head + "## Switch\n\nx\n\n## Pay\n\ny\n");
  EXPECT_THAT(
      gone(),
      ElementsAre(HasSubstr("help/en/a/plan.md: error: the heading 'Change it', #change-it was "
                            "published and is gone; give the heading that stands for it {#change-it}"),
                  HasSubstr("help/en/a/plan.md: error: the place #there was published")));
  write("help/en/a/plan.md", head + "## Switch {#change-it}\n\nx <a id=\"there\"></a>\n\n## Pay\n\ny\n");
  EXPECT_THAT(gone(), IsEmpty());
}

TEST_F(PublishedTest, AnAliasThatIsGone) {
  write("help/en/a/plan.md",
        "---\ntitle: Plan\n---\n## Change it\n\n## Pay <a id=\"there\"></a>\n\n<p id=\"pay\"></p>\n");
  const auto lines = gone();
  ASSERT_FALSE(lines.empty());
  EXPECT_THAT(
      lines, ::testing::Contains(HasSubstr("the old address /old/plan was published and leads nowhere now")));
}

TEST_F(PublishedTest, AnAddressThatWouldShowAnotherArticle) {
  write("help/en/a/new.md", "---\ntitle: New\nid: plan\n---\nx\n");
  EXPECT_THAT(gone(), ElementsAre(HasSubstr(
                          "help/en/a/new.md:3:1: error: says the id 'plan', but /en/articles/plan is "
                          "published as the address of help/en/a/plan.md")));
  write("help/en/a/new.md", "---\ntitle: New\nid: the-bill\n---\nx\n");
  write("help/en/a/bill.md", "---\ntitle: Bill\n---\nx\n");
  EXPECT_THAT(gone(), ElementsAre(HasSubstr(
                          "help/en/a/new.md:3:1: error: takes /en/articles/the-bill, which is "
                          "published as the address of help/en/a/bill.md, now at /en/articles/bill")));
}

TEST_F(PublishedTest, AnAnswerThatIsGone) {
  remove("community/en/t/answer-1.md");
  EXPECT_THAT(gone(),
              ElementsAre(HasSubstr("community/en/t/question.md: error: the heading 'Answer', #answer-1")));
}

}  // namespace
}  // namespace signpost
