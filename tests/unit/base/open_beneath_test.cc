// open_beneath_test.cc - both ways to open beneath a folder answer the same.
#include "base/open_beneath.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "tests/unit/indexer/no_openat2.h"
#include "tests/unit/indexer/temporary_folder.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

class OpenBeneathTest : public ::testing::Test {
 protected:
  OpenBeneathTest() {
    tree_.write("outside/secret", "secret");
    tree_.write("source/file", "1");
    tree_.write("source/a/b/file", "22");
    fs::create_symlink("file", tree_.path("source/link"));
    fs::create_symlink("../outside/secret", tree_.path("source/out"));
    fs::create_directory_symlink("a", tree_.path("source/folder"));
    fs::create_directory_symlink("../outside", tree_.path("source/a/away"));
    fs::create_directory_symlink("/proc/self", tree_.path("source/process"));
    root_ = Descriptor(::open(tree_.path("source").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  }

  using Way = Descriptor (*)(int folder, const std::string& path, int flags);

  void expect_the_same_by(Way way) const {
    struct Case {
      const char* path;
      int flags;
      int want;  // 0 or an errno
    };
    const Case cases[] = {
        {"file", O_RDONLY, 0},
        {"a/b/file", O_RDONLY, 0},
        {"a/b", O_RDONLY | O_DIRECTORY, 0},
        {"missing", O_RDONLY, ENOENT},
        {"a/missing/file", O_RDONLY, ENOENT},
        {"file/x", O_RDONLY, ENOTDIR},
        {"file", O_RDONLY | O_DIRECTORY, ENOTDIR},
        {"link", O_RDONLY, ELOOP},
        {"link", O_PATH, 0},
        {"out", O_RDONLY, ELOOP},
        {"folder", O_RDONLY | O_DIRECTORY, ENOTDIR},
        {"folder/b", O_RDONLY | O_DIRECTORY, ELOOP},
        {"folder/b/file", O_RDONLY, ELOOP},
        {"folder/b/file", O_PATH, ELOOP},
        {"a/away/secret", O_RDONLY, ELOOP},
        {"process/environ", O_RDONLY, ELOOP},
        {"process/root/etc/passwd", O_RDONLY, ELOOP},
    };
    for (const Case& c : cases) {
      errno = 0;
      const Descriptor opened = way(root_.get(), c.path, c.flags);
      EXPECT_EQ(opened.get() < 0 ? errno : 0, c.want) << c.path << " " << c.flags;
    }
  }

  TemporaryFolder tree_;
  Descriptor root_;
};

TEST_F(OpenBeneathTest, NoLinkIsFollowedByTheKernel) { expect_the_same_by(&open_beneath); }

TEST_F(OpenBeneathTest, NorByTheWalk) { expect_the_same_by(&walk_beneath); }

TEST_F(OpenBeneathTest, TheWalkStandsInWhereTheKernelLacksTheCall) {
  for (const int error : {ENOSYS, EPERM, E2BIG}) {
    EXPECT_EXIT(
        {
          if (!refuse_openat2(error)) std::_Exit(0);
          EXPECT_EQ(::syscall(SYS_openat2, root_.get(), "file", nullptr, 0), -1);
          EXPECT_EQ(errno, error);
          expect_the_same_by(&open_beneath);
          std::_Exit(HasFailure() ? 1 : 0);
        },
        ::testing::ExitedWithCode(0), "")
        << error;
  }
}

}  // namespace
}  // namespace signpost
