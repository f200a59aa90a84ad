#include "content/heading_ids.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(HeadingSlug, IsGitHubs) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"Getting Started", "getting-started"},
      {"What's new?", "whats-new"},
      {"A & B", "a--b"},
      {"C++ / C#", "c--c"},
      {"snake_case-and-dash", "snake_case-and-dash"},
      {"Version 1.2.3", "version-123"},
      {"노드의 이름을 확인한다", "노드의-이름을-확인한다"},
      {"Initコンテナを理解する", "initコンテナを理解する"},
      {"日本語の、見出し。", "日本語の見出し"},
      {"Größe ÄNDERN", "größe-ändern"},
      {"हिन्दी", "हिन्दी"},
      {"emoji 😀 here", "emoji--here"},
      {"¿Qué?", "qué"},
      {"!!!", "section"},
      {"", "section"},
      {"<script>\"x\"</script>", "scriptxscript"},
  };
  for (const Case& c : cases) EXPECT_EQ(heading_slug(c.in), c.want) << c.in;
}

TEST(HeadingSlug, IsNeverLong) {
  const std::string slug = heading_slug(std::string(10'000, 'a'));
  EXPECT_LE(slug.size(), 128u);
  EXPECT_TRUE(is_safe_html_id(slug));
}

TEST(SafeHtmlId, RefusesWhatCouldLeaveAnAttribute) {
  for (const char* id : {"a", "a-b_c.d:e", "한국어", "日本語", "1"}) EXPECT_TRUE(is_safe_html_id(id)) << id;
  for (const char* id : {"", "a b", "a\"b", "a'b", "a<b", "a>b", "a&b", "a\nb", "a/b", "\xFF", "a=b"}) {
    EXPECT_FALSE(is_safe_html_id(id)) << id;
  }
}

TEST(HeadingIds, NumbersRepeats) {
  HeadingIds ids;
  EXPECT_EQ(ids.take_numbered("a"), "a");
  EXPECT_EQ(ids.take_numbered("a"), "a-1");
  EXPECT_EQ(ids.take_numbered("a-1"), "a-1-1");
  EXPECT_EQ(ids.take_numbered("a"), "a-2");
  EXPECT_FALSE(ids.take("a-2"));
  EXPECT_TRUE(ids.take("a-3"));
  EXPECT_EQ(ids.take_numbered("a"), "a-4");
}

}  // namespace
}  // namespace signpost
