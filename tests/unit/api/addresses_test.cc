// addresses_test.cc - where things stand on the site.
#include "api/addresses.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Addresses, ArePercentEncoded) {
  Site site;
  site.default_language = "en";
  site.base_url = "https://help.example.com";
  EXPECT_EQ(home_path(site, "en"), "/");
  EXPECT_EQ(home_path(site, "ko"), "/ko/");
  EXPECT_EQ(topics_path("ko"), "/ko/categories");
  EXPECT_EQ(category_url("설치 1", "ko"), "/ko/categories/%EC%84%A4%EC%B9%98%201");
  EXPECT_EQ(absolute_url(site, "/ko/"), "https://help.example.com/ko/");
}

TEST(Addresses, OfPagesHaveOneAnchor) {
  struct Case {
    const char* url;
    const char* anchor;
    const char* want;
  };
  const Case cases[] = {
      {"/en/articles/a", "", "/en/articles/a"},
      {"/en/articles/a", "steps", "/en/articles/a#steps"},
      {"/en/articles/a", "설", "/en/articles/a#%EC%84%A4"},
      {"/en/articles/a#단", "", "/en/articles/a#%EB%8B%A8"},
      {"/en/articles/a#old", "new", "/en/articles/a#new"},
  };
  for (const Case& test : cases) EXPECT_EQ(page_url(test.url, test.anchor), test.want);
}

}  // namespace
}  // namespace signpost
