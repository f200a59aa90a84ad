// current_watch_test.cc - what wakes the watch: real files, links and renames.
#include "service/current_watch.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <functional>
#include <thread>
#include <vector>

#include "test_site.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using testing::TemporaryDirectory;
using testing::write_file;

// A wait that ends did so because of an event.
constexpr milliseconds kNever = std::chrono::hours(24);

class CurrentWatchTest : public ::testing::Test {
 protected:
  fs::path at(const std::string& name) const { return fs::path(dir_.path()) / name; }
  void publish(const std::string& index, const std::string& name) const {
    write_file(at(index) / "current.new", name + "\n");
    fs::rename(at(index) / "current.new", at(index) / "current");
  }

  TemporaryDirectory dir_;
};

TEST_F(CurrentWatchTest, SeesWhateverLeadsElsewhere) {
  struct Case {
    const char* name;
    std::string index;
    std::function<void()> before;
    std::vector<std::function<void()>> changes;  // each is seen
  };
  const Case cases[] = {
      {"a publish",
       "a/index",
       [&] { publish("a/index", "1"); },
       {[&] { publish("a/index", "2"); }, [&] { publish("a/index", "3"); }}},
      {"the first publish", "b/index", [&] { fs::create_directories(at("b/index")); }, {[&] {
         publish("b/index", "1");
       }}},
      {"a name written in place", "c/index", [&] { publish("c/index", "1"); }, {[&] {
         std::ofstream(at("c/index/current")) << "2\n";
       }}},
      {"a hard link", "d/index", [&] { write_file(at("d/index/one"), "1\n"); }, {[&] {
         fs::create_hard_link(at("d/index/one"), at("d/index/current"));
       }}},
      {"an index that appears late, with folders above it",
       "e/x/y/index",
       [&] { fs::create_directory(at("e")); },
       {[&] { fs::create_directory(at("e/x")); }, [&] { fs::create_directory(at("e/x/y")); },
        [&] { fs::create_directory(at("e/x/y/index")); }, [&] { publish("e/x/y/index", "1"); }}},
      {"an index that is moved in whole",
       "f/index",
       [&] { publish("f/other", "1"); },
       {[&] { fs::rename(at("f/other"), at("f/index")); }, [&] { publish("f/index", "2"); }}},
      {"an index that is removed and made again",
       "g/index",
       [&] { publish("g/index", "1"); },
       {[&] { fs::remove_all(at("g/index")), fs::create_directory(at("g/index")); },
        [&] { publish("g/index", "2"); }}},
      {"an index that gives way to another",
       "h/index",
       [&] { publish("h/index", "1"), publish("h/new", "2"); },
       {[&] { fs::rename(at("h/index"), at("h/old")), fs::rename(at("h/new"), at("h/index")); },
        [&] { publish("h/index", "3"); }}},
      {"a folder above that gives way to another",
       "i/site/index",
       [&] { publish("i/site/index", "1"), publish("i/new/index", "2"); },
       {[&] { fs::rename(at("i/site"), at("i/old")), fs::rename(at("i/new"), at("i/site")); },
        [&] { publish("i/site/index", "3"); }}},
      {"behind a link",
       "j/index",
       [&] { publish("j/data/1", "1"), fs::create_directory_symlink("data/1", at("j/index")); },
       {[&] { publish("j/data/1", "2"); }}},
      {"a link that leads elsewhere, after a while to what it led to before",
       "k/index",
       [&] {
         publish("k/data/1", "1"), publish("k/data/2", "2");
         fs::create_directory_symlink("data/1", at("k/index"));
         fs::create_directory_symlink(at("k/data/2"), at("k/next"));
         fs::create_directory_symlink("../k/./data/1", at("k/last"));
       },
       {[&] { fs::rename(at("k/next"), at("k/index")); }, [&] { publish("k/data/2", "3"); },
        [&] { fs::rename(at("k/last"), at("k/index")); }, [&] { publish("k/data/1", "4"); }}},
      {"a link above that leads elsewhere",
       "l/live/index",
       [&] {
         publish("l/1/index", "1"), publish("l/2/index", "2");
         fs::create_directory_symlink("1", at("l/live"));
         fs::create_directory_symlink("2", at("l/next"));
       },
       {[&] { fs::rename(at("l/next"), at("l/live")); }, [&] { publish("l/2/index", "3"); }}},
      {"what a broken link leads to",
       "m/index",
       [&] { fs::create_directory(at("m")), fs::create_directory_symlink("data", at("m/index")); },
       {[&] { fs::create_directory(at("m/data")); }, [&] { publish("m/data", "1"); }}},
      {"a current that is a link",
       "n/index",
       [&] { write_file(at("n/names/1"), "1"), fs::create_directory(at("n/index")); },
       {[&] { fs::create_symlink("../names/1", at("n/index/current")); },
        [&] { std::ofstream(at("n/names/1")) << "2\n"; }}},
      {"a file that gives way to a folder",
       "o/index",
       [&] { write_file(at("o/index"), ""); },
       {[&] { fs::remove(at("o/index")), fs::create_directory(at("o/index")); },
        [&] { publish("o/index", "1"); }}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    c.before();
    CurrentWatch watch(at(c.index).string(), kNever);
    EXPECT_EQ(watch.problem(), "");
    for (const auto& change : c.changes) {
      change();
      EXPECT_TRUE(watch.wait());
    }
  }
}

TEST_F(CurrentWatchTest, LooksWhenThePeriodIsOver) {
  publish("index", "1");
  CurrentWatch watch(at("index").string(), milliseconds(1));
  EXPECT_TRUE(watch.wait());
  EXPECT_TRUE(watch.wait());
}

TEST_F(CurrentWatchTest, ALinkToItselfEnds) {
  fs::create_directory_symlink("index", at("index"));
  CurrentWatch watch(at("index").string(), kNever);
  fs::create_directory(at("new"));
  publish("new", "1");
  fs::remove(at("index"));
  fs::rename(at("new"), at("index"));
  EXPECT_TRUE(watch.wait());
}

TEST_F(CurrentWatchTest, StopsAtOnceAndForGood) {
  CurrentWatch watch(at("index").string(), kNever);
  std::thread waiting([&watch] { EXPECT_FALSE(watch.wait()); });
  watch.stop();
  waiting.join();
  EXPECT_FALSE(watch.wait());
}

// A run of signpost-index works in the index directory for minutes before it publishes. Here it does for a
// second, in which somebody who polls would show.
TEST_F(CurrentWatchTest, HardlyLooksUntilSomethingIsPublished) {
  publish("index", "1");
  fs::create_directories(at("index/generations/2/files"));
  const auto started = std::chrono::steady_clock::now();
  CurrentWatch watch(at("index").string());
  std::atomic<int> looks{0};
  std::thread waiting([&] {
    while (watch.wait()) ++looks;
  });
  for (int i = 0; std::chrono::steady_clock::now() - started < std::chrono::seconds(1); ++i) {
    write_file(at("index/generations/2/files") / std::to_string(i % 100), "bytes");
    write_file(at("index/working"), std::to_string(i));
    EXPECT_TRUE(fs::exists(at("index/current")));
  }
  watch.stop();
  waiting.join();
  EXPECT_LE(looks, (std::chrono::steady_clock::now() - started) / CurrentWatch::kPeriod);
}

// What lies beside `current` is looked at, and is none of its business.
TEST_F(CurrentWatchTest, OthersInTheFolderAreNoChange) {
  publish("index", "1");
  CurrentWatch watch(at("index").string(), kNever);
  std::atomic<int> changes{0};
  write_file(at("index/lock"), "");
  write_file(at("index/current.old"), "0\n");
  fs::rename(at("index/current.old"), at("index/currents"));
  fs::remove(at("index/currents"));
  write_file(at("index.new/current"), "0\n");
  std::thread waiting([&] {
    while (watch.wait()) ++changes;
  });
  while (watch.wake_ups() == 0) std::this_thread::yield();  // it has read these
  watch.stop();
  waiting.join();
  EXPECT_EQ(changes, 0);
}

TEST_F(CurrentWatchTest, SaysWhyItIsBlind) {
  publish("index", "1");
  const uid_t user = geteuid();
  // Whoever may look names up in a folder and not list it may not watch it either.
  fs::permissions(dir_.path(), fs::perms::all);
  fs::permissions(at("index"), fs::perms::owner_exec | fs::perms::owner_write | fs::perms::others_exec);
  ASSERT_EQ(seteuid(user == 0 ? 65534 : user), 0);
  CurrentWatch watch(at("index").string(), milliseconds(1));
  EXPECT_EQ(watch.problem(), "Permission denied");
  EXPECT_TRUE(watch.wait());
  ASSERT_EQ(seteuid(user), 0);
  fs::permissions(at("index"), fs::perms::all);
  EXPECT_TRUE(watch.wait());
  EXPECT_EQ(watch.problem(), "");
}

}  // namespace
}  // namespace signpost
