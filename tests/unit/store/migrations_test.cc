#include "store/migrations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;

class MigrationsTest : public ::testing::Test {
 protected:
  MigrationsTest() { std::filesystem::create_directories(folder_.path()); }
  SqliteDatabase open() {
    return {folder_.path() + "/a.db", SqliteDatabase::Open::create, std::chrono::milliseconds(0)};
  }
  DataFolder folder_{"signpost-migrations"};
};

template <typename Work>
std::string failure_of(const Work& work) {
  try {
    work();
  } catch (const Error& failure) {
    return failure.what();
  }
  return "";
}

TEST_F(MigrationsTest, MakesTheTablesOnceAndLeavesThemAlone) {
  SqliteDatabase database = open();
  EXPECT_THAT(failure_of([&] { require_newest_schema(database); }), HasSubstr("start signpost-serve"));
  migrate(database);
  EXPECT_EQ(database.number("PRAGMA user_version"), static_cast<int64_t>(migrations().size()));
  database.execute(
      "INSERT INTO requests VALUES (1, 'c', NULL, x'00', 'received', 1, '', '', '', '', '', '', '', NULL)");
  migrate(database);
  require_newest_schema(database);
  EXPECT_EQ(database.number("SELECT count(*) FROM requests"), 1);
}

TEST_F(MigrationsTest, RefusesTheFileOfANewerProgram) {
  SqliteDatabase database = open();
  migrate(database);
  database.execute("PRAGMA user_version = 1000");
  EXPECT_EQ(failure_of([&] { migrate(database); }),
            "a newer Signpost wrote it (schema 1000; this program knows " +
                std::to_string(migrations().size()) + ")");
  EXPECT_THAT(failure_of([&] { require_newest_schema(database); }), HasSubstr("a newer Signpost"));
}

TEST_F(MigrationsTest, RefusesTheFileOfAnotherProgramAndLeavesIt) {
  SqliteDatabase database = open();
  database.execute("CREATE TABLE theirs(x)");
  EXPECT_THAT(failure_of([&] { migrate(database); }), HasSubstr("another program's"));
  EXPECT_EQ(database.number("SELECT count(*) FROM sqlite_master"), 1);
}

}  // namespace
}  // namespace signpost
