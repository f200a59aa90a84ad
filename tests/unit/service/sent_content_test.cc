// sent_content_test.cc - what kind of content was sent, and whether a page of another site made it be sent.
#include "service/sent_content.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(SentContent, MediaType) {
  const std::pair<std::string, std::string> cases[] = {
      {"application/json", "application/json"},
      {"Application/JSON; charset=utf-8", "application/json"},
      {" text/plain ;a=b;c", "text/plain"},
      {";", ""},
      {"", ""},
  };
  for (const auto& [given, want] : cases) {
    Request request;
    request.headers = {{"content-type", given}};
    EXPECT_EQ(media_type(request), want) << given;
  }
  EXPECT_EQ(media_type(Request()), "");
}

TEST(SentContent, IsFromOwnPage) {
  struct Case {
    std::vector<std::pair<std::string, std::string>> headers;
    bool is_own;
  };
  const Case cases[] = {
      {{}, true},
      {{{"host", "help.example.com"}}, true},
      {{{"sec-fetch-site", "same-origin"}}, true},
      {{{"sec-fetch-site", "none"}}, true},
      {{{"sec-fetch-site", "same-site"}}, false},
      {{{"sec-fetch-site", "cross-site"}}, false},
      {{{"sec-fetch-site", "cross-site"}, {"host", "h"}, {"origin", "https://h"}}, false},
      {{{"sec-fetch-site", "same-origin, cross-site"}}, false},
      {{{"host", "inner:8080"}, {"origin", "http://inner:8080"}}, true},
      {{{"host", "inner:8080"}, {"origin", "http://inner"}}, false},
      {{{"host", "inner:8080"}, {"origin", "https://HELP.example.com"}}, true},
      {{{"host", "inner:8080"}, {"origin", "https://help.example.com.evil.example"}}, false},
      {{{"host", "inner:8080"}, {"origin", "null"}}, false},
      {{{"origin", "null"}}, false},
      {{{"origin", "https://"}}, false},
  };
  for (const Case& test : cases) {
    Request request;
    request.headers = test.headers;
    std::string all;
    for (const auto& [name, value] : test.headers) all += name + ": " + value + "  ";
    EXPECT_EQ(is_sent_from_own_page(request, "https://help.example.com/a"), test.is_own) << all;
  }
}

}  // namespace
}  // namespace signpost
