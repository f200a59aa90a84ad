#include "content/picture_set.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

TEST(PictureSet, NamesWhatCanBeShown) {
  const struct {
    std::string in;
    std::string want;
  } kCases[] = {
      {"shot.png", "/files/help/en/start/shot.png"},
      {" shot.png 1x,\n/logo.png 2x , gone.png 3x", "/files/help/en/start/shot.png 1x, /files/logo.png 2x"},
      {"shot.png, https://a.example/b,c.png 480w",
       "/files/help/en/start/shot.png, https://a.example/b%2Cc.png 480w"},
      {"javascript:alert(1) 1x, shot.png expression()", ""},
      {",, ,", ""},
  };
  const LinkResolver site = testing::small_site();
  for (const auto& [in, want] : kCases) {
    std::vector<Diagnostic> diagnostics;
    const std::string path = "help/en/start/page.md";
    LinkRewriter links(path, Trust::company, {}, site, diagnostics);
    EXPECT_EQ(rewritten_picture_set(in, links, {1, 1}), want) << in;
  }
}

TEST(PictureSet, StandsInPicturesAndTheirSources) {
  EXPECT_EQ(
      testing::html_of(
          "<picture><source srcset=\"shot.png\" media=\"(prefers-color-scheme: dark)\" onerror=x>"
          "<img src=\"/logo.png\" srcset=\"shot.png 2x\" alt=\"L\"></picture>"),
      "<p><picture><source srcset=\"/files/help/en/start/shot.png\" media=\"(prefers-color-scheme: dark)\">"
      "<img src=\"/files/logo.png\" srcset=\"/files/help/en/start/shot.png 2x\" alt=\"L\" loading=\"lazy\">"
      "</picture></p>\n");
  EXPECT_EQ(testing::html_of("b <source srcset=\"shot.png\"> a <track src=x>"), "<p>b  a </p>\n");
}

}  // namespace
}  // namespace signpost
