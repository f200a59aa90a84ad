// origin_test.cc - which pages may send: none of a name that only its owner vouches for.
#include "mcp/origin.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Origin, OfNoBrowserIsAbsent) {
  EXPECT_TRUE(may_send_from("", "evil.example", ""));
  EXPECT_TRUE(may_send_from("", "help.example", "https://help.example"));
}

TEST(Origin, IsTheSitesOwn) {
  constexpr char kBase[] = "https://help.example/docs";
  EXPECT_TRUE(may_send_from("https://help.example", "10.0.0.1:8080", kBase));
  EXPECT_TRUE(may_send_from("HTTPS://Help.Example", "help.example", kBase));
  EXPECT_FALSE(may_send_from("http://help.example", "help.example", kBase));
  EXPECT_FALSE(may_send_from("https://help.example:8443", "help.example:8443", kBase));
  EXPECT_FALSE(may_send_from("https://help.example.evil.example", "help.example", kBase));
}

TEST(Origin, OfTheServiceItselfCountsWhereNobodyOwnsTheName) {
  for (const char* host :
       {"localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080", "192.0.2.7", "[2001:db8::1]"})
    EXPECT_TRUE(may_send_from("http://" + std::string(host), host, "https://help.example")) << host;
  // Whose owner lets it lead here, so that a page of theirs has the service's own origin.
  for (const char* host :
       {"evil.example", "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example",
        "127.0.0.1@evil.example", "[::1].evil.example", "[evil]", "["})
    EXPECT_FALSE(may_send_from("http://" + std::string(host), host, "")) << host;
}

TEST(Origin, OfOthersIsForeign) {
  for (const char* origin : {"https://evil.example", "null", "help.example", "://", "https://", "file://",
                             "http://localhost:9999", "chrome-extension://abcdef"})
    EXPECT_FALSE(may_send_from(origin, "localhost:8080", "https://help.example")) << origin;
  EXPECT_FALSE(may_send_from("://", "", ""));
  EXPECT_FALSE(may_send_from("file://", "", ""));
}

}  // namespace
}  // namespace signpost
