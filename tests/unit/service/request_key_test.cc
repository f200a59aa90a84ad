// request_key_test.cc - what tells requests for something that is kept apart, and what does not.
#include "service/request_key.h"

#include <gtest/gtest.h>

#include "net/url.h"
#include "test_site.h"

namespace signpost {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

class RequestKeyTest : public ::testing::Test {
 protected:
  static std::string key(const std::string& target, const Headers& headers = {},
                         const std::string& method = "GET", int64_t now = 0) {
    static testing::TestApp app;
    static const auto generation = app.open(app.generation_dir());
    Request request;
    EXPECT_TRUE(parse_target(target, request));
    request.method = method;
    request.headers = headers;
    return request_key(request, app.web(), *generation, now);
  }
};

TEST_F(RequestKeyTest, TellsApartWhatIsAnsweredInAnotherWay) {
  const std::pair<std::string, Headers> requests[] = {
      {"/", {}},
      {"/?", {{"cookie", "theme=dark"}}},
      {"/", {{"cookie", "lang=ko"}}},
      {"/", {{"cookie", "lang=dark"}}},
      {"/", {{"accept-language", "ko"}}},
      {"/", {{"accept-encoding", "ko"}}},
      {"/", {{"accept-encoding", "gzip"}}},
      {"/", {{"accept-encoding", "gzip"}, {"accept-language", "ko"}}},
      {"/", {{"if-none-match", "\"a\""}}},
      {"/ko/", {}},
      {"/?q=a", {}},
      {"/?q=a&q=b", {}},
      {"/?q=ab", {}},
      {"/?qa=", {}},
      {"/?q=a&b=", {}},
      {"/?accept-language=ko", {}},
      {"/?q=a", {{"accept-language", "ko"}}},
  };
  EXPECT_EQ(key("/", {}, "GET", kSecondsOfDay - 1), key("/"));
  EXPECT_NE(key("/", {}, "GET", kSecondsOfDay), key("/"));
  std::map<std::string, size_t> seen;
  for (const auto& [target, headers] : requests) {
    const std::string found = key(target, headers);
    EXPECT_NE(found, "") << target;
    EXPECT_TRUE(seen.emplace(found, seen.size()).second) << target;
  }
}

TEST_F(RequestKeyTest, IsTheSameForWhoeverAsks) {
  const std::string plain = key("/articles/a?q=b+c", {{"accept-encoding", "br"}});
  EXPECT_EQ(key("/articles/a?q=b%20c", {{"user-agent", "x"}, {"accept-encoding", "br"}, {"referer", "/"}}),
            plain);
  EXPECT_EQ(key("/articles/a?q=b+c", {{"accept-encoding", "br"}}, "HEAD"), plain);
  EXPECT_EQ(key("/", {{"cookie", "visit=1; theme=dark"}}), key("/", {{"cookie", "theme=dark; visit=2"}}));
}

TEST_F(RequestKeyTest, LeavesTheUnusualToWhoAnswersAll) {
  EXPECT_EQ(key("/", {}, "POST"), "");
  EXPECT_EQ(key("/", {}, "OPTIONS"), "");
  for (const char* header : {"range", "if-range", "if-match"})
    EXPECT_EQ(key("/", {{header, "x"}}), "") << header;
  EXPECT_EQ(key("/", {{"accept-language", std::string(2000, 'x')}}), "");
  EXPECT_EQ(key("/?q=" + std::string(2000, 'x')), "");
}

}  // namespace
}  // namespace signpost
