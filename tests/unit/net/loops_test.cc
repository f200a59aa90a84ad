// loops_test.cc - several threads watch sockets, and give answers that lie ready themselves: limits, order,
// fairness and the end are those of one.
#include <gtest/gtest.h>

#include <atomic>
#include <ctime>
#include <latch>
#include <mutex>
#include <set>
#include <thread>

#include "net/server.h"
#include "patient_server.h"
#include "raw_client.h"

namespace signpost {
namespace {

using testing::Answer;
using testing::patient_options;
using testing::RawClient;
using testing::refuse;
using testing::wait_until;
using namespace std::chrono_literals;

const std::string kEnd = " HTTP/1.1\r\nHost: a\r\n\r\n";

// The same for "/kept..." from both, if only one of them is asked.
Response respond(const Request& request) {
  Response response = text_response(200, "it is " + request.path);
  response.headers = {{"X-One", "1"}, {"ETag", "\"tag\""}, {"Bad", "two\r\nlines"}};
  if (request.path == "/kept-304" || request.path == "/304") response.status = 304;
  return response;
}

std::shared_ptr<const KeptAnswer> keep(const Request& request) {
  if (!request.path.starts_with("/kept")) return nullptr;
  return std::make_shared<const KeptAnswer>(respond(request));
}

Server::Handlers handlers() { return {.answer = respond, .refuse = refuse, .at_once = keep}; }

TEST(Loops, GiveTheSameBytesAsAWorker) {
  Server by_loop(patient_options(), handlers());
  Server by_worker(patient_options(), {.answer = respond, .refuse = refuse});
  by_loop.start();
  by_worker.start();
  uint64_t given = 0;
  for (const std::string path : {"/kept", "/kept-304"}) {
    for (const std::string method : {"GET", "HEAD"}) {
      const bool no_body = method == "HEAD";
      RawClient clients[] = {RawClient(by_loop.port()), RawClient(by_worker.port())};
      Answer answers[2];
      for (int i = 0; i < 2; ++i) {
        clients[i].send(method + " " + path + kEnd);
        answers[i] = clients[i].receive(no_body);
        EXPECT_EQ(clients[i].get("/next").body, "it is /next") << "another length than was said";
      }
      EXPECT_EQ(answers[0].head, answers[1].head);
      EXPECT_EQ(answers[0].body, answers[1].body);
      EXPECT_EQ(by_loop.stats().given_at_once, ++given);
    }
  }
  EXPECT_EQ(by_worker.stats().given_at_once, 0u);
}

TEST(Loops, ShareTheWork) {
  std::mutex mutex;
  std::set<std::thread::id> loops;
  Server server(patient_options(),
                {.answer = respond, .refuse = refuse, .at_once = [&](const Request& request) {
                   const std::lock_guard lock(mutex);
                   loops.insert(std::this_thread::get_id());
                   return keep(request);
                 }});
  server.start();
  // The system chooses by port: that none of so many goes to one of three is as good as impossible.
  for (int i = 0; i < 200; ++i) ASSERT_EQ(RawClient(server.port()).get("/kept").status, 200);
  EXPECT_EQ(loops.size(), 3u);
}

TEST(Loops, SayWhichAnswerIsTheLast) {
  ListenerOptions options = patient_options();
  options.max_requests = 3;
  Server server(options, handlers());
  server.start();
  RawClient client(server.port());
  for (int i = 0; i < 3; ++i) EXPECT_EQ(client.get("/kept").header("Connection"), i < 2 ? "" : "close");
  EXPECT_TRUE(client.is_closed_within(20s));
  RawClient other(server.port());
  EXPECT_EQ(other.get("/kept", "Connection: close\r\n").header("Connection"), "close");
}

TEST(Loops, KeepTheOrderOfWhatIsSentAtOnce) {
  Server server(patient_options(), handlers());
  server.start();
  RawClient client(server.port());
  std::string bytes;
  for (int i = 0; i < 100; ++i)
    bytes += "GET /" + std::string(i % 3 == 0 ? "made" : "kept") + std::to_string(i) + kEnd;
  client.send(bytes);
  for (int i = 0; i < 100; ++i)
    ASSERT_EQ(client.receive().body,
              "it is /" + std::string(i % 3 == 0 ? "made" : "kept") + std::to_string(i));
}

// All of it fits nowhere, so that what is left is kept with the connection, and read on when it is taken.
TEST(Loops, GiveLargeAnswersToSlowReaders) {
  const auto large = std::make_shared<const KeptAnswer>(text_response(200, std::string(3 << 20, 'x')));
  Server server(patient_options(),
                {.answer = respond, .refuse = refuse, .at_once = [&](const Request& request) {
                   return request.path == "/kept" ? large : nullptr;
                 }});
  server.start();
  RawClient client(server.port(), RawClient::Failure::unexpected, 4096);
  client.send("GET /kept" + kEnd + "GET /kept" + kEnd + "GET /next" + kEnd);
  wait_until([&] { return server.stats().buffered > 2 << 20; });
  for (int i = 0; i < 2; ++i) EXPECT_TRUE(client.receive().body == large->response().body);
  EXPECT_EQ(client.receive().body, "it is /next");
}

// The first has everything that it will ask for in our hands before the second asks.
TEST(Loops, WhoSendsManyAtOnceStarvesNobody) {
  ListenerOptions one = patient_options();
  one.loops = 1;
  std::latch begun(1);
  std::latch others_asked(1);
  std::atomic<int> given{0};
  std::atomic<int> given_before{-1};
  Server server(one, {.answer = respond, .refuse = refuse, .at_once = [&](const Request& request) {
                        if (request.path == "/kept-other") given_before = given.load();
                        if (request.path == "/kept" && given++ == 0) {
                          begun.count_down();
                          others_asked.wait();
                        }
                        return keep(request);
                      }});
  server.start();
  RawClient other(server.port());
  EXPECT_EQ(other.get("/made").status, 200);
  RawClient greedy(server.port());
  std::string bytes;
  for (int i = 0; i < 900; ++i) bytes += "GET /kept" + kEnd;
  greedy.send(bytes);
  begun.wait();
  other.send("GET /kept-other" + kEnd);
  EXPECT_NO_THROW(wait_until([&] { return other.is_delivered(); }));
  others_asked.count_down();
  EXPECT_EQ(other.receive().status, 200);
  for (int i = 0; i < 900; ++i) ASSERT_EQ(greedy.receive().body, "it is /kept");
  EXPECT_GE(given_before, 1);
  EXPECT_LT(given_before, 100);
}

TEST(Loops, ShareTheLimitOfConnections) {
  ListenerOptions few = patient_options();
  few.max_connections = 20;
  Server server(few, handlers());
  server.start();
  std::vector<std::unique_ptr<RawClient>> clients;
  for (uint64_t i = 0; i < 100; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.port()));
    EXPECT_EQ(clients.back()->get(i % 2 == 0 ? "/kept" : "/made").status, 200);
    EXPECT_LE(server.stats().connections, 20u);
  }
  EXPECT_EQ(server.stats().accepted, 100u);
  wait_until([&] { return server.stats().cut_off >= 80; });
  EXPECT_EQ(server.stats().connections, 20u);
}

// All who are in are being answered, so nobody can go: one waits at the door, and another keeps the listening
// socket ready.
TEST(Loops, RestWhileNobodyCanBeLetIn) {
  ListenerOptions few = patient_options();
  few.loops = 1;
  few.max_connections = 2;
  std::latch asked(2);
  std::latch answered(1);
  Server server(few, {.answer =
                          [&](const Request& request) {
                            if (request.path == "/held") {
                              asked.count_down();
                              answered.wait();
                            }
                            return respond(request);
                          },
                      .refuse = refuse});
  server.start();
  RawClient held[] = {RawClient(server.port()), RawClient(server.port())};
  for (RawClient& client : held) client.send("GET /held" + kEnd);
  asked.wait();
  RawClient waiting[] = {RawClient(server.port()), RawClient(server.port())};
  for (RawClient& client : waiting) client.send("GET /next" + kEnd);
  const std::clock_t before = std::clock();
  EXPECT_TRUE(waiting[0].is_silent_for(500ms));
  EXPECT_LT(std::clock() - before, CLOCKS_PER_SEC / 4) << "processor time of a loop that never rests";
  answered.count_down();
  wait_until([&] { return server.stats().accepted == 4; });
}

TEST(Loops, CountWhatOneAddressHasInAllOfThem) {
  ListenerOptions few = patient_options();
  few.admission.connections = 12;
  few.admission.uncounted = {};
  Server server(few, handlers());
  server.start();
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 12; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.port()));
    EXPECT_EQ(clients.back()->get("/kept").status, 200);
  }
  for (int i = 0; i < 6; ++i) EXPECT_TRUE(RawClient(server.port()).is_closed_within(20s));
  EXPECT_EQ(server.stats().turned_away, 6u);
}

// Each client keeps asking until it is told that this was the last answer.
TEST(Loops, StopWithoutLosingARequest) {
  ListenerOptions options = patient_options();
  options.last_chance = 60s;
  Server server(options, handlers());
  server.start();
  std::atomic<int> good{0};
  std::atomic<int> bad{0};
  std::vector<std::thread> clients;
  clients.reserve(12);
  for (int i = 0; i < 12; ++i) {
    clients.emplace_back([&, port = server.port()] {
      RawClient client(port);
      for (bool is_last = false; !is_last;) {
        const Answer got = client.get("/kept");
        ++(got.body == "it is /kept" ? good : bad);
        is_last = got.status != 200 || got.header("Connection") == "close";
      }
    });
  }
  wait_until([&] { return good > 500; });
  server.stop(60s);
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(bad, 0);
  EXPECT_GT(server.stats().given_at_once, 100u);
}

}  // namespace
}  // namespace signpost
