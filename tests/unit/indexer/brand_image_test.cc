// brand_image_test.cc - what may be a logo, by name and by content.
#include "indexer/brand_image.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kAvif =
    "\0\0\0\x20"
    "ftypavif\0\0\0\0avifmif1"sv;

TEST(BrandImageTest, IsWhatItsEndingSays) {
  struct Case {
    const char* name;
    std::string_view bytes;
  };
  const Case images[] = {
      {"logo.svg", "<svg/>"},
      {"logo.SVG", "\xEF\xBB\xBF <?xml version=\"1.0\"?>\n<!-- ours -->\n<svg xmlns=\"x\"></svg>"},
      {"a.svg", "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"svg11.dtd\">\n<!-- a --><svg\n>"},
      {"a.png", "\x89PNG\r\n\x1a\n...."},
      {"a.jpg", "\xFF\xD8\xFF\xE0"},
      {"a.jpeg", "\xFF\xD8\xFF\xE0"},
      {"a.webp", "RIFF\x10\0\0\0WEBPVP8 "sv},
      {"a.gif", "GIF89a"},
      {"a.avif", kAvif},
      {"favicon.ico", "\0\0\1\0\1\0"sv},
  };
  for (const Case& c : images) EXPECT_EQ(why_no_brand_image(c.name, c.bytes), "") << c.name;
  const Case others[] = {
      {"a.svg", ""},
      {"a.svg", "HOME=/root\0SECRET=1"sv},
      {"a.svg", "[core]\n\trepositoryformatversion = 0\n"},
      {"a.svg", "root:x:0:0:<svg>"},
      {"a.svg", "<svgs>"},
      {"a.svg", "<svg"},
      {"a.svg", "<html><svg/></html>"},
      {"a.svg", "<!-- <svg/>"},
      {"a.svg", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>"},
      {"a.svg", "<svg/>\xFF"},
      {"a.svg", "<svg/>\0"sv},
      {"a.png", "\xFF\xD8\xFF\xE0"},
      {"a.jpg", "\x89PNG\r\n\x1a\n"},
      {"a.webp", "RIFF"},
      {"a.webp", "RIFF\x10\0\0\0WAVE"sv},
      {"a.avif",
       "\0\0\0\x20"
       "ftypheic\0\0\0\0mif1"sv},
      {"a.avif", "avif"},
      {"a.ico", "\0\0\2\0"sv},
      {"a.txt", "<svg/>"},
      {"config", "<svg/>"},
      {"a.svg.html", "<svg/>"},
      {"svg", "<svg/>"},
  };
  for (const Case& c : others) EXPECT_NE(why_no_brand_image(c.name, c.bytes), "") << c.name << " " << c.bytes;
}

}  // namespace
}  // namespace signpost
