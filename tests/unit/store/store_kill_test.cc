// store_kill_test.cc - kills a process that keeps requests in four threads, at random moments, and looks what
// is there of them: each that was acknowledged, once, with its words, in a file that is whole.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "base/descriptor.h"
#include "base/sanitized_build.h"
#include "data_folder.h"
#include "store/request_code.h"
#include "store/store.h"

namespace signpost {
namespace {

constexpr int kRounds = kSanitizedBuild ? 20 : 300;
constexpr int kThreads = 4;
constexpr int kMostAcknowledged = 60;  // in a round, before the kill

// What the process tells of each request once it is kept: as a client would be told. Shorter than what a pipe
// takes whole, so that lines of threads don't mix.
std::string line_of(const std::string& code, const std::string& key) { return code + " " + key + "\n"; }

std::string message_for(const std::string& key) {
  return "Message of " + key + std::string(key.size() * 50, '.');
}

[[noreturn]] void keep_until_killed(const std::string& dir, int round, int acknowledged) {
  {
    Store store({.dir = dir});
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) {
      threads.emplace_back([&store, acknowledged, round, t] {
        for (int i = 0;; ++i) {
          const std::string key = std::to_string(round) + "-" + std::to_string(t) + "-" + std::to_string(i);
          const auto kept = store.keep(draft_of("a@example.com", message_for(key)), key, 100);
          if (!write_all(acknowledged, line_of(kept->code, key))) ::_exit(3);
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
  }
  ::_exit(3);
}

// By key, the code that was told. Reads from the pipe to its end, and kills behind so many lines.
std::map<std::string, std::string> acknowledged_before_kill(pid_t process, int from, int lines,
                                                            std::chrono::microseconds later) {
  std::string text;
  char piece[4096];
  bool killed = false;
  for (;;) {
    const ssize_t got = ::read(from, piece, sizeof piece);
    if (got <= 0) break;
    text.append(piece, static_cast<size_t>(got));
    if (killed || std::count(text.begin(), text.end(), '\n') < lines) continue;
    const timespec moment{0, later.count() * 1000};
    ::ppoll(nullptr, 0, &moment, nullptr);
    ::kill(process, SIGKILL);
    killed = true;
  }
  std::map<std::string, std::string> told;
  for (size_t begin = 0, end = 0; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1) {
    const std::string line = text.substr(begin, end - begin);
    const size_t space = line.find(' ');
    told[line.substr(space + 1)] = line.substr(0, space);
  }
  return told;
}

TEST(StoreKilled, HasEachAcknowledgedRequestOnce) {
  const DataFolder folder("signpost-store-kill");
  std::mt19937 random(20261129);
  size_t all_told = 0, unasked = 0;
  int64_t before = 0;
  for (int round = 0; round < kRounds; ++round) {
    int ends[2];
    ASSERT_EQ(::pipe(ends), 0);
    const pid_t process = ::fork();
    if (process == 0) keep_until_killed(folder.path(), round, ends[1]);
    ASSERT_GT(process, 0);
    ::close(ends[1]);
    const auto told =
        acknowledged_before_kill(process, ends[0], static_cast<int>(random() % kMostAcknowledged),
                                 std::chrono::microseconds(random() % 3000));
    ::close(ends[0]);
    int status = 0;
    ASSERT_EQ(::waitpid(process, &status, 0), process);
    ASSERT_TRUE(WIFSIGNALED(status)) << "ended by itself, with " << status;

    SqliteDatabase database = folder.open();
    ASSERT_EQ(database.number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
    ASSERT_EQ(database.number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
    for (const auto& [key, code] : told) {
      const auto found = find_request(database, *parse_request_code(code));
      ASSERT_TRUE(found) << "round " << round << ": " << key << " was acknowledged as " << code
                         << " and is gone";
      ASSERT_EQ(found->draft.message, message_for(key));
      // Who did not hear of it and asks again gets the same.
      SqliteTransaction again(database);
      ASSERT_EQ(keep_request(database, draft_of("a@example.com", message_for(key)), key, 200)->code, code);
    }
    const int64_t after = database.number("SELECT count(*) FROM requests");
    ASSERT_GE(after - before, static_cast<int64_t>(told.size()));
    // At most one for each thread was kept and not told of.
    ASSERT_LE(after - before, static_cast<int64_t>(told.size()) + kThreads);
    unasked += static_cast<size_t>(after - before) - told.size();
    before = after;
    all_told += told.size();
    if ((round + 1) % 50 == 0 || round + 1 == kRounds) {
      std::printf("%d kills: %zu requests acknowledged, all there once; %zu more kept before their answer\n",
                  round + 1, all_told, unasked);
      std::fflush(stdout);
    }
  }
  SqliteDatabase database = folder.open();
  EXPECT_EQ(database.number("SELECT count(*) - count(DISTINCT message) FROM requests"), 0);
}

}  // namespace
}  // namespace signpost
