#include "store/write_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <future>

#include "data_folder.h"

namespace signpost {
namespace {

// Opens the folder's file and counts how often.
class WriteQueueTest : public ::testing::Test {
 protected:
  WriteQueueTest() { folder_.open().execute("CREATE TABLE t(x INTEGER PRIMARY KEY)"); }
  WriteQueue::OpenDatabase opener() {
    return [this] {
      ++opened_;
      return folder_.open();
    };
  }
  static WriteQueue::Work insert(int x) {
    return [x](SqliteDatabase& database) {
      database.execute("INSERT INTO t VALUES (" + std::to_string(x) + ")");
    };
  }
  int64_t count() { return folder_.open().number("SELECT count(*) FROM t"); }

  const DataFolder folder_{"signpost-write-queue"};
  std::atomic<int> opened_ = 0;
};

TEST_F(WriteQueueTest, HasWrittenWhenItComesBack) {
  WriteQueue queue(opener(), 64);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&queue, t] {
      for (int i = 0; i < 25; ++i) queue.run(insert(100 * t + i));
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(count(), 100);
  EXPECT_EQ(opened_, 1);
}

TEST_F(WriteQueueTest, UndoesOnlyTheWorkThatFails) {
  // All of them wait while the first is held up, so that they are committed together.
  WriteQueue queue(opener(), 64);
  std::promise<void> begun;
  std::promise<void> go_on;
  auto first = std::async(std::launch::async, [&] {
    queue.run([&](SqliteDatabase&) {
      begun.set_value();
      go_on.get_future().wait();
    });
  });
  begun.get_future().wait();
  std::atomic<int> failed = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&, i] {
      try {
        queue.run([&](SqliteDatabase& database) {
          insert(i)(database);
          if (i % 2 == 0) throw Error(ErrorKind::usage, "no " + std::to_string(i));
        });
      } catch (const Error& failure) {
        EXPECT_EQ(failure.what(), "no " + std::to_string(i));
        ++failed;
      }
    });
  }
  go_on.set_value();
  first.get();
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(failed, 4);
  EXPECT_EQ(count(), 4);
}

// Who waits while another is at work shares one transaction with its neighbours, and so one sync: what was
// written before in it is there for who comes next, and for nobody else yet.
TEST_F(WriteQueueTest, CommitsTogetherWhoWaitTogether) {
  WriteQueue queue(opener(), 64);
  std::atomic<int64_t> most = 0;  // written and not committed when one of them was
  const auto insert_and_look = [&](SqliteDatabase& database) {
    database.execute("INSERT INTO t VALUES (NULL)");
    const int64_t own = database.number("SELECT count(*) FROM t");
    SqliteDatabase other = open_existing_data_file(folder_.path(), std::chrono::milliseconds(0));
    most = std::max<int64_t>(most, own - other.number("SELECT count(*) FROM t"));
  };
  for (int round = 0; round < 1000 && most < 2; ++round) {
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) threads.emplace_back([&] { queue.run(insert_and_look); });
    for (std::thread& thread : threads) thread.join();
  }
  EXPECT_GE(most, 2);
}

TEST_F(WriteQueueTest, RefusesWhoIsOneTooMany) {
  WriteQueue queue(opener(), 1);
  std::promise<void> begun;
  std::promise<void> go_on;
  auto first = std::async(std::launch::async, [&] {
    queue.run([&](SqliteDatabase&) {
      begun.set_value();
      go_on.get_future().wait();
    });
  });
  begun.get_future().wait();
  EXPECT_THROW(queue.run(insert(1)), Error);
  go_on.set_value();
  first.get();
  queue.run(insert(2));
  EXPECT_EQ(count(), 1);
}

TEST_F(WriteQueueTest, GoesOnWhenTheFileCanBeWrittenAgain) {
  WriteQueue queue(opener(), 64);
  queue.run(insert(1));
  {
    SqliteDatabase other = folder_.open();
    const SqliteTransaction transaction(other);
    EXPECT_THROW(queue.run(insert(2)), SqliteFailure);
  }
  queue.run(insert(3));
  EXPECT_EQ(count(), 2);
}

TEST_F(WriteQueueTest, TellsEverybodyWhatNobodyCouldOpen) {
  WriteQueue queue([]() -> SqliteDatabase { throw Error(ErrorKind::io, "no disk"); }, 64);
  EXPECT_THROW(queue.run(insert(1)), Error);
  EXPECT_THROW(queue.run(insert(2)), Error);
}

}  // namespace
}  // namespace signpost
