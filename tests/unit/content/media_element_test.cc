#include "content/media_element.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/content/parse_helpers.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

ParseResult parse_with_media(const std::string& body) {
  LinkResolver links;
  links.page_of = [](const std::string&) -> std::optional<std::string> { return std::nullopt; };
  links.has_file = [](const std::string& path) { return path.find("gone") == std::string::npos; };
  SourceInfo info;
  info.path = "page.md";
  return parse_article(info, {info.path, "---\ntitle: T\n---\n" + body}, Site(), links);
}

TEST(MediaElement, IsToldByItsEnding) {
  EXPECT_EQ(media_element_of("a/v.MP4?x=a.mp3"), "video");
  EXPECT_EQ(media_element_of("https://a.example/s.mp3#t=10"), "audio");
  for (const char* other : {"", "mp4", "a.mp4/b", "a.png", "a."})
    EXPECT_EQ(media_element_of(other), "") << other;
}

// Regression: films were left out with nothing but a note.
TEST(MediaElement, IsShownWithControlsAndALink) {
  const struct {
    std::string in;
    std::string want;
  } kCases[] = {
      {"<video src=\"v.mp4\" autoplay loop width=640 onplay=x></video>",
       "<video controls preload=\"metadata\" aria-label=\"v.mp4\" loop=\"\" width=\"640\"><source "
       "src=\"/files/v.mp4\">"
       "</video> <a class=\"media-link\" href=\"/files/v.mp4\">v.mp4</a>"},
      {"<video controls poster=p.png title=\"A & B\"><source src=\"v.webm\" type=\"video/webm\">"
       "<source src=\"gone.mp4\"><track src=c.vtt kind=captions srclang=en label=English>No "
       "<b>video</b></video>",
       "<video controls preload=\"metadata\" aria-label=\"A &amp; B\" poster=\"/files/p.png\">"
       "<source src=\"/files/v.webm\" type=\"video/webm\"><track src=\"/files/c.vtt\" kind=\"captions\" "
       "srclang=\"en\" "
       "label=\"English\"></video> <a class=\"media-link\" href=\"/files/v.webm\">A &amp; B</a>"},
      {"<p><audio src='https://a.example/s.mp3' /> after</p>",
       "<audio controls preload=\"metadata\" aria-label=\"s.mp3\"><source "
       "src=\"https://a.example/s.mp3\"></audio> "
       "<a class=\"media-link\" href=\"https://a.example/s.mp3\" rel=\"noopener\">s.mp3</a> after"},
      {"![Demo](v.mp4)",
       "<video controls preload=\"metadata\" aria-label=\"Demo\"><source src=\"/files/v.mp4\"></video> "
       "<a class=\"media-link\" href=\"/files/v.mp4\">Demo</a>"},
      {"<video title=T src=gone.mp4></video>", "<span class=\"missing-image\">T</span>"},
      {"<video src=\"javascript:alert(1)\"></video>", "<span class=\"missing-image\"></span>"},
  };
  for (const auto& [in, want] : kCases)
    EXPECT_EQ(parse_with_media(in).document->html, "<p>" + want + "</p>\n") << in;
}

TEST(MediaElement, IsFoundAndCarriedAlong) {
  const ParseResult result = parse_with_media(
      "<video src=\"v.mp4\" title=\"Walrus\">No video</video>\n\n<video src=gone.mp4></video>");
  EXPECT_THAT(result.document->sections[0].text, HasSubstr("Walrus"));
  EXPECT_THAT(result.document->sections[0].text, Not(HasSubstr("No video")));
  ASSERT_EQ(result.document->assets.size(), 1U);
  EXPECT_EQ(result.document->assets[0].source_path, "v.mp4");
  ASSERT_EQ(result.diagnostics.size(), 1U);
  EXPECT_EQ(result.diagnostics[0].rule, "asset-missing");
}

}  // namespace
}  // namespace signpost
