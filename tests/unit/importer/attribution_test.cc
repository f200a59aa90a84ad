// attribution_test.cc - tests importer/attribution.
#include "importer/attribution.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

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
