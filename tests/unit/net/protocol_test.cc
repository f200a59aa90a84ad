// protocol_test.cc - one meaning for each request, over real sockets: what bytes get which answer, at once,
// and what is refused ends the connection. The cases of the parser by itself are in request_parser_test.cc.
#include <gtest/gtest.h>

#include "net/server.h"
#include "patient_server.h"
#include "raw_client.h"

namespace signpost {
namespace {

using testing::Answer;
using testing::patient_options;
using testing::RawClient;
using testing::refuse;
using namespace std::chrono_literals;

Response echo_method(const Request& request) {
  return text_response(
      request.method == "POST" ? 405 : 200,
      request.method + " " + request.path + (request.body.empty() ? "" : " ") + request.body);
}

// Its times are longer than a client of these tests waits: no answer comes because one was over.
class ProtocolTest : public ::testing::Test {
 protected:
  ProtocolTest() : server_(patient_options(), {echo_method, refuse}) { server_.start(); }
  Server server_;
};

struct Refused {
  const char* name;
  std::string bytes;
  int status;
};

std::vector<Refused> refused_requests() {
  const std::string get = "GET / HTTP/1.1\r\nHost: a\r\n";
  const std::string post = "POST / HTTP/1.1\r\nHost: a\r\n";
  const std::string chunked = post + "Transfer-Encoding: chunked\r\n\r\n";
  const std::string next = "GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
  const auto target = [](const std::string& text) { return "GET " + text + " HTTP/1.1\r\nHost: a\r\n\r\n"; };
  return {
      {"no HTTP", "nonsense\r\n\r\n", 400},
      {"TLS", std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xFC", 9), 400},
      {"version 0.9", "GET /\r\n", 400},
      {"version 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
      {"version 9.9", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", 400},
      {"a body on GET", get + "Content-Length: " + std::to_string(next.size()) + "\r\n\r\n" + next, 400},
      {"a body on HEAD", "HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", 400},
      {"chunks on GET", get + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + next, 400},
      {"both lengths", post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + next, 400},
      {"two lengths", post + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd" + next, 400},
      {"negative length", post + "Content-Length: -1\r\n\r\n", 400},
      {"huge length", post + "Content-Length: 18446744073709551616\r\n\r\n", 400},
      {"unknown coding", post + "Transfer-Encoding: identity\r\n\r\n", 400},
      {"obscured coding",
       post +
           "Transfer-Encoding:\x0B"
           "chunked\r\n\r\n0\r\n\r\n" +
           next,
       400},
      {"chunk size of letters", chunked + "xyz\r\nabc\r\n0\r\n\r\n" + next, 400},
      {"negative chunk size", chunked + "-1\r\nabc\r\n0\r\n\r\n" + next, 400},
      {"overflowing chunk size", chunked + "10000000000000003\r\nabc\r\n0\r\n\r\n" + next, 400},
      {"wrong chunk size", chunked + "2\r\nabc\r\n0\r\n\r\n" + next, 400},
      {"chunk with a bare LF", chunked + "3\nabc\n0\n\n" + next, 400},
      {"body too long", post + "Content-Length: 65537\r\n\r\n", 413},
      {"chunks too long", chunked + "8000\r\n" + std::string(0x8000, 'x') + "\r\n8001\r\n", 413},
      {"tiny chunks",
       [&] {
         std::string bytes = chunked;
         for (int i = 0; i < 40000; ++i) bytes += "1\r\nx\r\n";
         return bytes;
       }(),
       413},
      {"folded header", get + "X: 1\r\n 2\r\n\r\n", 400},
      {"folded first header", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", 400},
      {"NUL in a header", get + "X: a" + std::string(1, '\0') + "b\r\n\r\n", 400},
      {"bare CR in a header", get + "X: a\rY: b\r\n\r\n", 400},
      {"bare LF in a header", get + "X: a\nY: b\r\n\r\n", 400},
      {"bare LF everywhere", "GET / HTTP/1.1\nHost: a\n\n", 400},
      {"bare CR everywhere", "GET / HTTP/1.1\rHost: a\r\r", 400},
      {"space before a colon", get + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n", 400},
      {"two Hosts", get + "Host: b\r\n\r\n", 400},
      {"no Host", "GET / HTTP/1.1\r\n\r\n", 400},
      {"Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400},
      {"NUL in the path", target("/a%00b"), 400},
      {"NUL in the query", target("/?q=%00"), 400},
      {"malformed UTF-8", target("/%C3%28"), 400},
      {"malformed UTF-8 in the query", target("/?q=%ED%A0%80"), 400},
      {"encoded slash", target("/files/..%2f..%2fetc/passwd"), 400},
      {"encoded backslash", target("/files/..%5c..%5cetc"), 400},
      {"encoded dots", target("/files/%2e%2e/manifest.json"), 400},
      {"dots", target("/files/../manifest.json"), 400},
      {"space in the target", target("/a b"), 400},
      {"other scheme", target("file:///etc/passwd"), 400},
      {"long target", target("/" + std::string(17000, 'a')), 414},
      {"long target without an end", "GET /" + std::string(17000, 'a'), 414},
      {"long header", get + "X: " + std::string(25000, 'a') + "\r\n\r\n", 431},
      {"long header without an end", get + "X: " + std::string(25000, 'a'), 431},
      {"many headers",
       [&] {
         std::string bytes = get;
         for (int i = 0; i < 200; ++i) bytes += "A: 1\r\n";
         return bytes + "\r\n";
       }(),
       431},
  };
}

void expect_refusal(RawClient& client, const Refused& test) {
  const Answer got = client.receive();
  EXPECT_EQ(got.status, test.status);
  EXPECT_EQ(got.body, test.bytes.starts_with("HEAD") ? "" : "refused");
  EXPECT_EQ(got.header("Connection"), "close");
  EXPECT_TRUE(client.is_closed_within(20s)) << "and nothing else is sent";
}

TEST_F(ProtocolTest, RefusesOnFreshConnections) {
  for (const Refused& test : refused_requests()) {
    SCOPED_TRACE(test.name);
    RawClient client(server_.port());
    client.send(test.bytes);
    expect_refusal(client, test);
  }
}

TEST_F(ProtocolTest, RefusesBehindGoodRequests) {
  for (const Refused& test : refused_requests()) {
    SCOPED_TRACE(test.name);
    RawClient client(server_.port());
    client.send("GET /first HTTP/1.1\r\nHost: a\r\n\r\n" + test.bytes);
    const Answer first = client.receive();
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(first.body, "GET /first");
    expect_refusal(client, test);
  }
}

TEST_F(ProtocolTest, RefusesAfterBytesThatComeOneByOne) {
  for (const Refused& test : refused_requests()) {
    if (test.bytes.size() > 300) continue;
    SCOPED_TRACE(test.name);
    RawClient client(server_.port());
    for (const char byte : test.bytes) client.send(std::string(1, byte));
    expect_refusal(client, test);
  }
}

// What is allowed, however unusual, keeps its connection, and what follows is answered.
TEST_F(ProtocolTest, TakesWhatIsARequest) {
  const std::string post = "POST /p HTTP/1.1\r\nHost: a\r\n";
  const std::pair<std::string, std::string> cases[] = {
      {"GET /a%20b HTTP/1.1\r\nHost: a\r\n\r\n", "GET /a b"},
      {"GET http://other/b HTTP/1.1\r\nHost: a\r\n\r\n", "GET /b"},
      {"\r\nGET /c HTTP/1.1\r\nhost:a\r\nX: \xEC\x84\xA4\t1\r\n\r\n", "GET /c"},
      {"GET /d HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", "GET /d"},
      {"GET /e HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nUpgrade: h2c\r\n\r\n", "GET /e"},
      {"GET /%EC%84%A4 HTTP/1.1\r\nHost: a\r\n\r\n", "GET /설"},
      {"GET /" + std::string(8000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n", "GET /" + std::string(8000, 'x')},
      {post + "Content-Length: 5\r\n\r\nGET /", "POST /p GET /"},
      {post + "Content-Length: 65536\r\n\r\n" + std::string(65536, 'x'),
       "POST /p " + std::string(65536, 'x')},
      {post + "Transfer-Encoding: Chunked\r\n\r\n4;x=y\r\nGET \r\n0\r\nT: 1\r\n\r\n", "POST /p GET "},
      {post + "Transfer-Encoding: chunked\r\n\r\n10000\r\n" + std::string(65536, 'x') + "\r\n0\r\n\r\n",
       "POST /p " + std::string(65536, 'x')},
      {"BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n", "BREW /pot"},
  };
  RawClient client(server_.port());
  for (const auto& [bytes, want] : cases) {
    client.send(bytes);
    EXPECT_EQ(client.receive().body, want);
  }
  std::string all;
  for (const auto& item : cases) all += item.first;
  client.send(all);
  for (const auto& item : cases) EXPECT_EQ(client.receive().body, item.second) << "pipelined";
}

// Programs wait a second and more for it before they send.
TEST_F(ProtocolTest, InvitesABodyThatWaitsForIt) {
  RawClient client(server_.port());
  for (const char* framing : {"Content-Length: 2\r\n", "Transfer-Encoding: chunked\r\n"}) {
    client.send(
        "GET /before HTTP/1.1\r\nHost: a\r\n\r\nPOST /p HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n" +
        std::string(framing) + "\r\n");
    EXPECT_EQ(client.receive().body, "GET /before");
    EXPECT_EQ(client.receive().status, 100);
    client.send(framing[0] == 'C' ? "ab" : "2\r\nab\r\n0\r\n\r\n");
    EXPECT_EQ(client.receive().body, "POST /p ab");
  }
}

// The last request of a client that sends no more is answered as well.
TEST_F(ProtocolTest, AnswersHalfClosedClients) {
  RawClient client(server_.port());
  client.send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\n");
  client.finish();
  EXPECT_EQ(client.receive().body, "GET /1");
  EXPECT_EQ(client.receive().body, "GET /2");
  EXPECT_TRUE(client.is_closed_within(20s));
}

}  // namespace
}  // namespace signpost
