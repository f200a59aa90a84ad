#include "sqlite/database.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace signpost {
namespace {

namespace fs = std::filesystem;
using Open = SqliteDatabase::Open;

class SqliteDatabaseTest : public ::testing::Test {
 protected:
  SqliteDatabaseTest() {
    fs::remove_all(dir_);
    fs::create_directories(dir_);
  }
  ~SqliteDatabaseTest() override { fs::remove_all(dir_); }

  SqliteDatabase open(const std::string& name, Open how = Open::create) {
    return {(dir_ / name).string(), how, std::chrono::milliseconds(0)};
  }

  const fs::path dir_ = fs::path(::testing::TempDir()) / ("signpost-sqlite-" + std::to_string(getpid()));
};

TEST_F(SqliteDatabaseTest, GivesBackWhatWasBound) {
  SqliteDatabase database = open("a");
  database.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a BLOB, b TEXT, c INTEGER, d TEXT)");
  const std::string bytes("\0\xFF b", 4);
  SqliteStatement insert(database, "INSERT INTO t(a, b, c) VALUES (?, ?, ?)");
  insert.bind_blob(1, bytes).bind_text(2, std::string_view()).bind_number(3, -5).step();
  EXPECT_EQ(database.changed_rows(), 1);
  EXPECT_EQ(database.last_row(), 1);
  insert.reset();
  insert.step();  // with nothing bound
  insert.reset();
  insert.bind_blob(1, std::string_view()).step();
  SqliteStatement select(database, "SELECT a, b, c, d FROM t ORDER BY id");
  ASSERT_TRUE(select.step());
  EXPECT_EQ(select.blob(0), bytes);
  EXPECT_FALSE(select.is_null(1));
  EXPECT_EQ(select.text(1), "");
  EXPECT_EQ(select.number(2), -5);
  EXPECT_TRUE(select.is_null(3));
  ASSERT_TRUE(select.step());
  EXPECT_TRUE(select.is_null(0));
  ASSERT_TRUE(select.step());
  EXPECT_FALSE(select.is_null(0));
  EXPECT_FALSE(select.step());
}

TEST_F(SqliteDatabaseTest, UndoesATransactionThatIsNotCommitted) {
  SqliteDatabase database = open("a");
  database.execute("CREATE TABLE t(x INTEGER)");
  {
    SqliteTransaction transaction(database);
    database.execute("INSERT INTO t VALUES (1)");
    EXPECT_TRUE(database.is_in_transaction());
  }
  EXPECT_FALSE(database.is_in_transaction());
  EXPECT_EQ(database.number("SELECT count(*) FROM t"), 0);
  SqliteTransaction transaction(database);
  database.execute("INSERT INTO t VALUES (1)");
  transaction.commit();
  EXPECT_EQ(database.number("SELECT count(*) FROM t"), 1);
}

TEST_F(SqliteDatabaseTest, TellsWhatKindOfFailureItWas) {
  const auto failure = [](const auto& work) {
    try {
      work();
    } catch (const SqliteFailure& refused) {
      return refused;
    }
    return SqliteFailure(0, "nothing failed");
  };
  SqliteDatabase database = open("a");
  database.execute("CREATE TABLE t(x INTEGER PRIMARY KEY); INSERT INTO t VALUES (1)");

  const SqliteFailure conflict = failure([&] { database.execute("INSERT INTO t VALUES (1)"); });
  EXPECT_TRUE(conflict.is_conflict()) << conflict.what();

  SqliteDatabase other = open("a", Open::existing);
  SqliteTransaction transaction(database);
  const SqliteFailure busy = failure([&] { SqliteTransaction waiting(other); });
  EXPECT_TRUE(busy.is_busy()) << busy.what();
  EXPECT_EQ(busy.kind(), ErrorKind::io);

  std::ofstream(dir_ / "text") << std::string(5000, 'x');
  const SqliteFailure damage = failure([&] { open("text").number("SELECT count(*) FROM sqlite_master"); });
  EXPECT_TRUE(damage.is_damage()) << damage.what();
  EXPECT_EQ(damage.kind(), ErrorKind::corrupt);

  EXPECT_EQ(failure([&] { open("none", Open::existing); }).kind(), ErrorKind::io);
  EXPECT_EQ(failure([&] { database.execute("SELECT FROM"); }).kind(), ErrorKind::internal);
}

TEST_F(SqliteDatabaseTest, CopiesAllOfItWhileAnotherWrites) {
  SqliteDatabase database = open("a");
  database.execute("PRAGMA journal_mode = WAL; CREATE TABLE t(x INTEGER); INSERT INTO t VALUES (1), (2)");
  SqliteDatabase writer = open("a", Open::existing);
  SqliteTransaction transaction(writer);
  writer.execute("INSERT INTO t VALUES (3)");
  SqliteDatabase copy = open("b");
  database.copy_to(copy);
  EXPECT_EQ(copy.number("SELECT count(*) FROM t"), 2);
}

}  // namespace
}  // namespace signpost
