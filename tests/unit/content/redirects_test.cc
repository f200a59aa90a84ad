// redirects_test.cc - the file of old addresses: which lines mean what, and what is said of the others.
#include "content/redirects.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct ParsedRedirects {
  std::vector<std::string> redirects;  // "from -> to"
  std::vector<std::string> messages;
};

ParsedRedirects parsed_redirects(std::string_view text) {
  std::vector<Diagnostic> diagnostics;
  ParsedRedirects parsed;
  for (const Redirect& redirect : parse_redirects(text, "redirects", diagnostics))
    parsed.redirects.push_back(redirect.from + " -> " + redirect.to);
  for (const Diagnostic& diagnostic : diagnostics) parsed.messages.push_back(to_string(diagnostic));
  return parsed;
}

TEST(ParseRedirects, ReadsPathsAndIds) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"/old /new", "/old -> /new"},
      {"\xEF\xBB\xBF/old\t/new   301\r\n", "/old -> /new"},
      {"/old new-id # a comment", "/old -> new-id"},
      {"/kb/42/ change-your-plan#prices", "/kb/42 -> change-your-plan#prices"},
      {"/kb/42 /en/articles/plan/#prices", "/kb/42 -> /en/articles/plan/#prices"},
      {"https://help.example.com/hc/ko/articles/1-a /ko/", "/hc/ko/articles/1-a -> /ko/"},
      {"/hc/%EC%84%A4%EC%B9%98 설치-안내", "/hc/설치 -> 설치-안내"},
      {"/설치 /ko/articles/설치#단계", "/설치 -> /ko/articles/%EC%84%A4%EC%B9%98#%EB%8B%A8%EA%B3%84"},
      {"/find /search?q=a%20b&lang=ko", "/find -> /search?q=a%20b&lang=ko"},
      {"/a%20b/c.html x", "/a b/c.html -> x"},
  };
  for (const Case& test : cases) {
    const ParsedRedirects parsed = parsed_redirects(test.in);
    EXPECT_THAT(parsed.redirects, ElementsAre(test.want)) << test.in;
    EXPECT_THAT(parsed.messages, IsEmpty()) << test.in;
  }
}

TEST(ParseRedirects, NamesTheLineOfAMistake) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"/old", "a redirect is an old path, a space and where it leads now"},
      {"/old /new 302", "'302': only 301 can stand"},
      {"/old /new 301!", "'301!': only 301 can stand"},
      {"/old /new 301 Country=kr", "only 301 can stand"},
      {"/old/* /new", "'/old/*' is a pattern; list each old address"},
      {"/news/:year /new", "is a pattern"},
      {"/old?id=4 /new", "told apart by their path only"},
      {"old /new", "'old' is not a URL path"},
      {"/ /new", "'/' is not a URL path"},
      {"//host/x /new", "'//host/x' is not a URL path"},
      {"https://help.example.com /new", "is not a URL path"},
      {"/a%0d%0aSet-Cookie:x /new", "is not a URL path"},
      {"/old https://elsewhere.example/", "is neither a path of this site nor an id"},
      {"/old //elsewhere.example/", "is neither a path of this site nor an id"},
      {"/old /\\elsewhere.example/", "is neither a path of this site nor an id"},
      {"/old /x%0d%0aSet-Cookie:y", "is neither a path of this site nor an id"},
      {"/old two/parts", "is neither a path of this site nor an id"},
      {"/old \xff\xfe", "is neither a path of this site nor an id"},
  };
  for (const Case& test : cases) {
    const ParsedRedirects parsed = parsed_redirects(std::string("# first\n\n") + test.in + "\n/good /new\n");
    EXPECT_THAT(parsed.redirects, ElementsAre("/good -> /new")) << test.in;
    EXPECT_THAT(parsed.messages, ElementsAre(HasSubstr(test.want))) << test.in;
    EXPECT_THAT(parsed.messages, ElementsAre(::testing::StartsWith("redirects:3: error: "))) << test.in;
  }
}

TEST(ParseRedirects, ShortensChainsAndRefusesLoops) {
  const ParsedRedirects parsed =
      parsed_redirects("/b /c\n/a /b\n/c last#x\n/p /q/\n/q /p\n/self /self/\n/into /p\n");
  EXPECT_THAT(parsed.redirects, ElementsAre("/a -> last#x", "/b -> last#x", "/c -> last#x"));
  EXPECT_THAT(
      parsed.messages,
      ElementsAre(
          "redirects:2: warning: '/a' leads to /b, which leads to last#x; name that instead [redirect]",
          "redirects:1: warning: '/b' leads to /c, which leads to last#x; name that instead [redirect]",
          "redirects:7: error: '/into' leads through too many others; name where it ends [redirect]",
          "redirects:4: error: '/p' leads back to itself [redirect]",
          "redirects:5: error: '/q' leads back to itself [redirect]",
          "redirects:6: error: '/self' leads back to itself [redirect]"));
}

// Each of them followed to its end would be five thousand million steps.
TEST(ParseRedirects, ALongChainIsRefusedWhereItIsLong) {
  constexpr int kLines = 100'000;
  std::string text;
  for (int i = 0; i < kLines; ++i) text += "/" + std::to_string(i) + " /" + std::to_string(i + 1) + "\n";
  const ParsedRedirects parsed = parsed_redirects(text);
  EXPECT_EQ(parsed.redirects.size(), 20u);
  EXPECT_THAT(parsed.redirects, ::testing::Each(::testing::EndsWith(" -> /100000")));
  EXPECT_EQ(parsed.messages[0],
            "redirects:1: error: '/0' leads through too many others; name where it ends [redirect]");
}

TEST(ParseRedirects, TheFirstOfTwoCounts) {
  const ParsedRedirects parsed = parsed_redirects("/a one\n/a/ two\n");
  EXPECT_THAT(parsed.redirects, ElementsAre("/a -> one"));
  EXPECT_THAT(parsed.messages,
              ElementsAre("redirects:2: warning: '/a' leads to one already (line 1) [redirect]"));
}

}  // namespace
}  // namespace signpost
