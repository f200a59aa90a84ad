// original_version_step_test.cc - runs over sources in a repository, whose translations are outdated.
#include "indexer/original_version_step.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <sstream>

#include "base/file_io.h"
#include "index/generation.h"
#include "indexer/indexing_run.h"
#include "tests/unit/indexer/check/repository.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

std::string dated(const std::string& title, const std::string& day, const std::string& text) {
  return "---\ntitle: " + title + "\nupdated: " + day + "\n---\n" + text + "\n";
}

class OriginalVersionStepTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!source_.usable()) GTEST_SKIP() << "there is no git";
    source_.write("site.yaml", "title: T\nlanguages: [en, ko, ja]\ndefault_language: en\n");
    source_.write("help/en/a/[ink].md", dated("Ink", "2026-01-01", "Use black ink."));
    source_.write("help/ko/a/[ink].md", dated("잉크", "2026-01-01", "검은 잉크."));
    source_.commit("first");
    source_.write("help/en/a/[ink].md", dated("Ink", "2026-01-01", "Use black ink, always."));
    source_.commit("a typo, of the same day");
    for (int month = 2; month <= 9; ++month) {
      const std::string number = "2026-0" + std::to_string(month) + "-01";
      source_.write("help/en/a/[ink].md", dated("Ink", number, "As of " + number + "."));
      source_.commit(number);
    }
    options_.source = source_.path();
    options_.output = index_.path("index");
    options_.jobs = 1;
  }

  std::vector<OriginalVersion> run() {
    out_.str("");
    EXPECT_LE(run_index(options_, out_, out_), kExitErrors) << out_.str();
    return of(options_.output);
  }
  static std::vector<OriginalVersion> of(const std::string& index) {
    return load_original_versions(*current_generation(index));
  }

  Repository source_;
  TemporaryFolder index_;
  IndexOptions options_;
  std::ostringstream out_;
};

TEST_F(OriginalVersionStepTest, FindsTheNewestThatIsNotLaterThanTheTranslation) {
  auto versions = run();
  ASSERT_THAT(versions, SizeIs(1));
  EXPECT_EQ(versions[0].id, "ink");
  EXPECT_EQ(versions[0].day, "2026-01-01");
  EXPECT_EQ(versions[0].markdown, "Use black ink, always.\n");
  EXPECT_THAT(versions[0].revision, SizeIs(40));
  source_.write("help/ko/a/[ink].md", dated("잉크", "2026-05-20", "오월."));
  source_.write("help/ja/a/[ink].md", dated("インク", "2025-05-20", "黒。"));
  versions = run();
  ASSERT_THAT(versions, SizeIs(2));
  EXPECT_EQ(versions[0].day, "2025-05-20");
  EXPECT_EQ(versions[0].revision, "") << "there was none yet";
  EXPECT_EQ(versions[1].markdown, "As of 2026-05-01.\n");
  source_.write("help/ko/a/[ink].md", dated("잉크", "2026-09-01", "구월."));
  fs::remove(source_.path("help/ja/a/[ink].md"));
  EXPECT_THAT(run(), IsEmpty()) << "nothing is outdated any more";
}

TEST_F(OriginalVersionStepTest, LooksNothingUpTwice) {
  const auto versions = run();
  fs::rename(source_.path(".git/objects"), source_.path("objects"));
  source_.write("help/en/a/[ink].md", dated("Ink", "2026-10-01", "As of now."));
  EXPECT_EQ(run(), versions);
  options_.full = true;
  const auto anew = run();
  ASSERT_THAT(anew, SizeIs(1));
  EXPECT_EQ(anew[0].revision, "") << "git can't be asked";
}

TEST_F(OriginalVersionStepTest, HasNothingThatReadersMayNotRead) {
  source_.write("help/en/a/limits.md",
                "---\ntitle: Limits\nupdated: 2026-01-01\ndraft: true\n---\nZX7 draft.\n");
  source_.commit("a draft");
  source_.write("help/en/a/limits.md",
                "---\ntitle: Limits\nupdated: 2026-01-01\nvisibility: staff\n---\nZX8 of staff.\n");
  source_.commit("for staff");
  source_.write("help/en/a/limits.md", dated("Limits", "2026-03-01", "Seven."));
  source_.write("help/ko/a/limits.md", dated("한도", "2026-01-01", "일곱."));
  source_.write("help/en/a/paper.md", dated("Paper", "2026-01-01", "A4.\n\n> [!STAFF]\n> ZX9.\n\nWhite."));
  source_.write("help/ko/a/paper.md", dated("종이", "2026-01-01", "A4."));
  source_.commit("public, with a part that is not");
  source_.write("help/en/a/paper.md", dated("Paper", "2026-03-01", "A5."));
  source_.write("help/en/a/internal/kept.md", dated("Kept", "2026-01-01", "ZX6."));
  source_.write("help/ko/a/internal/kept.md", dated("보관", "2026-01-01", "ZX6."));
  source_.commit("something internal");
  source_.write("help/en/a/internal/kept.md", dated("Kept", "2026-02-01", "ZX6, too."));
  const auto versions = run();
  ASSERT_THAT(versions, SizeIs(3));
  for (const OriginalVersion& one : versions) EXPECT_THAT(one.markdown, Not(HasSubstr("ZX")));
  EXPECT_EQ(versions[1].id, "limits");
  EXPECT_EQ(versions[1].revision, "") << "it was for nobody, or staff alone";
  EXPECT_THAT(versions[2].markdown, HasSubstr("White."));
  const auto whole = of(staff_index(options_.output));
  ASSERT_THAT(whole, SizeIs(4));
  EXPECT_THAT(whole[1].markdown, HasSubstr("ZX6."));
  EXPECT_THAT(whole[2].markdown, HasSubstr("ZX8"));
  EXPECT_THAT(whole[3].markdown, HasSubstr("ZX9"));
}

TEST_F(OriginalVersionStepTest, IsNothingWithoutARepository) {
  fs::remove_all(source_.path(".git"));
  EXPECT_THAT(run(), IsEmpty());
}

}  // namespace
}  // namespace signpost
