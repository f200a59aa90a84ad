// workers_test.cc - what comes back from the threads: answers, pieces of files, and what came too late.
#include "net/workers.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <filesystem>

#include "base/file_io.h"
#include "net/socket.h"
#include "raw_client.h"
#include "test_site.h"

namespace signpost {
namespace {

using Clock = std::chrono::steady_clock;
using testing::RawClient;
using testing::TemporaryDirectory;
using namespace std::chrono_literals;

class WorkersTest : public ::testing::Test {
 protected:
  Result next() {
    std::unique_lock lock(mutex_);
    while (true) {
      std::vector<Result> results = workers_.take(kTaker);
      if (!results.empty()) return std::move(results.at(0));
      woken_.wait_for(lock, 20s);
    }
  }

  static constexpr size_t kTaker = 1;  // of connections 7 and 1

  std::mutex mutex_;
  std::condition_variable woken_;
  Workers workers_{2, 8, 2,
                   [](size_t, const Request& request, bool) { return Exchange{"answer to " + request.path}; },
                   [this](size_t taker) {
                     EXPECT_EQ(taker, kTaker);
                     const std::lock_guard lock(mutex_);
                     woken_.notify_all();
                   }};
};

constexpr int kNoSocket = -1;  // takes all that it is sent

TEST_F(WorkersTest, AnswersInTime) {
  const Descriptor listening = listen_on("127.0.0.1", 0);
  RawClient client(port_of(listening));
  Descriptor socket;
  while (!socket.is_open()) socket = accept_from(listening).socket;
  const auto request = std::make_shared<Request>();
  request->path = "/a";
  ASSERT_TRUE(workers_.answer({7, socket.get(), request, true, Clock::now() + 1h}));
  const Result result = next();
  EXPECT_EQ(result.id, 7u);
  EXPECT_EQ(result.sent, std::string("answer to /a").size());
  EXPECT_EQ(result.rest.bytes, "") << "sent at once, what fits";
  EXPECT_TRUE(result.rest.close) << "it was the last";
  EXPECT_EQ(result.late, nullptr);
}

TEST_F(WorkersTest, WhatIsLateIsNotWorkedOn) {
  const auto request = std::make_shared<Request>();
  ASSERT_TRUE(workers_.answer({7, kNoSocket, request, false, Clock::now() - 1s}));
  const Result result = next();
  EXPECT_EQ(result.late, request);
  EXPECT_EQ(result.sent, 0u);
}

TEST_F(WorkersTest, AFileComesPieceByPiece) {
  const TemporaryDirectory folder;
  const std::string path = folder.path() + "/file";
  testing::write_file(path, std::string(300'000, 'x'));
  FileBody file{std::make_shared<const RandomFile>(path), 290'000, 10'000};
  uint64_t got = 0;
  for (int pieces = 0; file.size > 0; ++pieces) {
    ASSERT_LT(pieces, 3);
    workers_.read_on(1, kNoSocket, std::move(file));
    Result result = next();
    EXPECT_FALSE(result.rest.close);
    EXPECT_LE(result.sent, size_t{128 << 10});
    got += result.sent;
    file = std::move(result.rest.file);
  }
  EXPECT_EQ(got, 290'000u);
  EXPECT_EQ(file.file, nullptr) << "keeps a descriptor";
}

TEST_F(WorkersTest, AFileThatIsCutOffClosesTheConnection) {
  const TemporaryDirectory folder;
  const std::string path = folder.path() + "/file";
  testing::write_file(path, std::string(200'000, 'x'));
  workers_.read_on(1, kNoSocket, {std::make_shared<const RandomFile>(path), 200'000});
  Result result = next();
  EXPECT_FALSE(result.rest.close);
  std::filesystem::resize_file(path, 150'000);
  workers_.read_on(1, kNoSocket, std::move(result.rest.file));
  result = next();
  EXPECT_TRUE(result.rest.close);
  EXPECT_EQ(result.sent, 0u);
  EXPECT_EQ(result.rest.file.size, 0u);
}

}  // namespace
}  // namespace signpost
