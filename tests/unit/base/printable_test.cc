// printable_test.cc - nothing from outside moves the cursor of whoever reads it.
#include "base/printable.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Printable, ShowsWhatATerminalWouldActUpon) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"", ""},
      {"Plain text: 설치, 日本語, café", "Plain text: 설치, 日本語, café"},
      {"\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"},
      {"\x1b]0;title\x07", "\\x1b]0;title\\x07"},
      {"\xc2\x9b"
       "2J",
       "\\x9b2J"},  // CSI as one character of C1
      {"a\nerror: b\r\tc\x7f", "a\\nerror: b\\x0d\\tc\\x7f"},
      {"abc\xe2\x80\xae"
       "dcb",
       "abc\\u{202e}dcb"},
      {"\xe2\x81\xa6"
       "x\xe2\x81\xa9",
       "\\u{2066}x\\u{2069}"},
      {"a\xe2\x80\x8b"
       "b\xef\xbb\xbf",
       "a\\u{200b}b\\u{feff}"},
      {"a\xe2\x80\xa8"
       "b",
       "a\\u{2028}b"},
      {"\xf3\xa0\x81\x81", "\\u{e0041}"},  // a tag character, which shows as nothing
      {"\xff\xc3(", "\\xff\\xc3("},
      {"\xef\xbf\xbd", "\xef\xbf\xbd"},
      {"\xef\xbf\xbe", "\\u{fffe}"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(printable(c.in), c.want);
    EXPECT_EQ(is_printable(c.in), std::string_view(c.in) == c.want) << c.want;
  }
  EXPECT_EQ(printable(std::string_view("a\0b", 3)), "a\\x00b");
}

TEST(Printable, JsonStaysTheSameJson) {
  EXPECT_EQ(printable_json("{\n\t\"설치\": \"a\xc2\x9b"
                           "b\xe2\x80\xae\xf3\xa0\x81\x81\"\n}\n"),
            "{\n\t\"설치\": \"a\\u009bb\\u202e\\udb40\\udc41\"\n}\n");
}

}  // namespace
}  // namespace signpost
