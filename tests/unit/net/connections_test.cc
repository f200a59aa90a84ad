// connections_test.cc - which connections are late or idle, what they hold, and who makes room.
#include "net/connections.h"

#include <gmock/gmock.h>

#include "raw_client.h"

namespace signpost {
namespace {

using ::testing::UnorderedElementsAre;
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

// Bytes, and who pays.
struct Holding {
  size_t bytes;
  const char* payer;  // nullptr: nobody but itself
  std::chrono::seconds rests = 0s;
  ConnectionState state = ConnectionState::writing;
};

class WhoMakesRoom : public ConnectionsTest {
 protected:
  // They are numbered from 1 on.
  void hold(const std::vector<Holding>& all) {
    for (const Holding& each : all) {
      Connection connection;
      connection.state = each.state;
      connection.taken_at = connection.since = kStart - each.rests;
      connection.output = std::string(each.bytes, 'x');
      if (each.payer != nullptr) connection.payer = parse_address(each.payer);
      const uint64_t id = connections_.add(std::move(connection));
      connections_.count(id, *connections_.find(id));
    }
  }
};

using Ids = std::vector<uint64_t>;

TEST_F(WhoMakesRoom, TheHeaviestOfTheHeaviest) {
  hold({{9000, "192.0.2.1"}, {5000, "192.0.2.2"}, {7000, "192.0.2.2"}, {100, nullptr}, {8000, nullptr}});
  EXPECT_EQ(connections_.heaviest(30000, 30000, kStart), Ids{});
  EXPECT_EQ(connections_.heaviest(28000, 30000, kStart), Ids{3}) << "12000 of one address";
  EXPECT_EQ(connections_.heaviest(20000, 30000, kStart), (Ids{3, 1}));
  EXPECT_EQ(connections_.heaviest(10000, 30000, kStart), (Ids{3, 1, 5}));
  EXPECT_EQ(connections_.heaviest(0, 30000, kStart), (Ids{3, 1, 5, 2, 4}));
  EXPECT_EQ(connections_.heaviest(30000, 10000, kStart), Ids{3}) << "more than a share";
  EXPECT_THAT(connections_.heaviest(30000, 4000, kStart), UnorderedElementsAre(1, 3, 2, 5))
      << "the small one stays";
}

// A client that reads has less than one that lets the same lie, and those that hold nothing are never asked.
TEST_F(WhoMakesRoom, WhatLiesWeighsMore) {
  hold({{9000, nullptr, 0s}, {5000, nullptr, 5s}, {5000, nullptr, 3s}, {0, nullptr, 60s}});
  EXPECT_EQ(connections_.heaviest(16000, 20000, kStart), Ids{2});
  EXPECT_EQ(connections_.heaviest(0, 20000, kStart), (Ids{2, 3, 1}));
}

TEST_F(WhoMakesRoom, AWorkerHasNoneOfThem) {
  hold({{9000, nullptr, 9s, ConnectionState::answering}, {10, nullptr, 0s}});
  EXPECT_EQ(connections_.heaviest(0, 0, kStart), Ids{});
  EXPECT_EQ(connections_.most_crowded(9, kStart), Ids{2});
}

TEST_F(WhoMakesRoom, TheMostCrowdedAddress) {
  constexpr auto reading = ConnectionState::reading;
  hold({{0, "192.0.2.1", 1s, reading},
        {0, nullptr, 19s, reading},
        {0, "192.0.2.2", 2s, reading},
        {0, "192.0.2.2", 9s, reading},
        {0, "192.0.2.2", 3s, reading},
        {0, nullptr, 5s, ConnectionState::lingering},
        {0, "192.0.2.2", 60s}});
  EXPECT_EQ(connections_.most_crowded(1, kStart), Ids{4}) << "the oldest of three";
  EXPECT_EQ(connections_.most_crowded(4, kStart), (Ids{4, 5, 2, 6}));
  EXPECT_EQ(connections_.most_crowded(9, kStart), (Ids{4, 5, 2, 6, 3, 1})) << "one has an answer under way";
}

// Whoever connects and asks nothing displaces others like that, however fast they come.
TEST_F(WhoMakesRoom, HalfIsForThoseWhoAsk) {
  constexpr auto reading = ConnectionState::reading;
  hold({{0, nullptr, 9s, reading},
        {0, nullptr, 8s, reading},
        {0, nullptr, 1s, reading},
        {0, nullptr, 2s, reading}});
  for (const uint64_t id : {1, 2}) connections_.find(id)->handed = 1;
  EXPECT_EQ(connections_.most_crowded(1, kStart), Ids{1}) << "no more than half are new";
  hold({{0, nullptr, 0s, reading}});
  EXPECT_EQ(connections_.most_crowded(2, kStart), (Ids{4, 3}));
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
