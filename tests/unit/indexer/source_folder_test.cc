// source_folder_test.cc - what of a source can be opened, and what no link, name or race makes it open.
#include "indexer/source_folder.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <thread>

#include "base/error.h"
#include "tests/unit/indexer/no_openat2.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::UnorderedElementsAre;

class SourceFolderTest : public ::testing::Test {
 protected:
  SourceFolderTest() {
    tree_.write("outside/secret", "secret");
    tree_.write("source/file", "content");
    tree_.write("source/a/b/file", "deep");
    tree_.write("source/.git/config", "hidden");
    tree_.write("source/a/.env", "hidden");
    tree_.write("source/.gitbook/assets/a.png", "picture");
    tree_.write("source/.gitbook/notes.md", "hidden");
    tree_.write("source/.gitbook/.git/a.png", "hidden");
    tree_.write("source/..names/file", "hidden");
    link("file", "link");
    link("../../file", "a/b/up");
    link("./a/b/file", "dots");
    link("a/b/up", "chain");
    link("a/b/../../file", "down-and-up");
    link(tree_.path("source/file"), "absolute");
    link("../outside/secret", "out");
    link("../source/file", "out-and-in");
    link(tree_.path("outside/secret"), "absolute-out");
    link("/proc/self/environ", "environment");
    link(".git/config", "hidden");
    link("nowhere", "dangling");
    link("ring-b", "ring-a");
    link("ring-a", "ring-b");
    link("a", "folder");
    link("../outside", "a/away");
    link("folder/b/file", "through-folder");
    link("a/away/secret", "through-away");
    EXPECT_EQ(::mkfifo(tree_.path("source/pipe").c_str(), 0600), 0);
    link("pipe", "link-to-pipe");
    link("/dev/zero", "zero");
  }

  void link(const std::string& target, const std::string& name) const {
    fs::create_symlink(target, tree_.path("source/" + name));
  }

  void exchange(const std::string& a, const std::string& b) const {
    ::renameat2(AT_FDCWD, tree_.path(a).c_str(), AT_FDCWD, tree_.path(b).c_str(), RENAME_EXCHANGE);
  }

  void expect_all_cases() const {
    struct Case {
      std::string path;
      const char* bytes;
      int error;
    };
    const Case cases[] = {
        {"file", "content", 0},
        {"a/b/file", "deep", 0},
        {"link", "content", 0},
        {"a/b/up", "content", 0},
        {"dots", "deep", 0},
        {"chain", "content", 0},
        {"missing", "", ENOENT},
        {"dangling", "", ENOENT},
        {"", "", ENOENT},
        {"a//b/file", "", ENOENT},
        {"file/", "", ENOENT},
        {std::string("file\0.png", 9), "", ENOENT},
        {"file/x", "", ENOTDIR},
        {"a", "", EISDIR},
        {"folder", "", EISDIR},
        {"pipe", "", EINVAL},
        {"link-to-pipe", "", EINVAL},
        {"/etc/passwd", "", EXDEV},
        {tree_.path("source/file"), "", EXDEV},
        {"../outside/secret", "", EXDEV},
        {"a/../../outside/secret", "", EXDEV},
        {"a/b/../b/file", "", EXDEV},
        {"..", "", EXDEV},
        {"out", "", EXDEV},
        {"out-and-in", "", EXDEV},
        {"absolute-out", "", EXDEV},
        {"absolute", "", EXDEV},
        {"down-and-up", "", EXDEV},
        {"environment", "", EXDEV},
        {"zero", "", EXDEV},
        {".git/config", "", EPERM},
        {"a/.env", "", EPERM},
        {".gitbook/assets/a.png", "picture", 0},
        {".gitbook/notes.md", "", EPERM},
        {".gitbook/.git/a.png", "", EPERM},
        {".gitbook", "", EPERM},
        {"..names/file", "", EPERM},
        {".", "", EPERM},
        {"./file", "", EPERM},
        {"hidden", "", EPERM},
        {"ring-a", "", ELOOP},
        {"folder/b/file", "", ELOOP},
        {"through-folder", "", ELOOP},
        {"a/away/secret", "", ELOOP},
        {"through-away", "", ELOOP},
    };
    const SourceFolder source(tree_.path("source"));
    for (const Case& c : cases) {
      const FileBytes got = source.read_file(c.path, 100);
      EXPECT_EQ(got.bytes, c.bytes) << c.path;
      EXPECT_EQ(got.error, c.error) << c.path << ": " << describe_read_error(got.error);
    }
  }

  TemporaryFolder tree_;
};

TEST_F(SourceFolderTest, NothingLeadsOut) { expect_all_cases(); }

TEST_F(SourceFolderTest, NothingLeadsOutWithoutOpenat2) {
  EXPECT_EXIT(
      {
        if (!refuse_openat2(ENOSYS)) std::_Exit(0);
        expect_all_cases();
        std::_Exit(HasFailure() ? 1 : 0);
      },
      ::testing::ExitedWithCode(0), "");
}

TEST_F(SourceFolderTest, NothingIsReadBeyondTheLimit) {
  const SourceFolder source(tree_.path("source"));
  EXPECT_EQ(source.read_file("file", 7).bytes, "content");
  EXPECT_EQ(source.read_file("file", 6).error, EFBIG);
  EXPECT_EQ(describe_read_error(EFBIG, 3 << 20), "is larger than 3 MB");
}

TEST_F(SourceFolderTest, FoldersAreListedWithoutWhatIsHiddenAndWithoutLinks) {
  const SourceFolder source(tree_.path("source"));
  std::vector<std::string> names;
  const OpenedFile folder = source.open_folder("a");
  ASSERT_EQ(folder.error, 0);
  EXPECT_EQ(list_names(folder, names), 0);
  EXPECT_THAT(names, UnorderedElementsAre("b", "away"));
  EXPECT_EQ(source.open_folder("").error, 0);
  EXPECT_EQ(source.open_folder("folder").error, ENOTDIR);
  EXPECT_EQ(source.open_folder("a/away").error, ENOTDIR);
  EXPECT_EQ(source.open_folder("folder/b").error, ELOOP);
  EXPECT_EQ(source.open_folder("..").error, EXDEV);
  EXPECT_EQ(source.open_folder(".git").error, EPERM);
  EXPECT_EQ(source.open_folder("file").error, ENOTDIR);
}

TEST_F(SourceFolderTest, LooksAtWhatALinkLeadsToWithoutOpeningIt) {
  const SourceFolder source(tree_.path("source"));
  struct stat info {};
  EXPECT_EQ(source.look_at("chain", info), 0);
  EXPECT_TRUE(S_ISREG(info.st_mode));
  EXPECT_EQ(source.look_at("link-to-pipe", info), 0);
  EXPECT_TRUE(S_ISFIFO(info.st_mode));
  EXPECT_EQ(source.look_at("out", info), EXDEV);
}

// A name that is a file, a link out and a folder's link out in turn: a reader gets the file or an error.
TEST_F(SourceFolderTest, ARaceLeadsNowhere) {
  tree_.write("outside/b/file", "secret");
  const SourceFolder source(tree_.path("source"));
  std::atomic<bool> done{false};
  std::thread attacker([&] {
    while (!done) {
      const std::string name = tree_.path("source/file");
      fs::create_symlink("../outside/secret", name + "~");
      fs::rename(name + "~", name);
      fs::create_symlink("../outside", tree_.path("source/swap"));
      exchange("source/swap", "source/a");
      tree_.write("source/file~", "content");
      fs::rename(name + "~", name);
      exchange("source/swap", "source/a");
      fs::remove(tree_.path("source/swap"));
    }
  });
  for (int i = 0; i < 5000; ++i) {
    EXPECT_THAT(source.read_file("file", 100).bytes, ::testing::AnyOf("content", ""));
    EXPECT_THAT(source.read_file("a/b/file", 100).bytes, ::testing::AnyOf("deep", ""));
    EXPECT_THAT(source.read_file("chain", 100).bytes, ::testing::AnyOf("content", ""));
  }
  done = true;
  attacker.join();
}

// In a checkout, the folder that the operator names can be a link that a stranger put there.
TEST_F(SourceFolderTest, ARelativeNameLeadsNotOutOfTheCurrentFolder) {
  tree_.write("outside/site.yaml", "title: secret");
  link("../outside", "articles");
  link("../outside/site.yaml", "site.yaml");
  const fs::path old = fs::current_path();
  fs::current_path(tree_.path("source"));
  for (const char* path : {".", "a", "./a/b", "folder", "../outside", "../source/articles", ".git"})
    EXPECT_NO_THROW(SourceFolder{path}) << path;
  EXPECT_NO_THROW(SourceFolder{tree_.path("source/articles")});
  for (const char* path : {"articles", "./articles", "a/away", "a/../articles", "missing", "file"})
    EXPECT_THROW(SourceFolder{path}, Error) << path;
  EXPECT_EQ(read_named_file("link", 100).bytes, "content");
  EXPECT_EQ(read_named_file("../outside/secret", 100).bytes, "secret");
  EXPECT_EQ(read_named_file("pipe", 100).error, EINVAL);
  EXPECT_EQ(read_named_file("file", 6).error, EFBIG);
  EXPECT_THROW(read_named_file("site.yaml", 100), Error);
  EXPECT_EQ(read_named_file(tree_.path("source/site.yaml"), 100).bytes, "title: secret");
  fs::current_path(old);
}

TEST_F(SourceFolderTest, WhatIsNoFolderIsAFailure) {
  try {
    const SourceFolder source(tree_.path("missing"));
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::not_found);
    EXPECT_THAT(error.what(), HasSubstr("cannot read the source folder " + tree_.path("missing")));
  }
}

}  // namespace
}  // namespace signpost
