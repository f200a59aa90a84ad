// untaken_answers_test.cc - clients that ask and don't take the answers: what they hold, how long, and who
// pays.
#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "net/server.h"
#include "patient_server.h"
#include "raw_client.h"

namespace signpost {
namespace {

using testing::patient_options;
using testing::RawClient;
using testing::refuse;
using testing::wait_until;
using namespace std::chrono_literals;

const std::string kAsk = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

// However large it is, whether there will be more requests, and whether it has left us already.
TEST(UntakenAnswers, WhoTakesNoAnswerIsCutOff) {
  ListenerOptions short_time = patient_options();
  short_time.take_timeout = 200ms;
  Server server(short_time, {[](const Request& request) {
                               return text_response(200,
                                                    std::string(std::stoul(request.path.substr(1)), 'x'));
                             },
                             refuse});
  server.start();
  uint64_t cut_off = 0;
  for (const char* size : {"40000", "400000", "12000000"}) {
    for (const char* header : {"", "Connection: close\r\n"}) {
      for (const bool finished : {false, true}) {
        RawClient client(server.port(), RawClient::Failure::unexpected, 4096);
        client.send("GET /" + std::string(size) + " HTTP/1.1\r\nHost: a\r\n" + header + "\r\n");
        if (finished) client.finish();
        ++cut_off;
        wait_until([&] { return server.stats().not_taken == cut_off; });
        wait_until([&] { return server.stats().connections == 0; });
        EXPECT_LT(client.receive().body.size(), std::stoul(size));
      }
    }
  }
  EXPECT_EQ(server.stats().cut_off, 0u);
}

TEST(UntakenAnswers, GoWithWhoHasGone) {
  Server server(patient_options(),
                {[](const Request&) { return text_response(200, std::string(40000, 'x')); }, refuse});
  server.start();
  for (const char* header : {"", "Connection: close\r\n"}) {
    RawClient client(server.port(), RawClient::Failure::unexpected, 4096);
    client.send("GET / HTTP/1.1\r\nHost: a\r\n" + std::string(header) + "\r\n");
    ASSERT_TRUE(client.skip(1));  // the answer is on its way
    client.finish();
    EXPECT_TRUE(RawClient(server.port()).get("/").status == 200);  // by now the service knows that
    client.reset();
    wait_until([&] { return server.stats().connections == 0; });
    EXPECT_EQ(server.stats().not_taken, 0u);
  }
}

// The bytes are with the system by then, and the client has said that it will ask no more.
TEST(UntakenAnswers, AreTakenByWhoHasFinishedAsking) {
  Server server(patient_options(),
                {[](const Request&) { return text_response(200, std::string(60000, 'x')); }, refuse});
  server.start();
  RawClient client(server.port(), RawClient::Failure::unexpected, 4096);
  client.send(kAsk);
  client.finish();
  RawClient(server.port()).get("/");
  EXPECT_EQ(client.receive().body.size(), 60000u);
  wait_until([&] { return server.stats().connections == 0; });
}

TEST(UntakenAnswers, AreAllThatIsMadeForWhoAsksOnAndOn) {
  ListenerOptions short_time = patient_options();
  short_time.take_timeout = 200ms;
  std::atomic<int> answers{0};
  Server server(short_time, {[&](const Request&) {
                               ++answers;
                               return text_response(200, std::string(20000, 'x'));
                             },
                             refuse});
  server.start();
  RawClient client(server.port(), RawClient::Failure::unexpected, 4096);
  std::string requests;
  for (int i = 0; i < 900; ++i) requests += kAsk;
  client.send(requests);
  wait_until([&] { return server.stats().not_taken == 1; });
  EXPECT_LT(answers, 20);
}

TEST(UntakenAnswers, AnswersThatNobodyTakesHoldLittleMemory) {
  ListenerOptions small = patient_options();
  small.max_buffered = 30 << 20;
  Server server(small,
                {[](const Request&) { return text_response(200, std::string(12 << 20, 'x')); }, refuse});
  server.start();
  std::vector<std::unique_ptr<RawClient>> clients;
  for (uint64_t i = 1; i <= 6; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.port()));
    clients.back()->send(kAsk);
    wait_until([&] {  // until it holds its own, and more of it than the system keeps for a client
      const ListenerStats stats = server.stats();
      return stats.buffered / (11 << 20) + stats.cut_off == i;
    });
  }
  wait_until([&] { return server.stats().cut_off == 4; });  // two fit
  EXPECT_LE(server.stats().buffered, size_t{30 << 20});
  EXPECT_EQ(clients.back()->receive().body.size(), size_t{12 << 20}) << "what lies longest goes first";
}

// Three of them hold more than all may hold together. There are no addresses to tell them by.
TEST(UntakenAnswers, WhoHoldsMuchCostsNobodyElseAConnection) {
  constexpr size_t kBig = 12 << 20;
  Server server(patient_options(), {[](const Request& request) {
                                      const size_t size = request.path == "/big" ? kBig : 20000;
                                      return text_response(200, std::string(size, 'x'));
                                    },
                                    refuse});
  server.start();
  std::vector<std::unique_ptr<RawClient>> good;
  for (int i = 0; i < 300; ++i) {
    good.push_back(std::make_unique<RawClient>(server.port()));
    ASSERT_EQ(good.back()->get("/").status, 200);
  }
  for (uint64_t round = 1; round <= 3; ++round) {
    std::vector<std::unique_ptr<RawClient>> hostile;
    for (int i = 0; i < 3; ++i) {
      hostile.push_back(std::make_unique<RawClient>(server.port()));
      hostile.back()->send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    wait_until([&] { return server.stats().cut_off >= round; });
    for (size_t i = 0; i < good.size(); ++i) ASSERT_EQ(good[i]->get("/").body.size(), 20000u) << i;
  }
}

// A share is half of what all may hold.
TEST(UntakenAnswers, WhoHoldsMoreThanAShareIsCutOff) {
  ListenerOptions small = patient_options();
  small.max_buffered = 20 << 20;
  small.admission.uncounted = {};
  Server server(small,
                {[](const Request&) { return text_response(200, std::string(6 << 20, 'x')); }, refuse});
  server.start();
  RawClient first(server.port());
  first.send(kAsk);
  wait_until([&] { return server.stats().buffered > 0; });
  RawClient second(server.port());
  second.send(kAsk);
  wait_until([&] { return server.stats().cut_off == 1; });
  EXPECT_EQ(second.receive().body.size(), size_t{6 << 20});
}

// Through a listed proxy, where each request says whose it is: three small ones of one client weigh more than
// one large one of another.
TEST(UntakenAnswers, AreThoseOfTheClientBehindAProxy) {
  ListenerOptions small = patient_options();
  small.max_buffered = 18 << 20;
  small.admission.proxies = {*parse_network("127.0.0.0/8")};
  Server server(small, {[](const Request& request) {
                          return text_response(200,
                                               std::string(std::stoul(request.path.substr(1)) << 20, 'x'));
                        },
                        refuse});
  server.start();
  const auto ask = [](RawClient& client, const std::string& megabytes, const std::string& address) {
    client.send("GET /" + megabytes + " HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: " + address + "\r\n\r\n");
  };
  RawClient modest(server.port());
  ask(modest, "7", "192.0.2.1");
  wait_until([&] { return server.stats().buffered > size_t{6 << 20}; });
  std::vector<std::unique_ptr<RawClient>> greedy;
  for (int i = 0; i < 3; ++i) {
    greedy.push_back(std::make_unique<RawClient>(server.port()));
    ask(*greedy.back(), "4", "192.0.2.2");
  }
  wait_until([&] { return server.stats().cut_off == 1; });
  EXPECT_EQ(modest.receive().body.size(), size_t{7 << 20});
}

}  // namespace
}  // namespace signpost
