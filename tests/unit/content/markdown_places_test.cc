// markdown_places_test.cc - lines and columns of links, images, headings and tags in real Markdown.
#include "content/markdown_places.h"

#include <gtest/gtest.h>

#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

// "12:3 " of every finding about a link, an image or an element, in the order of the page.
std::string places(const std::string& bytes, const Site& site = {}) {
  std::string all;
  for (const Diagnostic& d : testing::parse(bytes, site).diagnostics) {
    if (d.rule == "title") continue;
    all += std::to_string(d.line) + ":" + std::to_string(d.column) + " ";
  }
  return all;
}

struct PlacesCase {
  const char* in;
  const char* want;
};

TEST(MarkdownPlaces, LinksAndImages) {
  const PlacesCase cases[] = {
      {"[a](x.md)", "1:1 "},
      {"see [a](x.md) and [b](y.md)", "1:5 1:19 "},
      {"see [a](x.md) and [b](x.md)", "1:5 1:19 "},
      {"one\n[a](x.md)\n   more [b\nc](y.md)", "2:1 3:9 "},
      {"![a](x.png)", "1:1 "},
      {"[![a](x.png) b](y.md)", "1:1 1:2 "},
      {"[b](<x y.md>) [c]( x.md \"t\")", "1:1 1:15 "},
      {"`[a](x.md)` [a](x.md)", "1:13 "},
      {"\\[a](x.md) [a](x.md)", "1:12 "},
      {"\\`[a](x.md)` [b](y.md)", "1:3 1:14 "},
      {"![a](x.md) [a](x.md)", "1:1 1:12 "},
      {"\\![a](x.md)", "1:3 "},
      {"[a][r] and [b][r]\n\n[r]: x.md", "1:1 1:12 "},
      {"text [r]\n\n[r]: x.md", "1:6 "},
      {"[*a* `b`](x.md) [`b`](x.md)", "1:1 1:17 "},
      {"[a](x\\_y.md)", "1:1 "},
      {"[a](x&amp;y.md)", "1:1 "},
      {"[a [b] c](x.md)", "1:1 "},
      {"<javascript:x>", "1:1 "},
      {"a\n\n\n[a](x.md)\n===\n", "4:1 "},
      {"x <!-- [a](x.md) --> [a](x.md)", "1:22 "},
      {"<!-- three\nlines\n-->\n\n[a](x.md)", "5:1 "},
      {"x[^1] [a](x.md)\n\n[^1]: see [b](y.md)\n\n[c](z.md)", "1:7 5:1 3:11 "},
  };
  for (const PlacesCase& c : cases) EXPECT_EQ(places(c.in), c.want) << c.in;
}

TEST(MarkdownPlaces, InsideOtherBlocks) {
  const PlacesCase cases[] = {
      {"> q [a](x.md)\n> r [b](x.md)", "1:5 2:5 "},
      {"> q [a](x.md)\nlazy [b](x.md)", "1:5 2:6 "},
      {"- i\n  - s [a](x.md)\n    t [b](x.md)", "2:7 3:7 "},
      {"1. > - [a](x.md)", "1:8 "},
      {"- [ ] todo [a](x.md)", "1:12 "},
      {"| A | [h](x.md) |\n|---|---|\n| a \\| b | [c](y.md) |\n| `x` | ![i](i.png) |", "1:7 3:12 4:9 "},
      {"before [p](x.md)\n| T | [h](x.md) |\n|---|---|\n| z | [w](x.md) |\n\n[e](x.md)", "1:8 2:7 4:7 6:1 "},
      {"  ## Head [l](x.md)", "1:11 "},
      {"> [!NOTE]\n> see [a](x.md)", "2:7 "},
      {"~~~\n[a](x.md)\n~~~\n[a](x.md)", "4:1 "},
  };
  for (const PlacesCase& c : cases) EXPECT_EQ(places(c.in), c.want) << c.in;
}

TEST(MarkdownPlaces, CountsCharactersFromTheTopOfTheFile) {
  const PlacesCase cases[] = {
      {"한국어 문서는 [여기](x.md)를 보세요 [끝](y.md)", "1:9 1:25 "},
      {"\t\n\ta\n\nb\t[a](x.md)", "4:3 "},
      {"- \t[a](x.md)", "1:4 "},
      {"a\r\n\r\n[a](x.md)\r\n[b](x.md)\r\n", "3:1 4:1 "},
      {"\xEF\xBB\xBF[a](x.md)", "1:1 "},
      {"\xEF\xBB\xBF---\r\ntitle: T\r\n---\r\n[a](x.md)", "4:1 "},
      {"---\ntitle: T\ntags: [a]\n---\n\n日本語 ![](x.png) 絵😀[a](x.md)", "6:5 6:18 "},
  };
  for (const PlacesCase& c : cases) EXPECT_EQ(places(c.in), c.want) << c.in;
}

TEST(MarkdownPlaces, RawHtml) {
  const PlacesCase cases[] = {
      {"<p>\n  <img src=\"x.png\"><img src=\"x.png\">\n</p>", "2:3 2:20 "},
      {"a <a href=\"x.md\">b</a> [c](x.md)", "1:3 1:24 "},
      {"> <div>\n> 한 <img src=\"a.png\">\n> </div>", "2:5 "},
      {"<form>\n<p>x</p>\n</form>", "1:1 "},
      {"`<img src=x.png>` <img src=x.png>", "1:19 "},
      {"- item\n\n  <a\n  href=\"x.md\">b</a>", "3:3 "},
  };
  for (const PlacesCase& c : cases) EXPECT_EQ(places(c.in), c.want) << c.in;
}

TEST(MarkdownPlaces, TagsOfOtherGeneratorsDontMoveThem) {
  const Site site = testing::stripping_site();
  const PlacesCase cases[] = {
      {"{{% note %}} x\n\n[a](x.md)", "3:1 "},
      {"{% if %}\n{% endif %}\ntext {{ x }} [a](x.md)", "3:14 "},
      {":::row:::\n:::column:::\n[a](x.md)\n:::column-end:::\n", "3:1 "},
  };
  for (const PlacesCase& c : cases) EXPECT_EQ(places(c.in, site), c.want) << c.in;
}

TEST(MarkdownPlaces, Headings) {
  const PlacesCase cases[] = {
      {"# A\n\n## B ##\n\n  ### C\n", "1:1 3:1 5:3 "},
      {"---\ntitle: T\n---\nA\n===\n\nlong\nsetext\n---\n", "4:1 7:1 "},
      {"- # A\n\n  > ## B\n", "1:3 3:5 "},
      {"> A\n> ---\n", "1:3 "},
      {"<h2>A</h2>\n\nx <h3 id=\"y\">B</h3>\n", "1:1 3:3 "},
  };
  for (const PlacesCase& c : cases) {
    std::string all;
    const ParseResult result = testing::parse(c.in);
    for (const SourceBlock& heading : result.document->blocks) {
      if (heading.kind != SourceBlock::Kind::heading) continue;
      all += std::to_string(heading.place.line) + ":" + std::to_string(heading.place.column) + " ";
    }
    EXPECT_EQ(all, c.want) << c.in;
  }
}

TEST(MarkdownPlaces, ImagesWithoutText) {
  const auto result =
      testing::parse("# A\n\n![](x.png) ![b](x.png) <img src=\"x.png\"> <img src=\"x.png\" alt=\"\">");
  ASSERT_EQ(result.document->images_without_text.size(), 2u);
  EXPECT_EQ(result.document->images_without_text[0].column, 1);
  EXPECT_EQ(result.document->images_without_text[1].column, 24);
}

// Each would cost the square of its length if every link were searched through the whole text.
TEST(MarkdownPlaces, HostileTextsCostNoMore) {
  std::string many;
  for (int i = 0; i < 50'000; ++i) many += "[a][r] ";
  testing::parse(many + "\n\n[r]: x.md");
  std::string same;
  for (int i = 0; i < 50'000; ++i) same += "[x](x) ";
  EXPECT_EQ(testing::parse(same).diagnostics.size(), 50'001u);
  testing::parse(std::string(200'000, '[') + "a](x.md)");
}

}  // namespace
}  // namespace signpost
