#include "store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <set>
#include <thread>

#include "data_folder.h"
#include "store/request_code.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class StoreTest : public ::testing::Test {
 protected:
  StoreOptions options() {
    return {.dir = folder_.path(),
            .waiting = 64,
            .write_patience = std::chrono::milliseconds(0),
            .read_patience = std::chrono::milliseconds(0),
            .warn = [this](const std::string& message) { warnings_.push_back(message); }};
  }
  // "" when it was kept.
  std::string failure_of_keeping(Store& store, const std::string& reply_to) {
    try {
      store.keep(draft_of(reply_to), "", 100);
    } catch (const Error& failure) {
      return failure.what();
    }
    return "";
  }
  std::string file() const { return data_file_path(folder_.path()); }

  const DataFolder folder_{"signpost-store"};
  std::vector<std::string> warnings_;
};

TEST_F(StoreTest, KeepsWhatManySendAtOnce) {
  Store store(options());
  std::vector<std::thread> threads;
  std::vector<std::vector<std::string>> codes(4);
  for (size_t t = 0; t < codes.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 25; ++i) {
        const auto kept = store.keep(draft_of("a@example.com"), "", 100);
        codes[t].push_back(*parse_request_code(kept->code));
        EXPECT_TRUE(store.find_state(codes[t].back()));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::set<std::string> all;
  for (const auto& some : codes) all.insert(some.begin(), some.end());
  EXPECT_EQ(all.size(), 100u);
  EXPECT_THAT(warnings_, IsEmpty());
}

TEST_F(StoreTest, GivesTheSameRequestToWhoAsksTwiceAtOnce) {
  Store store(options());
  std::vector<std::thread> threads;
  std::vector<std::string> codes(8);
  for (std::string& code : codes) {
    threads.emplace_back([&store, &code] { code = store.keep(draft_of("a@example.com"), "key", 100)->code; });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 1u);
}

TEST_F(StoreTest, SaysThatTheFileIsLockedAndStillReads) {
  Store store(options());
  const auto kept = store.keep(draft_of("a@example.com"), "", 100);
  {
    SqliteDatabase other = folder_.open();
    const SqliteTransaction transaction(other);
    EXPECT_EQ(failure_of_keeping(store, "b@example.com"), file() + " is locked by another program");
    EXPECT_TRUE(store.find_state(*parse_request_code(kept->code)));
  }
  EXPECT_THAT(warnings_, ElementsAre(file() + " is locked by another program"));
  EXPECT_EQ(failure_of_keeping(store, "b@example.com"), "");
}

TEST_F(StoreTest, SaysThatTheFileIsDamagedAndTakesABackup) {
  folder_.open();
  const std::string backup = folder_.path() + "/backup";
  fs::copy_file(file(), backup);
  fs::remove(file());
  std::ofstream(file()) << std::string(20'000, 'x');
  Store store(options());
  EXPECT_THAT(failure_of_keeping(store, "a@example.com"), HasSubstr(" is damaged (file is not a database)"));
  EXPECT_FALSE(store.check());
  EXPECT_THROW(store.find_state("000000000000"), Error);
  for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(file() + suffix);
  fs::copy_file(backup, file());
  EXPECT_EQ(failure_of_keeping(store, "a@example.com"), "");
  EXPECT_TRUE(store.check());
}

// Every page behind the first is garbage, as after a disk's fault.
TEST_F(StoreTest, EndsNoProcessWhenPagesAreDamagedUnderIt) {
  Store store(options());
  for (int i = 0; i < 50; ++i) store.keep(draft_of("a@example.com"), "key" + std::to_string(i), 100);
  {
    Store closing(options());  // brings the log back
    SqliteDatabase database = folder_.open();
    database.number("PRAGMA wal_checkpoint(TRUNCATE)");
  }
  {
    std::fstream bytes(file(), std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(4096);
    const std::string garbage(fs::file_size(file()) - 4096, '\xA5');
    bytes << garbage;
  }
  Store again(options());
  EXPECT_THAT(failure_of_keeping(again, "b@example.com"), HasSubstr(" is damaged ("));
  EXPECT_THROW(again.find_state("000000000000"), Error);
}

TEST_F(StoreTest, SaysThatTheDiskIsFullAndGoesOnWhenItIsNot) {
  Store store(options());
  const auto kept = store.keep(draft_of("a@example.com"), "", 100);
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const rlimit full{64 << 10, before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &full), 0);
  std::string failure;
  int more = 0;
  for (; failure.empty() && more < 1000; ++more) failure = failure_of_keeping(store, "full@example.com");
  const bool still_reads = store.find_state(*parse_request_code(kept->code)).has_value();
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  EXPECT_THAT(failure, HasSubstr(file() + ": "));
  EXPECT_THAT(warnings_, ElementsAre(failure));
  EXPECT_TRUE(still_reads);
  EXPECT_EQ(failure_of_keeping(store, "after@example.com"), "");
  SqliteDatabase database = folder_.open();
  EXPECT_EQ(database.number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
  EXPECT_EQ(database.number("SELECT count(*) FROM requests"), 1 + (more - 1) + 1);
}

TEST_F(StoreTest, SaysThatTheFolderIsReadOnly) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  fs::create_directories(folder_.path());
  ::chmod(folder_.path().c_str(), 0500);
  Store store(options());
  EXPECT_THAT(failure_of_keeping(store, "a@example.com"), HasSubstr("cannot create " + file()));
  ::chmod(folder_.path().c_str(), 0700);
  EXPECT_EQ(failure_of_keeping(store, "a@example.com"), "");
}

// Nothing is kept of which nobody is told, whenever the file could first be written.
TEST_F(StoreTest, TellsOthersFromTheFirstRequestOn) {
  StoreOptions with = options();
  with.subscriptions = {{"desk", {EventKind::request_received}}};
  Store store(with);
  const auto waiting = [&] {
    int64_t count = 0;
    store.read([&](SqliteDatabase& database) { count = count_outbox(database).at(0).waiting; });
    return count;
  };
  store.keep(draft_of("a@example.com"), "", 100);
  EXPECT_EQ(waiting(), 1);
  {
    SqliteDatabase other = folder_.open();
    const SqliteTransaction transaction(other);
    EXPECT_THROW(store.use_subscriptions({{"mail", {EventKind::request_received}}}), Error);
  }
  store.keep(draft_of("b@example.com"), "", 100);
  EXPECT_EQ(waiting(), 1);  // of the other
  store.read([](SqliteDatabase& database) { EXPECT_EQ(count_outbox(database).at(1).delivery, "mail"); });
  store.write([](SqliteDatabase& database) { remove_delivered(database, 1); });
  store.use_subscriptions({});
  store.keep(draft_of("c@example.com"), "", 100);
  EXPECT_EQ(waiting(), 1);
}

TEST_F(StoreTest, DeletesWhatWasClosedLongAgo) {
  Store store(options());
  const auto kept = store.keep(draft_of("a@example.com"), "", 100);
  const std::string code = *parse_request_code(kept->code);
  SqliteDatabase database = folder_.open();
  set_request_state(database, code, RequestState::closed, 200);
  EXPECT_EQ(store.delete_closed_before(200), 0);
  EXPECT_EQ(store.delete_closed_before(201), 1);
  EXPECT_EQ(store.find_state(code), std::nullopt);
}

TEST_F(StoreTest, HasRoomForSoManyBytesAndAgainWhenSomethingIsDeleted) {
  StoreOptions some = options();
  some.most_bytes = 400'000;
  Store store(some);
  EXPECT_TRUE(store.has_room()) << "there is no file yet";
  int kept = 0;
  while (store.has_room() && kept < 1000) {
    store.keep(draft_of("a@example.com", std::string(10'000, 'x')), "", 100);
    ++kept;
  }
  EXPECT_GT(kept, 5);
  EXPECT_LT(kept, 40);
  EXPECT_FALSE(store.has_room());
  EXPECT_THAT(warnings_, ElementsAre(HasSubstr("as many as it may")));
  {
    SqliteDatabase database = folder_.open();
    database.execute("DELETE FROM requests");
  }
  EXPECT_TRUE(store.has_room());
  Store unlimited(options());
  EXPECT_TRUE(unlimited.has_room());
}

TEST_F(StoreTest, KeepsASecretAndCounts) {
  std::string secret;
  {
    Store store(options());
    secret = store.secret("forms");
    EXPECT_EQ(secret.size(), 32u);
    EXPECT_EQ(store.secret("forms"), secret);
    store.add_outcomes({{"2026-11-30", "en", Outcome::sent, 2}});
  }
  Store again(options());
  EXPECT_EQ(again.secret("forms"), secret);
  SqliteDatabase database = folder_.open();
  EXPECT_EQ(database.number("SELECT number FROM outcomes"), 2);
}

}  // namespace
}  // namespace signpost
