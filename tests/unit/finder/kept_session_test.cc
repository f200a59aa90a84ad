#include "finder/kept_session.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <filesystem>

#include "base/error.h"
#include "base/file_io.h"

namespace signpost {
namespace {

constexpr char kServer[] = "https://help.example.com";

class KeptSessionTest : public ::testing::Test {
 protected:
  KeptSessionTest() {
    char made[] = "/tmp/signpost-session-XXXXXX";
    top_ = ::mkdtemp(made);
    dir_ = top_ + "/state/signpost";
  }
  ~KeptSessionTest() override { std::filesystem::remove_all(top_); }
  std::string only_file() const { return std::filesystem::directory_iterator(dir_)->path().string(); }

  std::string top_;
  std::string dir_;
};

TEST_F(KeptSessionTest, IsKeptForWhoeverHasIt) {
  EXPECT_EQ(kept_session(dir_, kServer), "");
  keep_session(dir_, kServer, "abc");
  EXPECT_EQ(kept_session(dir_, kServer), "abc");
  EXPECT_EQ(kept_session(dir_, "https://other.example"), "");
  struct stat file {};
  ASSERT_EQ(::stat(only_file().c_str(), &file), 0);
  EXPECT_EQ(file.st_mode & 0777, 0600u);
  ASSERT_EQ(::stat(dir_.c_str(), &file), 0);
  EXPECT_EQ(file.st_mode & 0777, 0700u);
  keep_session(dir_, kServer, "def");
  EXPECT_EQ(kept_session(dir_, kServer), "def");
  forget_session(dir_, kServer);
  EXPECT_EQ(kept_session(dir_, kServer), "");
  forget_session(dir_, kServer);
}

TEST_F(KeptSessionTest, OneThatOthersCanReadIsNotBelieved) {
  keep_session(dir_, kServer, "abc");
  ASSERT_EQ(::chmod(only_file().c_str(), 0644), 0);
  EXPECT_THROW(kept_session(dir_, kServer), Error);
}

TEST_F(KeptSessionTest, ALinkIsNotFollowed) {
  keep_session(dir_, kServer, "abc");
  const std::string file = only_file();
  std::filesystem::rename(file, top_ + "/elsewhere");
  std::filesystem::create_symlink(top_ + "/elsewhere", file);
  EXPECT_THROW(kept_session(dir_, kServer), Error);
  keep_session(dir_, kServer, "def");
  EXPECT_EQ(read_file(top_ + "/elsewhere"), "abc\n") << "it is replaced, not written through";
}

TEST(SessionDir, IsWherePeopleSayThatStateLies) {
  EXPECT_EQ(session_dir("/s", "/h"), "/s/signpost");
  EXPECT_EQ(session_dir(nullptr, "/h"), "/h/.local/state/signpost");
  EXPECT_EQ(session_dir("", "/h"), "/h/.local/state/signpost");
  EXPECT_EQ(session_dir("relative", "/h"), "/h/.local/state/signpost");
  EXPECT_THROW(session_dir(nullptr, nullptr), Error);
}

}  // namespace
}  // namespace signpost
