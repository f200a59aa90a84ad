// source_walk_test.cc - what is found in a folder, and what is said of everything that can't be indexed.
#include "indexer/source_walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> markdown_paths(const SourceListing& listing) {
  std::vector<std::string> paths;
  for (const SourceEntry& entry : listing.markdown) paths.push_back(entry.path);
  return paths;
}

std::vector<std::string> lines(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> all;
  for (const Diagnostic& diagnostic : diagnostics) all.push_back(to_string(diagnostic));
  std::sort(all.begin(), all.end());
  return all;
}

TEST(SourceWalkTest, FindsMarkdownAndOtherFilesInOrder) {
  const TemporaryFolder source;
  for (const char* name : {"b.md", "a/z.MD", "a/b/c.md", "image.png", "a.md", ".hidden.md", ".git/x.md",
                           "site.yaml", "notes.adoc", ".md", ".gitbook/assets/a.png", ".gitbook/b.md",
                           ".gitbook/c.yaml", ".git/d.png", ".e.png", "a/.attachments/f.pdf"}) {
    source.write(name, "text");
  }
  const SourceListing listing = list_source(SourceFolder(source.path()), {}, "");
  EXPECT_THAT(markdown_paths(listing), ElementsAre("a.md", "a/b/c.md", "a/z.MD", "b.md"));
  EXPECT_THAT(listing.other_files, ElementsAre(".gitbook/assets/a.png", "a/.attachments/f.pdf", "image.png",
                                               "notes.adoc", "site.yaml"));
  EXPECT_THAT(listing.diagnostics, IsEmpty());
  EXPECT_EQ(listing.markdown[0].size, 4u);
}

TEST(SourceWalkTest, ExcludedFilesAreCountedButNotListed) {
  const TemporaryFolder source;
  for (const char* name :
       {"data/a.md", "data/deep/b.md", "docs/includes/c.md", "docs/d.md", "docs/pic.png"}) {
    source.write(name, "text");
  }
  const SourceListing listing =
      list_source(SourceFolder(source.path()), {"data/*", "**/includes/*", "*.png"}, "");
  EXPECT_THAT(markdown_paths(listing), ElementsAre("docs/d.md"));
  EXPECT_THAT(listing.other_files, IsEmpty());
  EXPECT_EQ(listing.excluded, 3u);
}

TEST(SourceWalkTest, TheOutputFolderIsNoSource) {
  const TemporaryFolder source;
  source.write("a.md", "text");
  source.write("index/generations/1/files/b.md", "text");
  EXPECT_THAT(markdown_paths(list_source(SourceFolder(source.path()), {}, source.path("index"))),
              ElementsAre("a.md"));
}

TEST(SourceWalkTest, MarkdownHasThreeEndingsInAnyCase) {
  const TemporaryFolder source;
  for (const char* name : {"a.MD", "b.markdown", "c.mdx", "d.mdown", "e.txt"}) source.write(name, "text");
  const SourceListing listing = list_source(SourceFolder(source.path()), {}, "");
  EXPECT_THAT(markdown_paths(listing), ElementsAre("a.MD", "b.markdown", "c.mdx"));
  EXPECT_THAT(listing.other_files, ElementsAre("d.mdown", "e.txt"));
}

TEST(SourceWalkTest, WhateverIsNoFileGetsADiagnostic) {
  const TemporaryFolder source;
  source.write("good.md", "text");
  source.write("folder.md/inner.md", "text");
  ASSERT_EQ(::mkfifo(source.path("pipe.md").c_str(), 0600), 0);
  ASSERT_EQ(::mkfifo(source.path("pipe.png").c_str(), 0600), 0);
  fs::create_symlink("/etc/passwd", source.path("outside.md"));
  fs::create_symlink("nowhere", source.path("dangling.md"));
  fs::create_symlink("loop.md", source.path("loop.md"));
  fs::create_symlink("folder.md", source.path("loop"));
  source.write(".git/x.md", "text");
  fs::create_symlink(".git/x.md", source.path("hidden.md"));
  fs::create_symlink("good.md", source.path("linked.md"));
  source.write("bad\xff.md", "text");
  source.write("new\nline.md", "text");
  const SourceListing listing = list_source(SourceFolder(source.path()), {}, "");
  EXPECT_THAT(markdown_paths(listing), ElementsAre("folder.md/inner.md", "good.md", "linked.md"));
  EXPECT_THAT(
      lines(listing.diagnostics),
      ElementsAre(
          "bad\\xff.md: error: the name is not UTF-8 or has control characters; left out [file-name]",
          "dangling.md: error: symbolic link that cannot be read: No such file or directory; left out "
          "[symlink]",
          "folder.md: warning: is a folder, although its name is a Markdown file's [file-type]",
          "hidden.md: error: symbolic link that leads to a hidden name, one that begins with '.'; left out "
          "[symlink]",
          "loop.md: error: symbolic link that lies behind a link that is not followed: one to a folder, or "
          "one of a ring; left out [symlink]",
          "loop: warning: symbolic link to a folder; not followed [symlink]",
          "new\\nline.md: error: the name is not UTF-8 or has control characters; left out "
          "[file-name]",
          "outside.md: error: symbolic link that leads out of the source; left out [symlink]",
          "pipe.md: error: is a named pipe; left out [file-type]",
          "pipe.png: warning: is a named pipe; left out [file-type]"));
  EXPECT_EQ(listing.left_out, 7u);
}

TEST(SourceWalkTest, FoldersDeeperThanAPathMayBeAreReported) {
  const TemporaryFolder source;
  source.write("a.md", "text");
  const fs::path old = fs::current_path();
  fs::current_path(source.path());
  const std::string name(200, 'd');
  for (int i = 0; i < 30; ++i) {
    ASSERT_EQ(::mkdir(name.c_str(), 0700), 0);
    ASSERT_EQ(::chdir(name.c_str()), 0);
  }
  fs::current_path(old);
  const SourceListing listing = list_source(SourceFolder(source.path()), {}, "");
  EXPECT_THAT(markdown_paths(listing), ElementsAre("a.md"));
  ASSERT_EQ(listing.diagnostics.size(), 1u);
  EXPECT_THAT(to_string(listing.diagnostics[0]), HasSubstr("File name too long"));
  ASSERT_EQ(::system(("rm -rf " + source.path()).c_str()), 0);
}

TEST(SourceWalkTest, AMissingSourceIsAFailure) {
  const TemporaryFolder source;
  source.write("file", "text");
  EXPECT_THROW(list_source(SourceFolder(source.path("missing")), {}, ""), Error);
  EXPECT_THROW(list_source(SourceFolder(source.path("file")), {}, ""), Error);
}

TEST(SourceWalkTest, Patterns) {
  struct Case {
    const char* pattern;
    const char* path;
    bool want;
  };
  const Case cases[] = {
      {"data/*", "data/a/b.md", true},
      {"data/*", "other/data/a.md", false},
      {"**/x/*", "x/a.md", true},
      {"**/x/*", "y/z/x/a.md", true},
      {"*.draft.md", "a/b.draft.md", true},
      {"README.md", "README.md", true},
      {"README.md", "a/README.md", false},
      {"a?.md", "ab.md", true},
      {"[", "[", true},
  };
  for (const Case& c : cases)
    EXPECT_EQ(matches_any({c.pattern}, c.path), c.want) << c.pattern << " " << c.path;
}

}  // namespace
}  // namespace signpost
