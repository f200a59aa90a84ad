#include "index/history_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "base/error.h"
#include "base/file_io.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

class HistoryFileTest : public ::testing::Test {
 protected:
  void SetUp() override { fs::create_directories(dir_); }
  void TearDown() override { fs::remove_all(dir_); }
  const std::string dir_ =
      (fs::path(::testing::TempDir()) / ("signpost-history-" + std::to_string(getpid()))).string();
};

TEST_F(HistoryFileTest, GivesBackWhatWasWritten) {
  const SourceHistory history{
      "c0ffee",
      {{"F-12", true, "c0ffee", 1'700'000'000, ""}, {"F-3", false, "beef", 5, "일부러 \"그렇게\""}}};
  write_history(dir_, history);
  EXPECT_EQ(load_history(dir_), history);
}

TEST_F(HistoryFileTest, IsNotThereWithoutARepository) {
  write_history(dir_, {});
  EXPECT_TRUE(fs::is_empty(dir_));
  EXPECT_EQ(load_history(dir_), SourceHistory{});
}

TEST_F(HistoryFileTest, RefusesADamagedFile) {
  for (const char* text : {"", "{", "[]", R"({"revision": 1, "verdicts": []})",
                           R"({"revision": "a", "verdicts": [{"item": "F-1"}]})", R"({"revision": "a"})"}) {
    write_file(dir_ + "/history.json", text);
    EXPECT_THROW(load_history(dir_), Error) << text;
  }
}

}  // namespace
}  // namespace signpost
