// server_test.cc - real sockets on the loopback: connections, limits, time-outs, bad clients.
#include "net/server.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <latch>
#include <thread>

#include "base/error.h"
#include "base/file_io.h"
#include "patient_server.h"
#include "raw_client.h"
#include "test_site.h"

namespace signpost {
namespace {

using testing::Answer;
using testing::RawClient;
using testing::refuse;
using namespace std::chrono_literals;

// "/big" answers 2 MB, "/echo" what came, anything else "hello".
Response answer_by_path(const Request& request) {
  if (request.path == "/big") return text_response(200, std::string(2 << 20, 'x'));
  if (request.path == "/not-modified") return text_response(304, "");
  if (request.path == "/no-content") return text_response(204, "");
  if (request.path != "/echo") return text_response(200, "hello");
  std::string text = request.method + " " + request.query.get("q").value_or("-");
  text += " range=" + request.header("range") + " encoding=" + request.header("accept-encoding");
  return text_response(200, text);
}

class ServerTest : public ::testing::Test {
 protected:
  ServerTest() : ServerTest(options()) {}
  explicit ServerTest(const ListenerOptions& options) : server_(options, {answer_by_path, refuse}) {
    server_.start();
  }
  static ListenerOptions options() {
    ListenerOptions options;
    options.threads = 2;
    options.loops = 3;
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
  client.send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  EXPECT_EQ(client.receive().body, "hello");
  EXPECT_TRUE(client.is_closed_within(5s));
}

TEST_F(ServerTest, AnswersPipelinedRequestsInOrder) {
  RawClient client(port());
  client.send(
      "GET /echo?q=1 HTTP/1.1\r\nHost: a\r\n\r\nGET /echo?q=2 HTTP/1.1\r\nHost: a\r\n\r\nGET /echo?q=3 "
      "HTTP/1.1\r\nHost: a\r\n\r\n");
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
  client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
  const Answer head = client.receive(true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.header("Content-Length"), "5");
  EXPECT_EQ(head.header("Accept-Ranges"), "");
  EXPECT_EQ(client.get("/").body, "hello");  // nothing of a body was in between
}

TEST_F(ServerTest, WhatHasNoContentHasNoLength) {
  RawClient client(port());
  const Answer got = client.get("/not-modified");
  EXPECT_EQ(got.status, 304);
  EXPECT_EQ(got.header("Content-Length"), "");
  EXPECT_EQ(client.get("/").body, "hello");
  const Answer empty = client.get("/no-content");
  EXPECT_EQ(empty.status, 204);
  EXPECT_EQ(empty.header("Content-Length"), "");
  EXPECT_EQ(empty.header("Content-Type"), "");
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
  client.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n");
  RawClient other(port());
  EXPECT_EQ(other.get("/").body, "hello");
  EXPECT_EQ(client.receive().body.size(), size_t{2 << 20});
  EXPECT_EQ(client.get("/").body, "hello");
}

TEST_F(ServerTest, IdleConnectionsHoldNoThread) {
  std::vector<std::unique_ptr<RawClient>> idle;
  for (int i = 0; i < 100; ++i) {
    idle.push_back(std::make_unique<RawClient>(port()));
    ASSERT_EQ(idle.back()->get("/").body, "hello");
  }
  for (auto& client : idle) EXPECT_EQ(client->get("/").body, "hello");
}

// What is still being made and what its client has not taken yet both arrive, though by then the server stops
// and has closed the connection of whoever asks for nothing.
TEST(Server, StopLetsAnswersUnderWayEnd) {
  std::latch asked(1);
  std::latch may_answer(1);
  ListenerOptions options = testing::patient_options();
  options.last_chance = 0ms;
  const auto handler = [&](const Request& request) {
    if (request.path != "/slow") return answer_by_path(request);
    asked.count_down();
    may_answer.wait();
    return text_response(200, "made at last");
  };
  Server server(options, {handler, refuse});
  server.start();
  RawClient idle(server.port());
  ASSERT_EQ(idle.get("/").status, 200);
  RawClient slow(server.port());
  slow.send("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n");
  RawClient large(server.port(), RawClient::Failure::unexpected, 4096);
  large.send("GET /big HTTP/1.1\r\nHost: a\r\n\r\n");
  asked.wait();
  testing::wait_until([&] { return server.stats().buffered > 1 << 20; });  // it waits for its client
  std::thread stopping([&server] { server.stop(60s); });
  EXPECT_TRUE(idle.is_closed_within(60s));
  may_answer.count_down();
  EXPECT_EQ(slow.receive().body, "made at last");
  EXPECT_EQ(large.receive().body.size(), size_t{2 << 20});
  stopping.join();
}

// All of them together may be far larger than what connections may hold in memory.
TEST(Server, SendsFilesOfAnySize) {
  const testing::TemporaryDirectory folder;
  std::string bytes(8 << 20, '\0');
  for (size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * i >> 5);
  write_file(folder.path() + "/file", bytes);
  ListenerOptions options = testing::patient_options();
  options.max_buffered = 1 << 20;
  const auto handler = [&](const Request& request) {
    if (request.path != "/file") return text_response(200, "hello");
    Response response;
    response.file = {std::make_shared<const RandomFile>(folder.path() + "/file"), bytes.size()};
    return response;
  };
  Server server(options, {handler, refuse});
  server.start();
  RawClient clients[] = {RawClient(server.port()), RawClient(server.port()), RawClient(server.port())};
  for (RawClient& client : clients) client.send("GET /file HTTP/1.1\r\nHost: a\r\n\r\n");
  for (RawClient& client : clients) {
    EXPECT_TRUE(client.receive().body == bytes);
    EXPECT_EQ(client.get("/").body, "hello");
  }
  clients[0].send("HEAD /file HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(clients[0].receive(true).header("Content-Length"), std::to_string(bytes.size()));
  EXPECT_EQ(clients[0].get("/").body, "hello");
  EXPECT_EQ(server.stats().cut_off, 0u);
}

// Whoever has a connection gets an answer, the last one with "Connection: close"; nobody is let in any more.
TEST(Server, StopsUnderLoadWithoutAnError) {
  ListenerOptions options;
  options.threads = 2;
  options.last_chance = 60s;  // none of the clients rests that long, however slow this machine is
  Server server(options, {answer_by_path, refuse});
  server.start();
  const int port = server.port();
  std::atomic<int> good{0};
  std::atomic<int> bad{0};
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i) {
    clients.emplace_back([&] {
      RawClient client(port);
      bool is_last = false;
      while (!is_last) {
        const Answer got = client.get("/");
        ++(got.body == "hello" ? good : bad);
        is_last = got.status != 200 || got.header("Connection") == "close";
      }
    });
  }
  while (good < 200) std::this_thread::sleep_for(1ms);
  server.stop(60s);
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(bad, 0);
  EXPECT_FALSE(RawClient(port, RawClient::Failure::allowed).is_connected());
}

TEST_F(ServerTest, SaysThatAPortIsTaken) {
  ListenerOptions taken = options();
  taken.port = port();
  try {
    Server second(taken, {answer_by_path, refuse});
    FAIL() << "two servers on one port";
  } catch (const Error& error) {
    EXPECT_EQ(std::string(error.what()),
              "port " + std::to_string(port()) + " is in use on 127.0.0.1; choose another one with --port");
  }
}

TEST_F(ServerTest, TakesTheNextFreePortOfThoseThatItMay) {
  ListenerOptions taken = options();
  taken.port = port();
  taken.ports = 20;
  const Server second(taken, {answer_by_path, refuse});
  EXPECT_GT(second.port(), port());
  EXPECT_LT(second.port(), port() + 20);
}

// The library would send the text of the exception.
TEST(Server, KeepsExceptionsToItself) {
  const auto fail = [](const Request& request) -> Response {
    if (request.path == "/number") throw 7;
    throw std::runtime_error("secret");
  };
  Server server(ListenerOptions{}, {fail, refuse});
  server.start();
  for (const char* target : {"/", "/number"}) {
    const Answer got = RawClient(server.port()).get(target);
    EXPECT_EQ(got.status, 500);
    EXPECT_EQ(got.body, "refused");
    EXPECT_EQ(got.head.find("secret"), std::string::npos);
    EXPECT_EQ(got.head.find("EXCEPTION"), std::string::npos);
  }
}

}  // namespace
}  // namespace signpost
