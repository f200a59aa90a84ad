#include "indexer/owner_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/unit/indexer/check/repository.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A repository is where .git is; git itself isn't asked.
class OwnerRulesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_.write(".git/HEAD", "");
    folder_.write("articles/a.md", "# A\n");
  }
  std::vector<std::string> owners() {
    found_.clear();
    return owners_of(read_source_owners(folder_.path("articles"), found_).rules, "articles/a.md");
  }

  const TemporaryFolder folder_;
  std::vector<Diagnostic> found_;
};

TEST_F(OwnerRulesTest, LooksInThePlacesThatGitHubAndGitLabHave) {
  EXPECT_THAT(owners(), IsEmpty());
  for (const char* place : {".gitlab", "docs", "", ".github"}) {
    const std::string path = *place == '\0' ? "CODEOWNERS" : std::string(place) + "/CODEOWNERS";
    folder_.write(path, "articles/ @of-" + path + "\n");
    EXPECT_THAT(owners(), ElementsAre("@of-" + path));
  }
  EXPECT_THAT(found_, IsEmpty());
}

TEST_F(OwnerRulesTest, ReadsNothingElse) {
  const TemporaryFolder elsewhere;
  elsewhere.write("secret", "articles/ @secret\n");
  std::filesystem::create_symlink(elsewhere.path("secret"), folder_.path("CODEOWNERS"));
  EXPECT_THAT(owners(), IsEmpty());
  ASSERT_EQ(found_.size(), 1u);
  EXPECT_EQ(found_[0].path, "../CODEOWNERS");
  EXPECT_THAT(found_[0].message, HasSubstr("link"));
  std::filesystem::remove(folder_.path("CODEOWNERS"));
  folder_.write("CODEOWNERS", std::string(kMaxCodeOwnersBytes + 1, '#'));
  EXPECT_THAT(owners(), IsEmpty());
  ASSERT_EQ(found_.size(), 1u);
  EXPECT_THAT(found_[0].message, HasSubstr("larger than 3 MB"));
}

TEST_F(OwnerRulesTest, KnowsNobodyOutsideOfARepository) {
  const TemporaryFolder folder;
  folder.write("articles/a.md", "# A\n");
  folder.write("CODEOWNERS", "* @all\n");
  EXPECT_EQ(read_source_owners(folder.path("articles"), found_), SourceOwners{});
}

TEST_F(OwnerRulesTest, KnowsTheFolderInTheRepository) {
  EXPECT_EQ(read_source_owners(folder_.path("articles"), found_).folder, "articles");
  EXPECT_EQ(read_source_owners(folder_.path(), found_).folder, "");
}

TEST_F(OwnerRulesTest, TheFirstFileCounts) {
  folder_.write("docs/articles/a.md", "# A\n");
  folder_.write("CODEOWNERS", "* @top\n");
  folder_.write(".github/CODEOWNERS", "/docs/ @docs\n/web/ nobody\n");
  const SourceOwners owners = read_source_owners(folder_.path("docs/articles"), found_);
  EXPECT_EQ(owners.folder, "docs/articles");
  EXPECT_THAT(owners_of(owners.rules, "docs/articles/a.md"), ElementsAre("@docs"));
  EXPECT_THAT(owners_of(owners.rules, "a.md"), IsEmpty());
  ASSERT_EQ(found_.size(), 1u);
  EXPECT_EQ(found_[0].path, "../../.github/CODEOWNERS");
  EXPECT_EQ(found_[0].line, 2);
}

TEST_F(OwnerRulesTest, OfWhatIsInternalAreLeftOutForEverybody) {
  folder_.write(
      "CODEOWNERS",
      "* @all\n/articles/internal/layoffs.md @hr\narticles/help/Internal/ @hr\n/articles/plan.md @hr\n"
      "/articles/planning.md @docs\n");
  SourceOwners owners = read_source_owners(folder_.path("articles"), found_);
  leave_out_internal({"plan.md"}, owners);
  ASSERT_EQ(owners.rules.size(), 2u);
  EXPECT_EQ(owners.rules[0].pattern, "*");
  EXPECT_EQ(owners.rules[1].pattern, "/articles/planning.md");
}

}  // namespace
}  // namespace signpost
