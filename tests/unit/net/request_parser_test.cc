// request_parser_test.cc - what is a request, what is none, and that bytes mean the same however they come.
#include "net/request_parser.h"

#include <gtest/gtest.h>

#include <random>

namespace signpost {
namespace {

using State = RequestParser::State;

const std::string kGet = "GET / HTTP/1.1\r\n";
const std::string kHost = "Host: a\r\n";
const std::string kPost = "POST / HTTP/1.1\r\n" + kHost;
const std::string kChunked = kPost + "Transfer-Encoding: chunked\r\n\r\n";
const std::string kEnd = "\r\n";

struct RequestCase {
  std::string bytes;
  int status;       // 0: a request; -1: not complete yet
  size_t rest = 0;  // bytes behind the request
};

std::vector<RequestCase> cases() {
  const std::string nul(1, '\0');
  return {
      {"", -1},
      {"GET / HT", -1},
      {kGet + kHost, -1},
      {kGet + kHost + kEnd, 0},
      {kEnd + kGet + kHost + kEnd, 0},
      {kEnd + kEnd + kGet, 400},
      {kGet + kHost + kEnd + "GET /next", 0, 9},
      {"HEAD /a?b=c HTTP/1.0\r\n\r\n", 0},
      {"GET http://a/b HTTP/1.1\r\n" + kHost + kEnd, 0},
      {kGet + "hOsT:  [::1]:80 \t\r\n" + kEnd, 0},
      {kGet + kHost + "X: \xEC\x84\xA4\tb\r\n\r\n", 0},
      // the request line
      {"GET  / HTTP/1.1\r\n", 400},
      {"GET /\r\n", 400},
      {"GET / HTTP/1.1 \r\n", 400},
      {" GET / HTTP/1.1\r\n", 400},
      {"G(T / HTTP/1.1\r\n", 400},
      {"GET / HTTP/2.0\r\n", 400},
      {"GET / http/1.1\r\n", 400},
      {"GET\t/ HTTP/1.1\r\n", 400},
      {"PRI * HTTP/2.0\r\n", 400},
      {"OPTIONS * HTTP/1.1\r\n", 400},
      {"CONNECT a:443 HTTP/1.1\r\n", 400},
      {"GET /%00 HTTP/1.1\r\n", 400},
      {"GET /%2e%2E%2fetc HTTP/1.1\r\n", 400},
      {"GET /?q=%ff HTTP/1.1\r\n", 400},
      {"\x16\x03\x01", 400},
      {"GET / HTTP/1.1\n", 400},
      {"GET /\rHost", 400},
      {"GET /" + nul, 400},
      // headers
      {kGet + kHost + " folded: 1\r\n", 400},
      {kGet + kHost + "X: 1\r\n folded\r\n", 400},
      {kGet + kHost + "X : 1\r\n", 400},
      {kGet + kHost + ": 1\r\n", 400},
      {kGet + kHost + "no colon\r\n", 400},
      {kGet + kHost + "X: a" + nul, 400},
      {kGet + kHost + "X: a\x7F", 400},
      {kGet + kHost + "X: a\rb", 400},
      {kGet + kHost + "X: a\n", 400},
      {kGet + kHost + "\n", 400},
      {kGet + kEnd, 400},
      {kGet + kHost + kHost, 400},
      {kGet + "Host: a b\r\n", 400},
      {kGet + "Host: a,b\r\n", 400},
      {kGet + "Host: a/b\r\n", 400},
      {kGet + kHost + "Range: bytes=0-1,2-3\r\n\r\n", 0},
      {kGet + kHost + "Range: bytes=0-" + std::string(300, '9') + "\r\n\r\n", 0},
      {kGet + kHost + "Range: bytes=0-0,1-1,2-2,3-3,4-4,5-5,6-6,7-7,8-8\r\n\r\n", 0},
      {kGet + kHost + "Range: bytes=0-1\r\nRange: bytes=2-3\r\n\r\n", 0},
      // bodies
      {kGet + kHost + "Content-Length: 0\r\n\r\n", 0},
      {kGet + kHost + "Content-Length: 5\r\n\r\n", 400},
      {"HEAD / HTTP/1.1\r\n" + kHost + "Transfer-Encoding: chunked\r\n\r\n", 400},
      {kPost + kEnd, 0},
      {kPost + "Content-Length: 5\r\n\r\nhell", -1},
      {kPost + "Content-Length: 5\r\n\r\nhello!", 0, 1},
      {kPost + "Content-Length: +5\r\n", 400},
      {kPost + "Content-Length: -5\r\n", 400},
      {kPost + "Content-Length: 0x5\r\n", 400},
      {kPost + "Content-Length: 5, 5\r\n", 400},
      {kPost + "Content-Length: \r\n", 400},
      {kPost + "Content-Length: 99999999999999999999999\r\n", 400},
      {kPost + "Content-Length: 5\r\nContent-Length: 5\r\n", 400},
      {kPost + "Content-Length: 201\r\n\r\n", 413},
      {kPost + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
      {kPost + "Transfer-Encoding: gzip, chunked\r\n", 400},
      {kPost + "Transfer-Encoding: xchunked\r\n", 400},
      {kPost + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", 400},
      {"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n", 400},
      {kChunked + "5\r\nhello\r\n0\r\n\r\n", 0},
      {kChunked + "5;a=b\r\nhello\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\nGET", 0, 3},
      {kChunked + "5\r\nhell", -1},
      {kChunked + "5\r\nhello", -1},
      {kChunked + "5\r\nhello\r", -1},
      {kChunked + "5\r\nhello0\r\n", 400},
      {kChunked + "5\r\nhello\n0\r\n", 400},
      {kChunked + "5\nhello\r\n", 400},
      {kChunked + "\r\n", 400},
      {kChunked + " 5\r\n", 400},
      {kChunked + "5 \r\n", 400},
      {kChunked + "-5\r\n", 400},
      {kChunked + "0x5\r\n", 400},
      {kChunked + "zz\r\n", 400},
      {kChunked + "FFFFFFFFFFFFFFFFF\r\n", 400},
      {kChunked + "FFFFFFFFFFFFFFFF\r\n", 413},
      {kChunked + "C9\r\n", 413},
      {kChunked + "64\r\n" + std::string(100, 'x') + "\r\n65\r\n", 413},
      {kChunked + "5;" + std::string(300, 'x'), 400},
      {kChunked + "0\r\nbad trailer\r\n", 400},
      {kChunked + "0\r\nX: " + std::string(500, 'x'), 431},
      // sizes; the limits of this test are 115, 400 and 200 bytes
      {"GET /" + std::string(99, 'a') + " HTTP/1.1\r\n" + kHost + kEnd, 0},
      {"GET /" + std::string(100, 'a') + " HTTP/1.1\r\n", 414},
      {"GET /" + std::string(200, 'a'), 414},
      {kGet + kHost + "X: " + std::string(400, 'a'), 431},
      {kGet + kHost + "X: " + std::string(380, 'a') + "\r\n\r\n", 431},
  };
}

constexpr RequestLimits kLimits{.line = 115, .head = 400, .body = 200};

// The status as in RequestCase, and the rest.
std::pair<int, size_t> outcome(const RequestParser& parser, State state, size_t bytes) {
  if (state == State::incomplete) return {-1, 0};
  return state == State::refused ? std::pair(parser.status(), size_t{0})
                                 : std::pair(0, bytes - parser.size());
}

TEST(RequestParser, TakesAndRefuses) {
  for (const RequestCase& test : cases()) {
    RequestParser parser;
    const State state = parser.parse(test.bytes, kLimits);
    EXPECT_EQ(outcome(parser, state, test.bytes.size()), std::pair(test.status, test.rest)) << test.bytes;
  }
}

TEST(RequestParser, IsTheSameByteByByteAndInRandomPieces) {
  std::mt19937 random(7);
  for (const RequestCase& test : cases()) {
    for (int way = 0; way < 4; ++way) {
      RequestParser parser;
      State state = State::incomplete;
      size_t given = 0;
      while (state == State::incomplete && given < test.bytes.size()) {
        given += way == 0 ? 1 : 1 + random() % 40;
        given = std::min(given, test.bytes.size());
        state = parser.parse(std::string_view(test.bytes).substr(0, given), kLimits);
      }
      EXPECT_EQ(outcome(parser, state, test.bytes.size()), std::pair(test.status, test.rest)) << test.bytes;
    }
  }
}

TEST(RequestParser, GivesTheRequest) {
  const std::string bytes =
      "\r\nPOST /a%20b?q=x?y HTTP/1.1\r\nHost: h\r\nX-One:  1 \r\nx-one: 2\r\nContent-Length: 2\r\n\r\nokGET";
  RequestParser parser;
  ASSERT_EQ(parser.parse(bytes, RequestLimits{}), State::complete);
  EXPECT_EQ(bytes.substr(parser.size()), "GET");
  const Request request = parser.request(bytes);
  EXPECT_EQ(request.method, "POST");
  EXPECT_EQ(request.path, "/a b");
  EXPECT_EQ(request.raw_path, "/a%20b");
  EXPECT_EQ(request.query.get("q"), "x?y");
  EXPECT_EQ(request.header("x-one"), "1, 2");
}

TEST(RequestParser, GivesTheBody) {
  const std::string nul(1, '\0');
  const std::pair<std::string, std::string> tests[] = {
      {kPost + kEnd, ""},
      {kPost + "Content-Length: 0\r\n\r\n", ""},
      {kPost + "Content-Length: 4\r\n\r\na" + nul + "\r\n", "a" + nul + "\r\n"},
      {"\r\n" + kPost + "Content-Length: 3\r\n\r\nabc", "abc"},
      {kChunked + "0\r\n\r\n", ""},
      {kChunked + "3\r\nabc\r\n0\r\n\r\n", "abc"},
      {kChunked + "1;x=y\r\na\r\n00A\r\n\r\n3\r\nabc\r\n\r\n0\r\nT: 1\r\n\r\n", "a\r\n3\r\nabc\r\n"},
  };
  for (const auto& [bytes, body] : tests) {
    RequestParser parser;
    ASSERT_EQ(parser.parse(bytes + kGet, RequestLimits{}), State::complete) << bytes;
    EXPECT_EQ(parser.request(bytes + kGet).body, body) << bytes;
  }
}

TEST(RequestParser, KnowsWhoWaitsToSendABody) {
  const std::string expect = "Expect: 100-Continue\r\n";
  const std::pair<std::string, bool> tests[] = {
      {kPost + expect, false},
      {kPost + expect + "Content-Length: 3\r\n\r\n", true},
      {kPost + expect + "Transfer-Encoding: chunked\r\n\r\n", true},
      {kPost + expect + "Content-Length: 3\r\n\r\na", false},
      {kPost + expect + "Transfer-Encoding: chunked\r\n\r\n3", false},
      {kPost + "Content-Length: 3\r\n\r\n", false},
      {kPost + "Expect: something\r\nContent-Length: 3\r\n\r\n", false},
      {"POST / HTTP/1.0\r\n" + expect + "Content-Length: 3\r\n\r\n", false},
  };
  for (const auto& [bytes, waits] : tests) {
    RequestParser parser;
    ASSERT_EQ(parser.parse(bytes, RequestLimits{}), State::incomplete) << bytes;
    EXPECT_EQ(parser.awaits_continue(bytes), waits) << bytes;
  }
}

TEST(RequestParser, KnowsOfARefusedOneForWhomItIs) {
  struct Case {
    std::string bytes;
    std::string path;  // "": nobody knows
    const char* method = "GET";
    const char* accept_language = "";
  };
  const Case tests[] = {
      {"GET /search?q=" + std::string(200, 'a'), "/search"},
      {"GET /" + std::string(200, 'a') + " HTTP/1.1\r\nAccept-Language: ko\r\n", "/" + std::string(200, 'a'),
       "GET", "ko"},
      {"GET /search?q=%FF HTTP/1.1\r\nHost: a\r\nAccept-Language:  ja \r\n\r\n", "/search", "GET", "ja"},
      {"GET /en/%zz HTTP/1.1\r\n", "/en/"},
      {"GET /api/v1/search?q=a b HTTP/1.1\r\n", "/api/v1/search"},
      {"GET http://help.example.com/en/?q=%FF HTTP/1.1\r\n", "/en/"},
      {"POST /search HTTP/1.1\r\nContent-Length: 99999999\r\n\r\n", "/search", "POST"},
      {"\r\nHEAD /en/", "/en/", "HEAD"},
      {"GET /" + std::string(300, 'a') + "%E", "/" + std::string(300, 'a')},
      {"\x16\x03\x01 /en/", ""},
      {"GET", ""},
      {"", ""},
      {"GET  /", ""},
      {"GET * HTTP/1.1\r\n", ""},
      {"G(T / HTTP/1.1\r\n", ""},
  };
  for (const Case& test : tests) {
    SCOPED_TRACE(test.bytes);
    RequestParser parser;
    parser.parse(test.bytes, {.line = 100, .head = 1000, .body = 10});
    const std::optional<Request> begun = parser.beginning(test.bytes);
    ASSERT_EQ(begun.has_value(), !test.path.empty());
    if (!begun) continue;
    EXPECT_EQ(begun->path, test.path);
    EXPECT_EQ(begun->method, test.method);
    EXPECT_EQ(begun->header("accept-language"), test.accept_language);
  }
}

TEST(RequestParser, KnowsWhetherTheConnectionStays) {
  const std::pair<std::string, bool> requests[] = {{kGet + kHost + kEnd, true},
                                                   {kGet + kHost + "Connection: keep-alive\r\n\r\n", true},
                                                   {kGet + kHost + "Connection: TE, Close\r\n\r\n", false},
                                                   {kGet + kHost + "Connection: closed\r\n\r\n", true},
                                                   {"GET / HTTP/1.0\r\n\r\n", false}};
  for (const auto& [bytes, stays] : requests) {
    RequestParser parser;
    ASSERT_EQ(parser.parse(bytes, RequestLimits{}), State::complete) << bytes;
    EXPECT_EQ(parser.keeps_connection(), stays) << bytes;
  }
}

TEST(RequestParser, LimitsTheNumberOfHeaders) {
  std::string bytes = kGet + kHost;
  for (int i = 0; i < 99; ++i) bytes += "X: 1\r\n";
  RequestParser good;
  EXPECT_EQ(good.parse(bytes + kEnd, RequestLimits{}), State::complete);
  RequestParser bad;
  EXPECT_EQ(bad.parse(bytes + "X: 1\r\n", RequestLimits{}), State::refused);
  EXPECT_EQ(bad.status(), 431);
}

}  // namespace
}  // namespace signpost
