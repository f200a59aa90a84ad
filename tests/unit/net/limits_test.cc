// limits_test.cc - what one client, or many, can't take from the others: time, threads, the queue,
// connections.
#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "base/file_io.h"
#include "net/server.h"
#include "patient_server.h"
#include "raw_client.h"
#include "test_site.h"

namespace signpost {
namespace {

using testing::Answer;
using testing::patient_options;
using testing::RawClient;
using testing::refuse;
using testing::wait_until;
using namespace std::chrono_literals;

const std::string kRequest = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

Response say_hello(const Request&) { return text_response(200, "hello"); }
// Holds requests until it is opened.
class Gate {
 public:
  Response pass() {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
    return text_response(200, "hello");
  }
  void wait_for(int waiting) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ >= waiting; });
  }
  // At the latest when the test is over, whatever came of it.
  std::shared_ptr<void> opener() {
    return {nullptr, [this](void*) { open(); }};
  }
  void open() {
    const std::lock_guard lock(mutex_);
    open_ = true;
    changed_.notify_all();
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int waiting_ = 0;
  bool open_ = false;
};

TEST(Limits, SlowClientsHoldNoThread) {
  Server server(patient_options(), {say_hello, refuse});
  server.start();
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 200; ++i) {
    slow.push_back(std::make_unique<RawClient>(server.port()));
    slow.back()->send(i % 2 == 0 ? "GET / HT" : "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc");
  }
  EXPECT_EQ(RawClient(server.port()).get("/").body, "hello");
  slow[0]->send("TP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(slow[0]->receive().body, "hello");
}

// The bytes that drip in come within any pause that a time-out for each of them would allow.
TEST(Limits, ARequestHasOneDeadlineHoweverItsBytesCome) {
  ListenerOptions short_time = patient_options();
  short_time.request_timeout = 300ms;
  Server server(short_time, {say_hello, refuse});
  server.start();
  for (const std::string start :
       {"GET / HTTP/1.1\r\nHost: a\r\nX: ", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nFFF0\r\n"}) {
    RawClient client(server.port());
    client.send(start);
    while (client.is_silent_for(20ms)) client.send("x");
    EXPECT_EQ(client.receive().status, 408);
  }
}

TEST(Limits, IdleConnectionsHaveATimeOfTheirOwn) {
  ListenerOptions short_idle = patient_options();
  short_idle.idle_timeout = 100ms;
  Server server(short_idle, {say_hello, refuse});
  server.start();
  RawClient client(server.port());
  EXPECT_EQ(client.get("/").body, "hello");
  EXPECT_TRUE(client.is_closed_within(20s)) << "without a word: no request is there to be answered";
}

TEST(Limits, AFullQueueIsSaid) {
  Gate gate;
  ListenerOptions small = patient_options();
  small.max_queue = 3;
  Server server(small, {[&](const Request&) { return gate.pass(); }, refuse});
  server.start();
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 5; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.port()));
    clients.back()->send(kRequest);
    if (i < 2) gate.wait_for(i + 1);
  }
  wait_until([&] { return server.stats().queued == 3; });
  RawClient one_too_many(server.port());
  one_too_many.send(kRequest);
  const Answer refused = one_too_many.receive();
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.header("Retry-After"), "1");
  EXPECT_TRUE(one_too_many.is_closed_within(20s));
  gate.open();
  for (auto& client : clients) EXPECT_EQ(client->receive().body, "hello");
}

TEST(Limits, WhatWaitedTooLongIsNotWorkedOn) {
  Gate gate;
  ListenerOptions short_time = patient_options();
  short_time.threads = 1;
  short_time.request_timeout = 100ms;
  Server server(short_time, {[&](const Request&) { return gate.pass(); }, refuse});
  server.start();
  RawClient first(server.port());
  first.send(kRequest);
  gate.wait_for(1);
  RawClient second(server.port());
  second.send(kRequest);
  wait_until([&] { return server.stats().queued == 1; });
  std::this_thread::sleep_for(200ms);  // its deadline has to pass
  gate.open();
  EXPECT_EQ(first.receive().status, 200);
  EXPECT_EQ(second.receive().status, 503);
}

TEST(Limits, ConnectionsOfOneAddress) {
  ListenerOptions few = patient_options();
  few.admission.connections = 3;
  few.admission.uncounted = {};
  Server server(few, {say_hello, refuse});
  server.start();
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 3; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.port()));
    EXPECT_EQ(clients.back()->get("/").body, "hello");
  }
  RawClient fourth(server.port());
  EXPECT_TRUE(fourth.is_closed_within(20s));
  EXPECT_EQ(server.stats().turned_away, 1u);
  clients.pop_back();
  wait_until([&] { return server.stats().connections == 2; });
  EXPECT_EQ(RawClient(server.port()).get("/").body, "hello");
}

TEST(Limits, NewClientsTakeThePlaceOfThoseThatWaitLongest) {
  ListenerOptions few = patient_options();
  few.max_connections = 16;
  Server server(few, {say_hello, refuse});
  server.start();
  std::vector<std::unique_ptr<RawClient>> waiting;
  for (size_t i = 0; i < 16; ++i) {
    waiting.push_back(std::make_unique<RawClient>(server.port()));
    waiting.back()->send("GET / HT");
    wait_until([&] { return server.stats().accepted == i + 1; });
  }
  RawClient next(server.port());
  EXPECT_EQ(next.get("/").body, "hello");
  EXPECT_TRUE(waiting[0]->is_closed_within(20s));
  waiting[15]->send("TP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(waiting[15]->receive().body, "hello");
}

TEST(Limits, WhoConnectsAndAsksNothingDisplacesNobodyWhoAsks) {
  ListenerOptions few = patient_options();
  few.max_connections = 32;
  Server server(few, {say_hello, refuse});
  server.start();
  std::vector<std::unique_ptr<RawClient>> good;
  for (int i = 0; i < 10; ++i) {
    good.push_back(std::make_unique<RawClient>(server.port()));
    ASSERT_EQ(good.back()->get("/").body, "hello");
  }
  std::vector<std::unique_ptr<RawClient>> hostile;
  for (uint64_t i = 0; i < 200; ++i) {
    hostile.push_back(std::make_unique<RawClient>(server.port()));
    hostile.back()->send(i % 2 == 0 ? "" : "GET / HT");
    wait_until([&] { return server.stats().accepted == 10 + i + 1; });
  }
  EXPECT_GT(server.stats().cut_off, 150u);
  for (auto& client : good) EXPECT_EQ(client->get("/").body, "hello");
}

TEST(Limits, RequestsOfOneAddress) {
  ListenerOptions slow = patient_options();
  slow.admission.rate = 0.001;
  slow.admission.burst_seconds = 3000;
  Server server(slow, {say_hello, refuse});
  server.start();
  for (int i = 0; i < 3; ++i) EXPECT_EQ(RawClient(server.port()).get("/").status, 200);
  RawClient client(server.port());
  const Answer refused = client.get("/");
  EXPECT_EQ(refused.status, 429);
  EXPECT_GT(std::stoi(refused.header("Retry-After")), 900);
  EXPECT_TRUE(client.is_closed_within(20s));
  EXPECT_EQ(RawClient(server.port()).get("/", "X-Forwarded-For: 192.0.2.1\r\n").status, 429);
  RawClient head(server.port());
  head.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(head.receive(true).status, 429);
  EXPECT_TRUE(head.is_closed_within(20s)) << "a body for HEAD";
}

TEST(Limits, AListedProxyTellsClientsApart) {
  ListenerOptions slow = patient_options();
  slow.admission.rate = 0.001;
  slow.admission.burst_seconds = 1000;
  slow.admission.proxies = {*parse_network("127.0.0.0/8")};
  std::atomic<int> warned{0};
  Server server(slow, {.answer = [](const Request& request) { return text_response(200, request.client); },
                       .refuse = refuse,
                       .unlisted_proxy = [&warned] { ++warned; }});
  server.start();
  for (const char* client : {"192.0.2.1", "192.0.2.2"}) {
    const std::string header = std::string("X-Forwarded-For: ") + client + "\r\n";
    EXPECT_EQ(RawClient(server.port()).get("/", header).body, client);
    EXPECT_EQ(RawClient(server.port()).get("/", header).status, 429);
  }
  EXPECT_EQ(warned, 0);
}

TEST(Limits, WarnsOfAProxyThatIsNotListedOnce) {
  ListenerOptions limited = patient_options();
  limited.admission.rate = 100;
  std::atomic<int> warned{0};
  Server server(limited, {.answer = say_hello, .refuse = refuse, .unlisted_proxy = [&warned] { ++warned; }});
  server.start();
  RawClient client(server.port());
  for (int i = 0; i < 3; ++i) EXPECT_EQ(client.get("/", "X-Forwarded-For: 192.0.2.1\r\n").status, 200);
  EXPECT_EQ(warned, 1);
}

// Nobody would ever take it, and its time to do so is long.
TEST(Limits, AFileForAClientThatHasGoneIsGivenUp) {
  const testing::TemporaryDirectory folder;
  const std::string path = folder.path() + "/file";
  write_file(path, std::string(8 << 20, 'x'));
  Gate gate;
  ListenerOptions two = patient_options();
  two.threads = 2;
  two.loops = 1;  // so that it hears of one connection before it reads another
  Server server(two, {[&](const Request& request) {
                        if (request.path != "/file") return text_response(200, "hello");
                        Response response = gate.pass();
                        response.body.clear();
                        response.file = {std::make_shared<const RandomFile>(path), 8 << 20};
                        return response;
                      },
                      refuse});
  server.start();
  {
    RawClient other(server.port());
    RawClient client(server.port());
    client.send("GET /file HTTP/1.1\r\nHost: a\r\n\r\n");
    gate.wait_for(1);
    client.reset();
    EXPECT_EQ(other.get("/").body, "hello");  // by now the service knows that the other has gone
    gate.open();
  }
  wait_until([&] { return server.stats().connections == 0; });
}

// A disk that hangs.
class SlowFile : public ByteSource {
 public:
  explicit SlowFile(Gate& gate) : gate_(gate) {}
  void read(uint64_t, size_t size, std::string& out) const override {
    gate_.pass();
    out.assign(size, 'x');
  }

 private:
  Gate& gate_;
};

TEST(Limits, ADiskThatHangsHoldsUpNobodyElse) {
  Gate gate;
  Server server(patient_options(), {[&](const Request& request) {
                                      Response response = text_response(200, "hello");
                                      if (request.path == "/file") {
                                        response.body.clear();
                                        response.file = {std::make_shared<const SlowFile>(gate), 300'000};
                                      }
                                      return response;
                                    },
                                    refuse});
  server.start();
  std::vector<std::unique_ptr<RawClient>> waiting;
  for (int i = 0; i < 5; ++i) {
    waiting.push_back(std::make_unique<RawClient>(server.port()));
    waiting.back()->send("GET /file HTTP/1.1\r\nHost: a\r\n\r\n");
  }
  gate.wait_for(2);
  const auto opener = gate.opener();
  RawClient other(server.port());
  for (int i = 0; i < 20; ++i) ASSERT_EQ(other.get("/").body, "hello");
  gate.open();
  for (auto& client : waiting) EXPECT_EQ(client->receive().body, std::string(300'000, 'x'));
}

// A line for each would be a second flood.
TEST(Limits, RefusalsAreToldInNumbers) {
  std::mutex mutex;
  std::map<int, uint64_t> told;
  int calls = 0;
  {
    Server server(patient_options(), {say_hello, refuse, [&](const std::map<int, uint64_t>& counts) {
                                        const std::lock_guard lock(mutex);
                                        ++calls;
                                        for (const auto& [status, count] : counts) told[status] += count;
                                      }});
    server.start();
    for (int i = 0; i < 100; ++i) {
      RawClient client(server.port());
      client.send(i % 2 == 0 ? "NONSENSE\r\n\r\n"
                             : "GET / HTTP/1.1\r\nHost: a\r\nA:" + std::string(30000, 'x'));
      EXPECT_NE(client.receive().status, 200);
    }
  }
  EXPECT_EQ(told, (std::map<int, uint64_t>{{400, 50}, {431, 50}}));
  EXPECT_LT(calls, 50);
}

TEST(Limits, RequestsOnOneConnection) {
  ListenerOptions three = patient_options();
  three.max_requests = 3;
  Server server(three, {say_hello, refuse});
  server.start();
  RawClient client(server.port());
  for (int i = 0; i < 3; ++i) EXPECT_EQ(client.get("/").header("Connection"), i < 2 ? "" : "close");
  EXPECT_TRUE(client.is_closed_within(20s));
}

}  // namespace
}  // namespace signpost
