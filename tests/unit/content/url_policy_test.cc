#include "content/url_policy.h"

#include <gtest/gtest.h>

#include "base/percent.h"

namespace signpost {
namespace {

TEST(UrlPolicy, JudgesAsBrowsersRead) {
  struct Case {
    const char* url;
    UrlKind company;
    UrlKind stranger;
  };
  using K = UrlKind;
  const Case cases[] = {
      {"https://e.com", K::external, K::external},
      {"HTTP://e.com", K::external, K::external},
      {"https:\\\\e.com", K::external, K::external},
      {"https:e.com", K::blocked, K::blocked},
      {"https:/e.com", K::blocked, K::blocked},
      {"https:./e/com", K::blocked, K::blocked},
      {"https:", K::blocked, K::blocked},
      {"ht tps://e.com", K::blocked, K::blocked},
      {"mail\x01to:a@b", K::blocked, K::blocked},
      {"//e.com", K::external, K::external},
      {"\\\\e.com", K::external, K::external},
      {"/\\e.com", K::external, K::external},
      {"mailto:a@b", K::contact, K::contact},
      {"tel:+1", K::contact, K::blocked},
      {"#a", K::fragment, K::fragment},
      {"/a/b", K::path, K::path},
      {"a/b.md", K::relative, K::relative},
      {"a?b:c", K::relative, K::relative},
      {"a/b:c", K::relative, K::relative},
      {"", K::relative, K::relative},
      {"javascript:x", K::blocked, K::blocked},
      {"JaVaScRiPt:x", K::blocked, K::blocked},
      {" javascript:x", K::blocked, K::blocked},
      {"\x01javascript:x", K::blocked, K::blocked},
      {"java\tscript:x", K::blocked, K::blocked},
      {"java\nscript:x", K::blocked, K::blocked},
      {"java\rscript\n:x", K::blocked, K::blocked},
      {"java script:x", K::blocked, K::blocked},
      {"java\x01script:x", K::blocked, K::blocked},
      {"vbscript:x", K::blocked, K::blocked},
      {"data:text/html,x", K::blocked, K::blocked},
      {"data:image/png;base64,AAAA", K::blocked, K::blocked},  // a link, not an image
      {"file:///etc/passwd", K::blocked, K::blocked},
      {"blob:x", K::blocked, K::blocked},
      {"ftp://e.com", K::blocked, K::blocked},
      {"view-source:x", K::blocked, K::blocked},
      {"\xEF\xBD\x8A:x", K::blocked, K::blocked},
      {"a b:c", K::blocked, K::blocked},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(check_url(c.url, Trust::company, UrlUse::link).kind, c.company) << c.url;
    EXPECT_EQ(check_url(c.url, Trust::stranger, UrlUse::link).kind, c.stranger) << c.url;
  }
}

TEST(UrlPolicy, DataOnlyForPictures) {
  const auto kind = [](const char* url, Trust trust) { return check_url(url, trust, UrlUse::image).kind; };
  for (const char* type : {"png", "jpeg", "gif", "webp"}) {
    const std::string url = std::string("data:image/") + type + ";base64,iVBORw0KGgo=";
    EXPECT_EQ(kind(url.c_str(), Trust::company), UrlKind::data);
    EXPECT_EQ(kind(url.c_str(), Trust::stranger), UrlKind::blocked);
  }
  for (const char* url : {"data:image/svg+xml;base64,AAAA", "data:text/html;base64,AAAA",
                          "data:image/png,<b>", "data:image/png;base64,<script>", "data:,x",
                          "data:image/png;x=y;base64,AAAA", "mailto:a@b", "tel:1", "javascript:x"}) {
    EXPECT_EQ(kind(url, Trust::company), UrlKind::blocked) << url;
  }
}

TEST(UrlPolicy, CleansWhatBrowsersIgnore) {
  EXPECT_EQ(check_url("  https://e.com/a\n b ", Trust::company, UrlUse::link).text, "https://e.com/a b");
  EXPECT_EQ(check_url("javascript:x", Trust::company, UrlUse::link).text, "");
}

TEST(UrlPolicy, WritesAttributes) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"https://e.com/a?b=1&c=2#d", "https://e.com/a?b=1&amp;c=2#d"},
      {"/a b\"c<d>'e", "/a%20b%22c%3Cd%3E&#x27;e"},
      {"/한국어", "/%ED%95%9C%EA%B5%AD%EC%96%B4"},
      {"/a%20b", "/a%20b"},
      {"a\\b`c{d}", "a%5Cb%60c%7Bd%7D"},
  };
  for (const Case& c : cases) {
    std::string html;
    append_url_attribute(html, c.in);
    EXPECT_EQ(html, c.want) << c.in;
  }
}

TEST(UrlPolicy, PercentCoding) {
  EXPECT_EQ(percent_decode("a%20b%ed%95%9c%zz%4"), "a b\xED\x95\x9C%zz%4");
  EXPECT_EQ(encode_path("a b/c#d?.png"), "a%20b/c%23d%3F.png");
}

}  // namespace
}  // namespace signpost
