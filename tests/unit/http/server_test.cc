// server_test.cc - real sockets on the loopback: connections, limits, time-outs, bad clients.
#include "http/server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "content/error.h"
#include "raw_client.h"

namespace signpost {
namespace {

using testing::Answer;
using testing::RawClient;
using namespace std::chrono_literals;

// "/big" answers 2 MB, "/echo" what came, anything else "hello".
Response answer(const Request& request) {
  if (request.path == "/big") return text_response(200, std::string(2 << 20, 'x'));
  if (request.path == "/not-modified") return text_response(304, "");
  if (request.path != "/echo") return text_response(200, "hello");
  std::string text = request.method + " " + request.query.get("q").value_or("-");
  text += " range=" + request.header("range") + " encoding=" + request.header("accept-encoding");
  return text_response(200, text);
}

Response refuse(int status) { return text_response(status, "refused"); }

class ServerTest : public ::testing::Test {
 protected:
  ServerTest() : ServerTest(options()) {}
  explicit ServerTest(const ListenerOptions& options) : server_(options, {answer, refuse}) {
    server_.start();
  }
  static ListenerOptions options() {
    ListenerOptions options;
    options.threads = 2;
    options.head_timeout = 400ms;
    options.idle_timeout = 60s;
    return options;
  }
  int port() const { return server_.port(); }
  Server server_;
};

TEST_F(ServerTest, KeepsConnectionsAlive) {
  RawClient client(port());
  for (int i = 0; i < 20; ++i) {
    const Answer got = client.get("/");
    ASSERT_EQ(got.status, 200);
    ASSERT_EQ(got.body, "hello");
    ASSERT_EQ(got.head.find("Content-Length"), got.head.rfind("Content-Length"));
  }
  client.send("GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(client.receive().body, "hello");
  EXPECT_TRUE(client.is_closed_within(5s));
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
  RawClient client(port());
  client.send("GET /echo?q=1 HTTP/1.1\r\n\r\nGET /echo?q=2 HTTP/1.1\r\n\r\nGET /echo?q=3 HTTP/1.1\r\n\r\n");
  for (const char* want : {"1", "2", "3"}) EXPECT_EQ(client.receive().body.substr(4, 1), want);
}

TEST_F(ServerTest, EndsHttp10Connections) {
  RawClient client(port());
  client.send("GET / HTTP/1.0\r\n\r\n");
  EXPECT_EQ(client.receive().body, "hello");
  EXPECT_TRUE(client.is_closed_within(5s));
}

TEST_F(ServerTest, HeadHasTheLengthAndNoBody) {
  RawClient client(port());
  client.send("HEAD / HTTP/1.1\r\n\r\n");
  const Answer head = client.receive(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Content-Length"), "5");
  EXPECT_EQ(head.header("Accept-Ranges"), "");
  EXPECT_EQ(client.get("/").body, "hello");  // nothing of a body was in between
}

TEST_F(ServerTest, NotModifiedHasNoLength) {
  RawClient client(port());
  const Answer got = client.get("/not-modified");
  EXPECT_EQ(got.status, 304);
  EXPECT_EQ(got.header("Content-Length"), "");
  EXPECT_EQ(client.get("/").body, "hello");
}

// The library would act on these by itself: compress again, cut the body, wait for a body.
TEST_F(ServerTest, HandlersSeeAllHeaders) {
  RawClient client(port());
  const Answer got =
      client.get("/echo?q=why?%3F", "Range: bytes=0-1\r\nAccept-Encoding: br\r\nExpect: 100-continue\r\n");
  EXPECT_EQ(got.status, 200);
  EXPECT_EQ(got.body, "GET why?? range=bytes=0-1 encoding=br");
  EXPECT_EQ(got.header("Content-Encoding"), "");
}

TEST_F(ServerTest, SendsLargeBodiesToSlowReaders) {
  RawClient client(port());
  client.send("GET /big HTTP/1.1\r\n\r\n");
  RawClient other(port());
  EXPECT_EQ(other.get("/").body, "hello");
  EXPECT_EQ(client.receive().body.size(), size_t{2 << 20});
  EXPECT_EQ(client.get("/").body, "hello");
}

TEST_F(ServerTest, RefusesWhatIsNoRequest) {
  const std::pair<std::string, int> cases[] = {
      {"nonsense\r\n\r\n", 400},
      {"GET / HTTP/1.1\n\n", 400},
      {"\x16\x03\x01 tls hello\n", 400},
      {"GET / HTTP/9.9\r\n\r\n", 400},
      {"GET /%FF HTTP/1.1\r\n\r\n", 400},
      {"GET /" + std::string(9000, 'a') + " HTTP/1.1\r\n\r\n", 414},
      {"GET / HTTP/1.1\r\nX: " + std::string(20000, 'a') + "\r\n\r\n", 431},
  };
  for (const auto& [bytes, status] : cases) {
    RawClient client(port());
    client.send(bytes);
    EXPECT_EQ(client.receive().status, status) << bytes.substr(0, 40);
  }
  RawClient client(port());
  EXPECT_EQ(client.get("/").body, "hello");
}

// A body could hold what looks like the next request; it is never read as one.
TEST_F(ServerTest, EndsTheConnectionAfterABody) {
  RawClient client(port());
  client.send("GET / HTTP/1.1\r\nContent-Length: 40\r\n\r\nGET /echo?q=smuggled HTTP/1.1\r\n\r\n");
  EXPECT_EQ(client.receive().body, "hello");
  EXPECT_EQ(client.receive().status, 0);
}

TEST_F(ServerTest, SlowClientsHoldNobodyUp) {
  std::vector<std::unique_ptr<RawClient>> slow;
  for (int i = 0; i < 200; ++i) {
    slow.push_back(std::make_unique<RawClient>(port()));
    slow.back()->send("GET / HT");
  }
  RawClient client(port());
  const auto started = std::chrono::steady_clock::now();
  EXPECT_EQ(client.get("/").body, "hello");
  EXPECT_LT(std::chrono::steady_clock::now() - started, 300ms);
  EXPECT_EQ(slow.front()->receive().status, 408);
}

TEST_F(ServerTest, IdleConnectionsHoldNoThread) {
  std::vector<std::unique_ptr<RawClient>> idle;
  for (int i = 0; i < 100; ++i) {
    idle.push_back(std::make_unique<RawClient>(port()));
    ASSERT_EQ(idle.back()->get("/").body, "hello");
  }
  for (auto& client : idle) EXPECT_EQ(client->get("/").body, "hello");
}

TEST_F(ServerTest, StopLetsRequestsEnd) {
  RawClient idle(port());
  ASSERT_EQ(idle.get("/").status, 200);
  RawClient client(port());
  client.send("GET /big HTTP/1.1\r\n\r\n");
  std::thread reader([&client] { EXPECT_EQ(client.receive().body.size(), size_t{2 << 20}); });
  std::this_thread::sleep_for(50ms);  // the request has to be on its way, else there is nothing to let end
  server_.stop();
  reader.join();
  EXPECT_TRUE(idle.is_closed_within(1s));
}

TEST_F(ServerTest, SaysThatAPortIsTaken) {
  ListenerOptions taken = options();
  taken.port = port();
  try {
    Server second(taken, {answer, refuse});
    FAIL() << "two servers on one port";
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()),
              "port " + std::to_string(port()) + " is in use on 127.0.0.1; choose another one with --port");
  }
}

TEST(ServerLimits, TurnsAwayWhoIsTooMany) {
  ListenerOptions options;
  options.threads = 1;
  options.max_connections = 4;
  Server server(options, {answer, refuse});
  server.start();
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 4; ++i) {
    clients.push_back(std::make_unique<RawClient>(server.port()));
    ASSERT_EQ(clients.back()->get("/").status, 200);
  }
  // All four only wait, so they make room.
  RawClient next(server.port());
  EXPECT_EQ(next.get("/").status, 200);
}

TEST(ServerLimits, EndsConnectionsAfterSoManyRequests) {
  ListenerOptions options;
  options.threads = 1;
  options.max_requests = 3;
  Server server(options, {answer, refuse});
  server.start();
  RawClient client(server.port());
  for (int i = 0; i < 3; ++i) EXPECT_EQ(client.get("/").status, 200);
  EXPECT_TRUE(client.is_closed_within(5s));
}

}  // namespace
}  // namespace signpost
