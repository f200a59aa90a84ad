// connections_test.cc - which connections are late or idle, and what they hold.
#include "net/connections.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "raw_client.h"

namespace signpost {
namespace {

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
  add(ConnectionState::writing, 3s);
  EXPECT_EQ(connections_.late(kStart + 12s), std::vector{old});
  EXPECT_EQ(connections_.idle(), std::vector{idle});
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

TEST_F(ConnectionsTest, ListWhoHoldsWhat) {
  add(ConnectionState::answering, 2s);
  add(ConnectionState::reading, 5s, std::string(1000, 'x'));
  Connection writing;
  writing.state = ConnectionState::writing;
  writing.since = kStart;
  writing.taken_at = kStart + 7s;
  writing.handed = 1;
  writing.payer = parse_address("192.0.2.1");
  connections_.add(std::move(writing));
  connections_.count(2, *connections_.find(2));
  std::vector<Held> all;
  connections_.list(kStart + 10s, all);
  ASSERT_EQ(all.size(), 3u);
  std::sort(all.begin(), all.end(), [](const Held& a, const Held& b) { return a.id < b.id; });
  EXPECT_TRUE(all[0].is_busy && all[0].is_new && !all[0].is_writing);
  EXPECT_EQ(all[0].rests, 8s);
  EXPECT_TRUE(!all[1].is_busy && all[1].is_new && !all[1].is_writing);
  EXPECT_EQ(all[1].rests, 5s);
  EXPECT_GE(all[1].bytes, 1000u);
  EXPECT_TRUE(!all[2].is_busy && !all[2].is_new && all[2].is_writing);
  EXPECT_EQ(all[2].rests, 3s) << "since something was taken";
  EXPECT_EQ(all[2].payer, parse_address("192.0.2.1"));
}

TEST(Connections, AreNumberedInSteps) {
  Connections third([](const Connection&) {}, 5, 3);
  EXPECT_EQ(third.add(Connection()), 5u);
  EXPECT_EQ(third.add(Connection()), 8u);
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

// What the system has sent is not what the client has taken.
TEST(Connection, KnowsWhatTheClientHasTaken) {
  const Descriptor listening = listen_on("127.0.0.1", 0);
  testing::RawClient client(port_of(listening), testing::RawClient::Failure::unexpected, 4096);
  Connection connection;
  while (!connection.socket.is_open()) connection.socket = accept_from(listening).socket;
  EXPECT_TRUE(connection.is_taken());
  const std::string bytes(2 << 20, 'x');
  size_t size = 0;
  while ((size = send_some(connection.socket.get(), bytes)) > 0) connection.handed += size;
  EXPECT_LT(connection.handed, size_t{400 << 10}) << "the system keeps more than it was told to";
  EXPECT_FALSE(connection.is_taken());
  connection.note_taken(connection.has_taken(), kStart);
  EXPECT_LT(connection.taken, connection.handed);
  constexpr size_t kLeast = 16 << 10;
  EXPECT_TRUE(connection.is_taking(kLeast, 10s, kStart + 9s));
  EXPECT_EQ(connection.deadline, kStart + 10s);
  EXPECT_FALSE(connection.is_taking(kLeast, 10s, kStart + 11s));
  while (connection.has_taken() < connection.taken + kLeast) ASSERT_TRUE(client.skip(1024));
  EXPECT_TRUE(connection.is_taking(kLeast, 10s, kStart + 11s));
  EXPECT_EQ(connection.deadline, kStart + 21s);
  while (connection.has_taken() < connection.handed) ASSERT_TRUE(client.skip(1024));
  EXPECT_TRUE(connection.is_taken());
  connection.output = "more";
  EXPECT_FALSE(connection.is_taken());
}

}  // namespace
}  // namespace signpost
