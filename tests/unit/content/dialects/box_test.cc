#include "content/dialects/box.h"

#include <gtest/gtest.h>

#include "../parse_helpers.h"

namespace signpost {
namespace {

using testing::html_of;
using testing::text_of;

std::string written(const BoxStart& start, std::string_view prefix = "") {
  DialectLines lines;
  const DialectLine at{"", 3, false};
  start_box(lines, start, prefix, at);
  end_box(lines, start.type, prefix, at);
  for (const DialectLine& line : lines) EXPECT_EQ(line.source, 3);
  return signpost::joined_lines(lines);
}

TEST(Box, IsWrittenAsMarks) {
  EXPECT_EQ(written({BoxType::box, "WARNING", "Stop"}),
            "<?box warning bare?>\n<?title?>\nStop\n<?/title?>\n<?/box?>\n");
  EXPECT_EQ(written({BoxType::box, "danger", ""}, "  > "), "  > <?box danger?>\n  > <?/box?>\n");
  EXPECT_EQ(written({BoxType::box, "Big News!", ""}), "<?box big-news?>\n<?/box?>\n");
  EXPECT_EQ(written({BoxType::box, "주의", ""}),
            "<?box note bare?>\n<?title?>\n주의\n<?/title?>\n<?/box?>\n");
  EXPECT_EQ(written({BoxType::box, "note", "", true}), "<?box note bare?>\n<?/box?>\n");
  EXPECT_EQ(written({BoxType::open_fold, "tip", "1. A"}),
            "<?fold tip open bare?>\n<?title?>\n1\\. A\n<?/title?>\n<?/fold?>\n");
  EXPECT_EQ(written({BoxType::tabs, "", ""}), "<?tabs?>\n<?/tabs?>\n");
  EXPECT_EQ(written({BoxType::tab, "", "# A"}), "<?tab?>\n<?title?>\n\\# A\n<?/title?>\n<?/tab?>\n");
}

TEST(Box, IsRendered) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"<?box warning bare?>\n<?title?>\nNever **unplug**\n<?/title?>\nText\n<?/box?>\nafter",
       "<div class=\"admonition warning\"><p class=\"admonition-title\">Never "
       "<strong>unplug</strong></p>\n<p>Text</p>\n</div>\n<p>after</p>\n"},
      {"<?fold note open bare?>\n<?title?>\nA\n<?/title?>\nText\n<?/fold?>",
       "<details class=\"admonition note\" open><summary>A</summary>\n<p>Text</p>\n</details>\n"},
      {"<?box danger?>\nx\n<?/box?>",
       "<div class=\"admonition caution\"><p class=\"admonition-title\">Danger</p>\n<p>x</p>\n</div>\n"},
      {"<?fold big-news?>\nx\n<?/fold?>",
       "<details class=\"admonition note\"><summary>Big news</summary>\n<p>x</p>\n</details>\n"},
      {"<?tabs?>\n<?tab?>\n<?title?>\nA\n<?/title?>\nText\n<?/tab?>\n<?/tabs?>",
       "<div class=\"tabs\">\n<div class=\"tab\"><p "
       "class=\"tab-title\">A</p>\n<p>Text</p>\n</div>\n</div>\n"},
      // Tight lists stay tight, and a box doesn't reach out of its item.
      {"- a\n  <?box note bare?>\n  x\n  <?/box?>\n- b",
       "<ul>\n<li>a\n<div class=\"admonition note\">x\n</div>\n</li>\n<li>b</li>\n</ul>\n"},
      {"- a\n\n  <?box note bare?>\n  x\n\nafter",
       "<ul>\n<li><p>a</p>\n<div class=\"admonition note\"><p>x</p>\n</div>\n</li>\n</ul>\n<p>after</p>\n"},
      // An end without a start, or across an element, ends nothing of others.
      {"<?/box?>\n\na", "<p>a</p>\n"},
      {"<?box note bare?>\n<div>\n\na\n\n<?/box?>\n\nb",
       "<div class=\"admonition note\"><div>\n<p>a</p>\n</div></div>\n<p>b</p>\n"},
      {"<?php echo 1 ?>\n\na", "\n<p>a</p>\n"},
      {"<?box \"onclick?>\n\na", "\n<p>a</p>\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(html_of(c.in), c.want) << c.in;
}

// The author's title is searched, the word of the kind is not.
TEST(Box, TitleIsTextThatIsSearched) {
  EXPECT_EQ(text_of("<?box note?>\nText\n<?/box?>"), "Text");
  EXPECT_EQ(html_of("<?box danger?>\nx\n<?/box?>", {}, "ko").substr(0, 74),
            "<div class=\"admonition caution\"><p class=\"admonition-title\">위험</p>\n<p>");
  EXPECT_EQ(text_of("<?box note bare?>\n<?title?>\nNever\n<?/title?>\nText\n<?/box?>"), "Never\nText");
}

}  // namespace
}  // namespace signpost
