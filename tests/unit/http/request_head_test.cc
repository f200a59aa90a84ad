// request_head_test.cc - where a request's head ends, and what is refused before it is parsed.
#include "http/request_head.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(RequestHead, Inspects) {
  struct Case {
    std::string bytes;
    size_t size;
    int refused;
    bool has_body;
  };
  const std::string get = "GET / HTTP/1.1\r\n";
  const Case cases[] = {
      {"", 0, 0, false},
      {"GET / HT", 0, 0, false},
      {get + "Host: a\r\n", 0, 0, false},
      {get + "\r\n", get.size() + 2, 0, false},
      {get + "Host: a\r\n\r\nGET", get.size() + 11, 0, false},
      {get + "Content-Length: 0\r\n\r\n", get.size() + 21, 0, false},
      {get + "content-length: 5\r\n\r\nhello", get.size() + 21, 0, true},
      {get + "Transfer-Encoding: chunked\r\n\r\n", get.size() + 30, 0, true},
      {"GET / HTTP/1.1\n\n", 0, 400, false},
      {"\x16\x03\x01\x02\n", 0, 400, false},
      {std::string("GET /\0 HTTP/1.1\r\n", 17), 0, 400, false},
      {"GET /" + std::string(200, 'a'), 0, 414, false},
      {"GET /" + std::string(200, 'a') + " HTTP/1.1\r\n\r\n", 0, 414, false},
      {get + "X: " + std::string(400, 'a'), 0, 431, false},
      {get + "X: " + std::string(400, 'a') + "\r\n\r\n", 0, 431, false},
  };
  for (const Case& test : cases) {
    const HeadState state = inspect_head(test.bytes, 100, 300);
    EXPECT_EQ(state.size, test.size) << test.bytes;
    EXPECT_EQ(state.refused, test.refused) << test.bytes;
    EXPECT_EQ(state.has_body, test.has_body) << test.bytes;
  }
}

TEST(RequestHead, EscapesFurtherQuestionMarks) {
  const std::pair<const char*, const char*> cases[] = {
      {"GET /a HTTP/1.1\r\n\r\n", "GET /a HTTP/1.1\r\n\r\n"},
      {"GET /a?b HTTP/1.1\r\nX: ??\r\n\r\n", "GET /a?b HTTP/1.1\r\nX: ??\r\n\r\n"},
      {"GET /a?b?c?? HTTP/1.1\r\n\r\n", "GET /a?b%3Fc%3F%3F HTTP/1.1\r\n\r\n"},
      {"GET\r\n\r\n", "GET\r\n\r\n"},
  };
  for (const auto& [in, want] : cases) EXPECT_EQ(with_plain_target(in), want);
}

}  // namespace
}  // namespace signpost
