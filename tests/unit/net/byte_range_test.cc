// byte_range_test.cc - which part of a file a Range header means, and when it means nothing.
#include "net/byte_range.h"

#include <gtest/gtest.h>

#include "test_site.h"

namespace signpost {
namespace {

using testing::header_of;
using Kind = ByteRange::Kind;

TEST(ByteRange, ReadsOneRange) {
  struct Case {
    const char* header;
    uint64_t size;
    Kind kind;
    uint64_t first = 0;
    uint64_t length = 0;
  };
  const Case cases[] = {
      {"bytes=0-0", 10, Kind::part, 0, 1},
      {"bytes=2-5", 10, Kind::part, 2, 4},
      {"bytes=0-9", 10, Kind::part, 0, 10},
      {"bytes=2-", 10, Kind::part, 2, 8},
      {"bytes=9-", 10, Kind::part, 9, 1},
      {"bytes=2-99", 10, Kind::part, 2, 8},
      {"bytes=-3", 10, Kind::part, 7, 3},
      {"bytes=-99", 10, Kind::part, 0, 10},
      {"BYTES=2-5", 10, Kind::part, 2, 4},
      {"bytes= 2-5 ", 10, Kind::part, 2, 4},
      {"bytes=2-99999999999999999999999999", 10, Kind::part, 2, 8},
      {"bytes=-99999999999999999999999999", 10, Kind::part, 0, 10},
      {"bytes=0-18446744073709551615", 10, Kind::part, 0, 10},
      {"bytes=000002-000005", 10, Kind::part, 2, 4},
      {"bytes=10-", 10, Kind::unsatisfiable},
      {"bytes=10-11", 10, Kind::unsatisfiable},
      {"bytes=99999999999999999999999999-", 10, Kind::unsatisfiable},
      {"bytes=-0", 10, Kind::unsatisfiable},
      // As if there were no header.
      {"", 10, Kind::whole},
      {"bytes=", 10, Kind::whole},
      {"bytes=-", 10, Kind::whole},
      {"bytes=5-2", 10, Kind::whole},
      {"bytes=a-b", 10, Kind::whole},
      {"bytes=2", 10, Kind::whole},
      {"bytes=+2-5", 10, Kind::whole},
      {"bytes=2--5", 10, Kind::whole},
      {"bytes=--5", 10, Kind::whole},
      {"bytes=2 - 5", 10, Kind::whole},
      {"bytes 2-5", 10, Kind::whole},
      {"bytes=0-1,3-4", 10, Kind::whole},
      {"bytes=0-1,", 10, Kind::whole},
      {"bytes=0-0,2-2,4-4,6-6,8-8,1-1,3-3,5-5,7-7,9-9", 10, Kind::whole},
      {"items=0-1", 10, Kind::whole},
      {"bytes=0-", 0, Kind::whole},
      {"bytes=-5", 0, Kind::whole},
  };
  for (const Case& test : cases) {
    const ByteRange got = parse_byte_range(test.header, test.size);
    EXPECT_EQ(got.kind, test.kind) << test.header;
    EXPECT_EQ(got.first, test.first) << test.header;
    EXPECT_EQ(got.size, test.length) << test.header;
  }
}

Response cut(const std::string& method, std::vector<std::pair<std::string, std::string>> headers,
             const std::string& etag = "\"a\"") {
  Request request;
  request.method = method;
  request.headers = std::move(headers);
  Response response = text_response(200, "0123456789");
  response.etag = etag;
  cut_to_range(request, response);
  return response;
}

TEST(ByteRange, CutsAWholeAnswer) {
  const Response part = cut("GET", {{"range", "bytes=2-5"}});
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body, "2345");
  EXPECT_EQ(header_of(part, "Content-Range"), "bytes 2-5/10");
  EXPECT_EQ(part.etag, "\"a\"");
  const Response none = cut("GET", {{"range", "bytes=10-"}});
  EXPECT_EQ(none.status, 416);
  EXPECT_EQ(header_of(none, "Content-Range"), "bytes */10");
  EXPECT_EQ(none.cache, CachePolicy::no_store);
}

TEST(ByteRange, LeavesTheWholeWhere) {
  EXPECT_EQ(cut("HEAD", {{"range", "bytes=2-5"}}).status, 200);
  EXPECT_EQ(cut("GET", {}).status, 200);
  EXPECT_EQ(cut("GET", {{"range", "bytes=0-1"}, {"range", "bytes=2-3"}}).status, 200);
}

// Parts of two versions must never be put together.
TEST(ByteRange, IfRangeWantsTheSameBytes) {
  const auto status = [](const char* if_range, const char* etag) {
    return cut("GET", {{"range", "bytes=2-5"}, {"if-range", if_range}}, etag).status;
  };
  EXPECT_EQ(status("\"a\"", "\"a\""), 206);
  EXPECT_EQ(status("\"b\"", "\"a\""), 200);
  EXPECT_EQ(status("W/\"a\"", "W/\"a\""), 200);
  EXPECT_EQ(status("W/\"a\"", "\"a\""), 200);
  EXPECT_EQ(status("Sun, 29 Nov 2026 01:00:00 GMT", "\"a\""), 200);
  EXPECT_EQ(status("*", "\"a\""), 200);
  EXPECT_EQ(cut("GET", {{"range", "bytes=99-"}, {"if-range", "\"b\""}}).status, 200);
}

}  // namespace
}  // namespace signpost
