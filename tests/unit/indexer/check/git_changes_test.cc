// git_changes_test.cc - what git tells of a small repository. Without git, nothing is proved.
#include "indexer/check/git_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/error.h"
#include "indexer/git.h"
#include "tests/unit/indexer/check/repository.h"

namespace signpost {
namespace {

using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

TEST(GitChanges, KnowsEveryKindOfChange) {
  const Repository repository;
  if (!repository.usable()) GTEST_SKIP() << "there is no git";
  for (const char* name : {"articles/same.md", "articles/edited.md", "articles/deleted.md",
                           "articles/staged.md", "articles/old.md", "elsewhere.md"})
    repository.write(name, std::string("# ") + name + "\n");
  repository.write(".gitignore", "*.tmp\n");
  repository.commit("first");
  EXPECT_THAT(changed_files(repository.path("articles"), "HEAD"), IsEmpty());
  repository.write("articles/committed.md", "x\n");
  repository.git("mv articles/old.md 'articles/new 한글.md'");
  repository.commit("second");
  repository.write("articles/edited.md", "x\n");
  repository.write("articles/staged.md", "x\n");
  repository.git("add articles/staged.md");
  repository.git("rm -q articles/deleted.md");
  repository.write("articles/untracked.md", "x\n");
  repository.write("articles/ignored.tmp", "x\n");
  repository.write("elsewhere.md", "x\n");
  EXPECT_THAT(changed_files(repository.path("articles"), "HEAD~1"),
              UnorderedElementsAre("committed.md", "old.md", "new 한글.md", "edited.md", "staged.md",
                                   "deleted.md", "untracked.md", "../elsewhere.md"));
  EXPECT_EQ(repository_root(repository.path("articles")),
            std::filesystem::canonical(repository.path()).string());
}

// CODEOWNERS lies beside the articles.
TEST(GitChanges, KnowWhatLiesBesideTheFolder) {
  const Repository repository;
  if (!repository.usable()) GTEST_SKIP() << "there is no git";
  repository.write("docs/articles/a.md", "x\n");
  repository.write(".github/CODEOWNERS", "* @all\n");
  repository.commit("first");
  repository.git("config diff.relative true");
  repository.write(".github/CODEOWNERS", "* @docs\n");
  repository.write("docs/CODEOWNERS", "* @new\n");
  EXPECT_THAT(changed_files(repository.path("docs/articles"), "HEAD"),
              UnorderedElementsAre("../../.github/CODEOWNERS", "../CODEOWNERS"));
  EXPECT_THAT(changed_files(repository.path(), "HEAD"),
              UnorderedElementsAre(".github/CODEOWNERS", "docs/CODEOWNERS"));
}

// The other branch's own changes are none of ours.
TEST(GitChanges, CountsFromWhereTheBranchesParted) {
  const Repository repository;
  if (!repository.usable()) GTEST_SKIP() << "there is no git";
  repository.write("a.md", "x\n");
  repository.commit("first");
  repository.git("branch other");
  repository.write("theirs.md", "x\n");
  repository.commit("theirs");
  repository.git("branch theirs");
  repository.git("checkout -q other");
  repository.write("ours.md", "x\n");
  repository.commit("ours");
  EXPECT_THAT(changed_files(repository.path(), "theirs"), UnorderedElementsAre("ours.md"));
}

// Git takes a folder with these files for a repository, and runs what its settings name.
TEST(GitChanges, ARepositoryAmongTheArticlesRunsNothing) {
  const Repository repository;
  if (!repository.usable()) GTEST_SKIP() << "there is no git";
  repository.write("a.md", "x\n");
  repository.commit("first");
  ASSERT_TRUE(repository.git("clone -q --bare . '" + repository.path("articles") + "'"));
  const std::string program = "touch '" + repository.path("ran") + "'; false";
  const std::string settings[] = {"core.bare false", "core.worktree ..",
                                  "core.fsmonitor \"" + program + "\""};
  for (const std::string& setting : settings)
    ASSERT_TRUE(repository.git("config -f '" + repository.path("articles/config") + "' " + setting));
  EXPECT_THROW(changed_files(repository.path("articles"), "HEAD"), Error);
  EXPECT_FALSE(std::filesystem::exists(repository.path("ran")));
}

TEST(GitChanges, WhatIsNoCommitIsAFailureAndNeverAnOption) {
  const Repository repository;
  if (!repository.usable()) GTEST_SKIP() << "there is no git";
  repository.write("a.md", "x\n");
  repository.commit("first");
  for (const char* ref : {"", "no-such", "--output=leak", "-h", "HEAD; true"}) {
    EXPECT_THROW(changed_files(repository.path(), ref), Error) << ref;
  }
  EXPECT_FALSE(std::filesystem::exists(repository.path("leak")));
  const TemporaryFolder plain;
  EXPECT_THROW(changed_files(plain.path(), "HEAD"), Error);
}

}  // namespace
}  // namespace signpost
