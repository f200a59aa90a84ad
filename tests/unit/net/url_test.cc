// url_test.cc - percent-encoding, query strings and request targets.
#include "net/url.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Url, Encodes) {
  const std::pair<const char*, const char*> cases[] = {{"", ""},
                                                       {"a-b._~9", "a-b._~9"},
                                                       {"a b/c?", "a%20b%2Fc%3F"},
                                                       {"설치", "%EC%84%A4%EC%B9%98"},
                                                       {"\r\n", "%0D%0A"}};
  for (const auto& [in, want] : cases) EXPECT_EQ(percent_encode(in), want) << in;
  EXPECT_EQ(encode_path("/ko/articles/a b"), "/ko/articles/a%20b");
}

TEST(Url, Decodes) {
  const std::pair<const char*, const char*> cases[] = {
      {"%41%62", "Ab"}, {"100%", "100%"}, {"%4", "%4"}, {"%zz", "%zz"}, {"a+b", "a+b"}, {"%EC%84%A4", "설"}};
  for (const auto& [in, want] : cases) EXPECT_EQ(percent_decode(in), want) << in;
  EXPECT_EQ(decode_query_text("a+b%2B"), "a b+");
}

TEST(Url, ParsesQueries) {
  struct Case {
    const char* in;
    const char* want;  // as format_query writes it
  };
  const Case cases[] = {
      {"", ""},           {"q=a+b&q=c", "q=a%20b&q=c"}, {"a&&b=&=c", "a=&b=&=c"}, {"q=%FF", "q=%EF%BF%BD"},
      {"q=%0A", "q=%0A"}, {"q=%1B", "q=%EF%BF%BD"},     {"q=1=2", "q=1%3D2"}};
  for (const Case& test : cases) EXPECT_EQ(format_query(parse_query_string(test.in)), test.want) << test.in;
}

TEST(Url, ParsesTargets) {
  struct Case {
    const char* in;
    bool good;
    const char* path;
    const char* query;
  };
  const Case cases[] = {{"/", true, "/", ""},
                        {"/a%20b?x=1", true, "/a b", "x=1"},
                        {"/a?x=100%", true, "/a", "x=100%25"},
                        {"/설치?q=설치", true, "/설치", "q=%EC%84%A4%EC%B9%98"},
                        {"/a..b/...", true, "/a..b/...", ""},
                        {"/%252e%252e", true, "/%2e%2e", ""},
                        {"/?q=%2E%2E%2F", true, "/", "q=..%2F"},
                        {"http://host:80/p?q=1", true, "/p", "q=1"},
                        {"http://host", true, "/", ""},
                        {"/search?q=http://x/", true, "/search", "q=http%3A%2F%2Fx%2F"},
                        {"/search?q=why?", true, "/search", "q=why%3F"},
                        {"*", false, "", ""},
                        {"", false, "", ""},
                        {"/%FF", false, "", ""},
                        {"/a%00b", false, "", ""},
                        {"/a%0Ab", false, "", ""},
                        {"/a#f", false, "", ""},
                        {"/a\\b", false, "", ""},
                        {"/a b", false, "", ""},
                        {"/a\tb", false, "", ""},
                        {"/a%", false, "", ""},
                        {"/a%4", false, "", ""},
                        {"/a%zz", false, "", ""},
                        {"/a%2Fb", false, "", ""},
                        {"/a%5cb", false, "", ""},
                        {"/%2e%2e/b", false, "", ""},
                        {"/..", false, "", ""},
                        {"/a/./b", false, "", ""},
                        {"/a/../b", false, "", ""},
                        {"/\xED\xA0\x80", false, "", ""},
                        {"/?q=%FF", false, "", ""},
                        {"/?q=%C0%AF", false, "", ""},
                        {"/?q=a%00b", false, "", ""},
                        {"ftp://host/", false, "", ""},
                        {"host:443", false, "", ""}};
  for (const Case& test : cases) {
    Request request;
    EXPECT_EQ(parse_target(test.in, request), test.good) << test.in;
    if (!test.good) continue;
    EXPECT_EQ(request.path, test.path);
    EXPECT_EQ(format_query(request.query), test.query);
  }
}

// Encoding makes three bytes of one: an address that was let in must not lead to one that is too long.
TEST(Url, QueriesStayWithinAnAddress) {
  const Parameters query(
      {{"a", "1"}, {"b", std::string(8000, '(')}, {"c", "2"}, {"d", std::string(2000, '(')}});
  const std::string url = with_query("/search", query);
  EXPECT_LT(url.size(), 8u << 10);
  EXPECT_TRUE(url.starts_with("/search?a=1&c=2&d=%28")) << url.substr(0, 40);
  EXPECT_EQ(with_query("/search", Parameters()), "/search");
}

}  // namespace
}  // namespace signpost
