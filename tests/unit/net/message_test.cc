// message_test.cc - look-ups on requests.
#include "net/message.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Message, KeepsRepeatedParametersInOrder) {
  const Parameters query({{"kind", "help"}, {"q", "a"}, {"kind", "community"}, {"kind", ""}});
  EXPECT_EQ(query.all("kind"), (std::vector<std::string>{"help", "community"}));
  EXPECT_EQ(query.get("kind"), "help");
  EXPECT_EQ(query.get("page"), std::nullopt);
  EXPECT_EQ(query.without("kind").items().size(), 1u);
  EXPECT_EQ(query.without("kind", "help").all("kind"), (std::vector<std::string>{"community"}));
  EXPECT_EQ(query.with("page", "2").get("page"), "2");
}

TEST(Message, FindsCookies) {
  struct Case {
    const char* header;
    const char* name;
    const char* want;
  };
  const Case cases[] = {{"lang=ko; theme=dark", "theme", "dark"},
                        {"lang=ko; theme=dark", "lang", "ko"},
                        {"lang=ko;theme=dark", "theme", "dark"},
                        {"xlang=ko", "lang", ""},
                        {"lang", "lang", ""},
                        {"", "lang", ""}};
  for (const Case& test : cases) {
    Request request;
    request.headers = {{"cookie", test.header}};
    EXPECT_EQ(request.cookie(test.name), test.want) << test.header;
  }
}

TEST(Message, JoinsRepeatedHeaders) {
  Request request;
  request.headers = {{"accept", "a"}, {"x", "y"}, {"accept", "b"}};
  EXPECT_EQ(request.header("accept"), "a, b");
  EXPECT_EQ(request.header("none"), "");
}

}  // namespace
}  // namespace signpost
