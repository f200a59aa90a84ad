// sitemap_test.cc - every page is in the sitemap, in as many files as it takes.
#include "index/sitemap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/indexer/temporary_folder.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;

Site site() {
  Site site;
  site.base_url = "https://help.example.com";
  return site;
}

size_t count(const std::string& text, const std::string& what) {
  size_t n = 0;
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

TEST(Sitemap, IsOneFileWhereThatHasRoom) {
  const TemporaryFolder folder;
  SitemapWriter writer(site(), folder.path());
  writer.add("/", "", {{"en", "/"}, {"ko", "/ko/"}});
  writer.add("/en/articles/a%26b?x=1&y", "2026-01-02", {});
  writer.finish();
  EXPECT_EQ(folder.read("sitemaps/000000.xml"),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
            "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
            "<url><loc>https://help.example.com/</loc>"
            "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://help.example.com/\"/>"
            "<xhtml:link rel=\"alternate\" hreflang=\"ko\" href=\"https://help.example.com/ko/\"/></url>\n"
            "<url><loc>https://help.example.com/en/articles/a%26b?x=1&amp;y</loc>"
            "<lastmod>2026-01-02</lastmod></url>\n"
            "</urlset>\n");
  EXPECT_FALSE(std::filesystem::exists(folder.path("sitemaps/000001.xml")));
}

TEST(Sitemap, LosesNoPageBeyondTheLimitsOfAFile) {
  const TemporaryFolder folder;
  SitemapWriter writer(site(), folder.path(), {3, 1 << 20});
  for (int i = 0; i < 7; ++i) writer.add("/en/articles/" + std::to_string(i), i == 4 ? "2026-01-02" : "", {});
  writer.finish();
  const std::string list = folder.read("sitemaps/000000.xml");
  EXPECT_THAT(list, HasSubstr("<sitemapindex "));
  EXPECT_THAT(list, HasSubstr("<sitemap><loc>https://help.example.com/sitemaps/000002.xml</loc>"
                              "<lastmod>2026-01-02</lastmod></sitemap>\n"));
  EXPECT_EQ(count(list, "<sitemap>"), 3u);
  std::string all;
  for (const char* name : {"sitemaps/000001.xml", "sitemaps/000002.xml", "sitemaps/000003.xml"}) {
    const std::string part = folder.read(name);
    EXPECT_LE(count(part, "<url>"), 3u);
    EXPECT_THAT(part, ::testing::EndsWith("</urlset>\n"));
    all += part;
  }
  for (int i = 0; i < 7; ++i) EXPECT_THAT(all, HasSubstr("/en/articles/" + std::to_string(i) + "</loc>"));
}

TEST(Sitemap, AFileHasABoundInBytesToo) {
  const TemporaryFolder folder;
  SitemapWriter writer(site(), folder.path(), {1000, 400});
  for (int i = 0; i < 10; ++i) writer.add("/en/articles/" + std::string(100, 'x'), "", {});
  writer.finish();
  EXPECT_EQ(count(folder.read("sitemaps/000000.xml"), "<sitemap>"), 5u);
}

TEST(Sitemap, NeedsTheAddressOfTheSite) {
  const TemporaryFolder folder;
  SitemapWriter writer(Site{}, folder.path());
  writer.add("/", "", {});
  writer.finish();
  EXPECT_FALSE(std::filesystem::exists(folder.path("sitemaps")));
}

}  // namespace
}  // namespace signpost
