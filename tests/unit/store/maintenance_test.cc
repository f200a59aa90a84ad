#include "store/maintenance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "data_folder.h"
#include "store/event_file.h"
#include "store/event_tables.h"
#include "store/store.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// By itself, not by what is tested.
bool any_file_has(const std::string& dir, const std::string& text) {
  for (const auto& entry : fs::directory_iterator(dir)) {
    if (bytes_of(entry.path()).find(text) != std::string::npos) return true;
  }
  return false;
}

class MaintenanceTest : public ::testing::Test {
 protected:
  void keep(const std::string& reply_to, const std::string& message = "It does not print.") {
    SqliteTransaction transaction(database_);
    keep_request(database_, draft_of(reply_to, message), "", 100);
    transaction.commit();
  }
  ForgottenForGood forget(const std::string& address) {
    return forget_for_good(folder_.path(), database_, address);
  }

  const DataFolder folder_{"signpost-maintenance"};
  SqliteDatabase database_ = folder_.open();
};

// Rows of every size between others, so that pages are split and freed.
TEST_F(MaintenanceTest, LeavesNoByteOfAnAddressInAnyFile) {
  for (int i = 0; i < 300; ++i) {
    const bool theirs = i % 3 == 0;
    keep(theirs ? "victim@example.com" : "other" + std::to_string(i) + "@example.com",
         std::string(static_cast<size_t>(i * 37 % 5000), 'x') +
             (i % 7 == 0 ? " victim@example.com" : " nobody"));
  }
  Store beside({.dir = folder_.path()});  // a service that has the file open
  beside.find_state("000000000000");
  beside.keep(draft_of("victim@example.com"), "key", 100);
  ASSERT_TRUE(any_file_has(folder_.path(), "victim@example.com"));
  ASSERT_TRUE(folder_has(folder_.path(), "VICTIM@example.com"));

  const ForgottenForGood done = forget("Victim@example.com");
  EXPECT_EQ(done.forgotten.requests, 101);
  EXPECT_GT(done.forgotten.mentions, 20);
  EXPECT_FALSE(done.part_of_longer);
  EXPECT_FALSE(any_file_has(folder_.path(), "victim@example.com"));
  EXPECT_FALSE(folder_has(folder_.path(), "victim@example.com"));
  EXPECT_EQ(database_.number("SELECT count(*) FROM requests"), 200);
  EXPECT_EQ(database_.number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
  beside.keep(draft_of("later@example.com"), "", 100);
}

TEST_F(MaintenanceTest, LeavesNoByteOfARequestOfThisCode) {
  for (int i = 0; i < 100; ++i) keep("other@example.com", std::string(static_cast<size_t>(i) * 50, 'x'));
  std::string code;
  {
    SqliteTransaction transaction(database_);
    code = keep_request(database_, draft_of("ann@example.com", "Very private words"), "", 100)->code;
    transaction.commit();
  }
  ASSERT_TRUE(any_file_has(folder_.path(), "Very private words"));
  EXPECT_EQ(forget(" " + code).forgotten.requests, 1);
  EXPECT_FALSE(any_file_has(folder_.path(), "Very private words"));
  EXPECT_FALSE(any_file_has(folder_.path(), "ann@example.com"));
  EXPECT_EQ(forget(code).forgotten.requests, 0);
  EXPECT_EQ(database_.number("SELECT count(*) FROM requests"), 100);
}

TEST_F(MaintenanceTest, SaysWhereAnAddressIsPartOfAnother) {
  keep("ann@example.com");
  keep("joann@example.com");
  const ForgottenForGood done = forget("ann@example.com");
  EXPECT_EQ(done.forgotten.requests, 1);
  EXPECT_TRUE(done.part_of_longer);
  EXPECT_EQ(database_.number("SELECT count(*) FROM requests WHERE reply_to = 'joann@example.com'"), 1);
}

TEST_F(MaintenanceTest, FindsATextAcrossPiecesOfAFile) {
  std::ofstream(folder_.path() + "/large")
      << std::string((1 << 20) - 3, 'x') << "needle" << std::string(50, 'x');
  EXPECT_TRUE(folder_has(folder_.path(), "NEEDLE"));
  EXPECT_FALSE(folder_has(folder_.path(), "needles"));
  EXPECT_FALSE(folder_has(folder_.path(), ""));
}

TEST_F(MaintenanceTest, SaysThatAReaderHoldsOnToWhatWasDeleted) {
  keep("ann@example.com");
  SqliteDatabase reader = folder_.open();
  reader.execute("BEGIN");
  EXPECT_EQ(reader.number("SELECT count(*) FROM requests"), 1);
  EXPECT_THROW(forget("ann@example.com"), Error);
  reader.execute("COMMIT");
  EXPECT_EQ(forget("ann@example.com").forgotten.requests, 0);
  EXPECT_FALSE(any_file_has(folder_.path(), "ann@example.com"));
}

TEST_F(MaintenanceTest, CopiesTheFileWhileOthersWrite) {
  keep("ann@example.com");
  SqliteDatabase writer = folder_.open();
  const SqliteTransaction transaction(writer);
  writer.execute("DELETE FROM requests");
  const std::string backup = folder_.path() + "/backup.db";
  back_up(database_, backup);
  struct stat status {};
  ASSERT_EQ(::stat(backup.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
  for (const char* suffix : {"-wal", "-shm", "-journal"}) EXPECT_FALSE(fs::exists(backup + suffix)) << suffix;

  const DataFolder restored("signpost-restored");
  fs::create_directories(restored.path());
  fs::copy_file(backup, data_file_path(restored.path()));
  SqliteDatabase copy = restored.open();
  EXPECT_EQ(copy.number("SELECT count(*) FROM requests"), 1);
}

TEST_F(MaintenanceTest, OverwritesNoFileWithABackup) {
  const std::string backup = folder_.path() + "/backup.db";
  std::ofstream(backup) << "mine";
  EXPECT_THROW(back_up(database_, backup), Error);
  EXPECT_EQ(bytes_of(backup), "mine");
  EXPECT_THROW(back_up(database_, folder_.path() + "/none/backup.db"), Error);
}

TEST_F(MaintenanceTest, ForgetsWhatVisitorsSearchedFor) {
  {
    SqliteDatabase events = open_event_file(folder_.path(), std::chrono::milliseconds(0));
    EventTables tables(events);
    for (const char* text : {"who is victim@example.com", "victim@example.communications", "refund"})
      tables.add(tables.query("en", text), 20'000, QuerySums{.searches = 9, .visits = 9});
  }
  EXPECT_EQ(forget("Victim@example.com").queries, 1);
  EXPECT_TRUE(any_file_has(folder_.path(), "refund"));
  EXPECT_FALSE(any_file_has(folder_.path(), "who is victim"));
  EXPECT_TRUE(forget("victim@example.com").part_of_longer);
}

}  // namespace
}  // namespace signpost
