// attribution_test.cc - tests importer/attribution.
#include "importer/attribution.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Attribution, SaysWhoWhereAndUnderWhichLicence) {
  Attribution post;
  post.author = "A*nn";
  post.author_url = "https://tea.example.com/users/7";
  post.site = "tea.example.com";
  post.post_url = "https://tea.example.com/questions/1";
  post.license = "CC BY-SA 4.0";
  EXPECT_EQ(attribution_line(post, "en"),
            "*Asked by [A\\*nn](https://tea.example.com/users/7) on "
            "[tea.example.com](https://tea.example.com/questions/1), "
            "[CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/).*");
  post.author_url.clear();
  post.license.clear();
  post.closed_on = "2020-02-01";
  EXPECT_EQ(attribution_line(post, "de"),
            "*Asked by A\\*nn on [tea.example.com](https://tea.example.com/questions/1). Closed there on "
            "2020-02-01.*");
  post.author.clear();
  post.closed_on.clear();
  post.question = false;
  EXPECT_EQ(attribution_line(post, "en"),
            "*Answered on [tea.example.com](https://tea.example.com/questions/1).*");
  EXPECT_EQ(attribution_line(post, "ko"),
            "*답변, 출처: [tea.example.com](https://tea.example.com/questions/1)*");
  EXPECT_EQ(attribution_line(post, "ja"),
            "*回答、出典：[tea.example.com](https://tea.example.com/questions/1)*");
}

TEST(Attribution, LicenceUrls) {
  const struct {
    const char* license;
    const char* url;
  } cases[] = {
      {"CC BY-SA 3.0", "https://creativecommons.org/licenses/by-sa/3.0/"},
      {"CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"},
      {"CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"},
      {"CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"},
      {"CC BY/../x 4.0", ""},
      {"MIT", ""},
      {"Terms of Acme", ""},
      {"", ""},
  };
  for (const auto& each : cases) EXPECT_EQ(license_url(each.license), each.url) << each.license;
}

TEST(Attribution, LicenceOfOldPosts) {
  EXPECT_EQ(stack_exchange_license("2011-04-07"), "CC BY-SA 2.5");
  EXPECT_EQ(stack_exchange_license("2011-04-08"), "CC BY-SA 3.0");
  EXPECT_EQ(stack_exchange_license("2018-05-01"), "CC BY-SA 3.0");
  EXPECT_EQ(stack_exchange_license("2018-05-02"), "CC BY-SA 4.0");
}

}  // namespace
}  // namespace signpost
