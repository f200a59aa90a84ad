#include "store/data_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "data_folder.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

mode_t mode_of(const std::string& path) {
  struct stat status {};
  EXPECT_EQ(::stat(path.c_str(), &status), 0) << path;
  return status.st_mode & 0777;
}

std::string failure_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& failure) {
    return failure.what();
  }
  return "";
}

TEST(DataFile, IsForItsOwnerOnly) {
  const DataFolder folder("signpost-data");
  SqliteDatabase database = folder.open();
  SqliteTransaction transaction(database);
  database.execute("CREATE TABLE t(x)");  // so that there is a log
  EXPECT_EQ(mode_of(folder.path()), 0700u);
  for (const char* suffix : {"", "-wal", "-shm"})
    EXPECT_EQ(mode_of(data_file_path(folder.path()) + suffix), 0600u) << suffix;
}

TEST(DataFile, SyncsWhatIsCommittedAndOverwritesWhatIsDeleted) {
  const DataFolder folder("signpost-data");
  SqliteDatabase database = folder.open();
  EXPECT_EQ(database.number("PRAGMA synchronous"), 2);
  EXPECT_EQ(database.number("PRAGMA secure_delete"), 1);
  EXPECT_EQ(database.number("PRAGMA foreign_keys"), 1);
  EXPECT_EQ(database.number("SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"), 1);
}

TEST(DataFile, MakesNoneForThoseWhoWorkBesideTheService) {
  const DataFolder folder("signpost-data");
  const auto open = [&] { open_existing_data_file(folder.path(), std::chrono::milliseconds(0)); };
  EXPECT_EQ(failure_of(open),
            "there is no " + folder.path() + "/signpost.db: signpost-serve --data makes it");
  EXPECT_FALSE(fs::exists(folder.path()));
  folder.open();
  EXPECT_EQ(failure_of(open), "");
}

TEST(DataFile, SaysWhatIsInItsWay) {
  const DataFolder folder("signpost-data");
  const std::string path = data_file_path(folder.path());
  fs::create_directories(folder.path());
  std::ofstream(path) << std::string(10'000, 'x');
  EXPECT_THAT(failure_of([&] { folder.open(); }), HasSubstr(path + " is damaged (file is not a database)"));
  fs::remove(path);

  SqliteDatabase database = folder.open();
  database.execute("PRAGMA user_version = 99");
  EXPECT_THAT(failure_of([&] { folder.open(); }), HasSubstr(path + ": a newer Signpost wrote it"));
  database.execute("PRAGMA user_version = 0; PRAGMA application_id = 1");
  EXPECT_THAT(failure_of([&] { folder.open(); }), HasSubstr("another program's database"));
}

TEST(DataFile, SaysWhereItMayNotBeMade) {
  const DataFolder folder("signpost-data");
  fs::create_directories(folder.path());
  std::ofstream(folder.path() + "/file") << "x";
  const auto open = [&](const std::string& dir) {
    return failure_of([&] { open_data_file(folder.path() + dir, std::chrono::milliseconds(0)); });
  };
  EXPECT_THAT(open("/file"), HasSubstr("cannot use " + folder.path() + "/file: Not a directory"));
  EXPECT_THAT(open("/file/below"),
              HasSubstr("cannot create " + folder.path() + "/file/below: Not a directory"));
  // Where not even root may.
  EXPECT_THAT(failure_of([] { open_data_file("/proc/signpost-data", std::chrono::milliseconds(0)); }),
              HasSubstr("cannot create /proc/signpost-data"));
}

}  // namespace
}  // namespace signpost
