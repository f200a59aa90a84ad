// site_address_test.cc - tests importer/site_address.
#include "importer/site_address.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(SiteAddress, Parse) {
  const auto site = SiteAddress::parse("HTTPS://Forum.Example.com:8080/Help/");
  ASSERT_TRUE(site);
  EXPECT_EQ(site->url(), "https://forum.example.com:8080/Help");
  EXPECT_EQ(site->key(), "forum.example.com-8080-help");
  for (const char* bad :
       {"", "forum.example.com", "ftp://a.example", "https://", "https:///x", "https://a b",
        "https://a.example/?x", "https://a.example/#x", "https://.a.example", "https://a@b.example"}) {
    EXPECT_FALSE(SiteAddress::parse(bad)) << bad;
  }
}

TEST(SiteAddress, FromFolder) {
  EXPECT_EQ(SiteAddress::from_folder("/dumps/superuser.com/")->url(), "https://superuser.com");
  EXPECT_FALSE(SiteAddress::from_folder("dumps"));
  EXPECT_FALSE(SiteAddress::from_folder("."));
  EXPECT_FALSE(SiteAddress::from_folder(".."));
}

TEST(SiteAddress, Resolve) {
  const SiteAddress site = *SiteAddress::parse("https://a.example/forum");
  const struct {
    const char* href;
    const char* want;  // null for no link
  } cases[] = {
      {"https://b.example/x", "https://b.example/x"},
      {"//b.example/x", "https://b.example/x"},
      {"/t/1", "https://a.example/t/1"},
      {"page.html", "https://a.example/forum/page.html"},
      {"mailto:x@b.example", "mailto:x@b.example"},
      {"#top", nullptr},
      {"", nullptr},
      {"javascript:alert(1)", nullptr},
      {" java\nscript:alert(1)", nullptr},
      {"data:text/html,x", nullptr},
      {"ftp://b.example", nullptr},
      {"tel:123", nullptr},
  };
  for (const auto& each : cases) {
    const auto url = site.resolve(each.href);
    EXPECT_EQ(url.value_or("none"), each.want == nullptr ? "none" : each.want) << each.href;
  }
}

}  // namespace
}  // namespace signpost
