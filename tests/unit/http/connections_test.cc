// connections_test.cc - which connections are late, idle or oldest, and what they hold.
#include "http/connections.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "index/file_io.h"
#include "test_site.h"

namespace signpost {
namespace {

using testing::TemporaryDirectory;
using namespace std::chrono_literals;

const Connection::Time kStart{};

class ConnectionsTest : public ::testing::Test {
 protected:
  uint64_t add(ConnectionState state, std::chrono::seconds since, const std::string& input = "") {
    Connection connection;
    connection.state = state;
    connection.since = kStart + since;
    connection.deadline = connection.since + 10s;
    connection.input = input;
    return connections_.add(std::move(connection));
  }

  int closed_ = 0;
  Connections connections_{[this](const Connection&) { ++closed_; }};
};

TEST_F(ConnectionsTest, FindsThemByTheirTime) {
  const uint64_t old = add(ConnectionState::reading, 1s, "GET");
  const uint64_t answering = add(ConnectionState::answering, 0s);
  const uint64_t idle = add(ConnectionState::reading, 5s);
  const uint64_t writing = add(ConnectionState::writing, 3s);
  EXPECT_EQ(connections_.late(kStart + 12s), std::vector{old});
  EXPECT_EQ(connections_.idle(), std::vector{idle});
  EXPECT_EQ(connections_.oldest(2), (std::vector{old, writing}));
  EXPECT_EQ(connections_.oldest(9), (std::vector{old, writing, idle}))
      << "an answer is under way to the other";
  connections_.close(old);
  connections_.close(old);
  EXPECT_EQ(closed_, 1);
  EXPECT_EQ(connections_.find(old), nullptr);
  EXPECT_NE(connections_.find(answering), nullptr);
  EXPECT_EQ(connections_.size(), 3u);
}

TEST_F(ConnectionsTest, CountWhatTheyHold) {
  const uint64_t id = add(ConnectionState::reading, 0s);
  Connection& connection = *connections_.find(id);
  connection.input = std::string(100000, 'x');
  connection.output = std::string(50000, 'x');
  connections_.count(id, connection);
  connections_.count(id, connection);
  EXPECT_GE(connections_.buffered(), 150000u);
  EXPECT_LT(connections_.buffered(), 160000u);
  connections_.close(id);
  EXPECT_EQ(connections_.buffered(), 0u);
}

TEST_F(ConnectionsTest, FinishedRequestsLeaveTheNext) {
  Connection connection;
  connection.input = std::string(1000, 'a') + "next";
  connection.finish_request(1000);
  EXPECT_EQ(connection.unread(), "next");
  EXPECT_FALSE(connection.is_idle());
  connection.finish_request(4);
  EXPECT_TRUE(connection.is_idle());
  EXPECT_LT(connection.input.capacity(), 100u) << "idle ones keep no buffer";
}

TEST_F(ConnectionsTest, AFileFollowsPieceByPiece) {
  const TemporaryDirectory folder;
  const std::string path = folder.path() + "/file";
  std::string bytes(300'000, '\0');
  for (size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * i >> 3);
  write_file(path, bytes);
  Connection connection;
  connection.file = {std::make_shared<const RandomFile>(path), bytes.size()};
  std::string got;
  while (connection.read_on()) {
    EXPECT_LE(connection.output.size(), size_t{128 << 10});
    EXPECT_EQ(connection.sent, 0u);
    got += connection.output;
    connection.sent = connection.output.size();
  }
  EXPECT_TRUE(got == bytes);
  EXPECT_FALSE(connection.close);
  connection.free_output();
  EXPECT_EQ(connection.file.file, nullptr) << "keeps a descriptor";
}

TEST_F(ConnectionsTest, AFileThatIsCutOffClosesIt) {
  const TemporaryDirectory folder;
  const std::string path = folder.path() + "/file";
  write_file(path, std::string(300'000, 'x'));
  Connection connection;
  connection.file = {std::make_shared<const RandomFile>(path), 300'000};
  EXPECT_TRUE(connection.read_on());
  std::filesystem::resize_file(path, 200'000);
  EXPECT_FALSE(connection.read_on());
  EXPECT_TRUE(connection.close);
}

}  // namespace
}  // namespace signpost
