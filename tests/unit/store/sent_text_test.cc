#include "store/sent_text.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(SentText, IsUtf8WithoutControls) {
  EXPECT_TRUE(is_text("", Lines::one));
  EXPECT_TRUE(is_text("이것은 안 돼요 \U0001F937", Lines::one));
  EXPECT_TRUE(is_text("a\nb\tc", Lines::many));
  EXPECT_FALSE(is_text("a\nb", Lines::one));
  EXPECT_FALSE(is_text("a\rb", Lines::one));
  EXPECT_FALSE(is_text("a\x1B[2J", Lines::many));
  EXPECT_FALSE(is_text("\xC3", Lines::many));
  EXPECT_FALSE(is_text(std::string_view("a\0b", 3), Lines::many));
}

TEST(SentText, HasOneKindOfLineBreak) {
  std::string text = "a\r\nb\rc\nd\r";
  unify_line_breaks(text);
  EXPECT_EQ(text, "a\nb\nc\nd\n");
}

TEST(SentText, IsCutToOneLineThatIsText) {
  EXPECT_EQ(one_line_of("why\r\ndoes it\n not?", 400), "why  does it  not?");
  EXPECT_EQ(one_line_of("가나다", 8), "가나");
  EXPECT_EQ(one_line_of("a\xFF\fb", 400), "a\uFFFD\uFFFDb");
  for (size_t most = 0; most < 20; ++most) {
    const std::string line = one_line_of("\U0001F937\xC3 인쇄가 안 돼요\xED\xA0\x80", most);
    EXPECT_LE(line.size(), most);
    EXPECT_TRUE(is_text(line, Lines::one)) << most;
  }
}

}  // namespace
}  // namespace signpost
