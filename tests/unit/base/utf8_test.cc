#include "base/utf8.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

constexpr size_t kNone = std::string_view::npos;

TEST(Utf8, FindsTheFirstBadByte) {
  struct Case {
    std::string in;
    size_t want;
  };
  const Case cases[] = {
      {"", kNone},
      {"plain ascii, long enough", kNone},
      {"한국어 日本語 😀", kNone},
      {"abc\xFF", 3},
      {"\x80", 0},
      {"\xC0\xAF", 0},          // overlong
      {"\xE0\x80\x80", 0},      // overlong
      {"\xED\xA0\x80", 0},      // a surrogate
      {"\xF4\x90\x80\x80", 0},  // over U+10FFFF
      {"\xF0\x9F\x98", 0},      // cut off
      {"a\xE3\x81", 1},
      {"12345678\xC3", 8},
      {"\xEF\xBF\xBE", kNone},  // a noncharacter is well-formed
  };
  for (const Case& c : cases) EXPECT_EQ(first_invalid_utf8(c.in), c.want) << c.in;
}

TEST(Utf8, CodePointsGoBothWays) {
  for (const char32_t c : {U'a', U'\u00e9', U'\ud55c', U'\U0001F600', U'\U0010FFFF'}) {
    std::string text;
    append_utf8(text, c);
    size_t pos = 0;
    EXPECT_EQ(next_code_point(text, pos), c);
    EXPECT_EQ(pos, text.size());
    EXPECT_EQ(code_point_before("x" + text, text.size() + 1), c);
  }
  std::string bad;
  append_utf8(bad, 0xD800);
  append_utf8(bad, 0x110000);
  EXPECT_EQ(bad, "\xEF\xBF\xBD\xEF\xBF\xBD");
  size_t pos = 0;
  EXPECT_EQ(next_code_point("\xFFx", pos), kReplacement);
  EXPECT_EQ(pos, 1u);
  EXPECT_EQ(code_point_before("\x80\x80\x80\x80\x80", 5), kReplacement);
}

TEST(Utf8, CutsBetweenCharacters) {
  struct Case {
    std::string_view text;
    size_t max_bytes;
    size_t want;
  };
  const Case cases[] = {{"abc", 2, 2},
                        {"abc", 3, 3},
                        {"abc", 9, 3},
                        {"", 4, 0},
                        {"a\xED\x95\x9C", 3, 1},
                        {"\xED\x95\x9C", 2, 0},
                        {"\xED\x95\x9C"
                         "b",
                         3, 3}};
  for (const Case& c : cases)
    EXPECT_EQ(whole_characters(c.text, c.max_bytes), c.want) << c.text << c.max_bytes;
}

TEST(Utf8, Scrubs) {
  struct Case {
    std::string in;
    const char* want;
  };
  const Case cases[] = {
      {"clean text\twith\nlines", "clean text\twith\nlines"},
      {"a\xFF"
       "b",
       "a\xEF\xBF\xBD"
       "b"},
      {std::string("a\0b", 3),
       "a\xEF\xBF\xBD"
       "b"},
      {"12345678\x01"
       "2345678",
       "12345678\xEF\xBF\xBD"
       "2345678"},
      {"1234567\x7F", "1234567\xEF\xBF\xBD"},
      {"\xEF\xBF\xBE\xEF\xB7\x90", "\xEF\xBF\xBD\xEF\xBF\xBD"},
      {"한\xED\xA0\x80", "한\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},
  };
  for (const Case& c : cases) {
    std::string text = c.in;
    scrub_utf8(text);
    EXPECT_EQ(text, c.want);
    EXPECT_EQ(first_invalid_utf8(text), kNone);
  }
}

TEST(Utf8, Counts) {
  EXPECT_EQ(count_code_points("a한😀"), 3u);
  EXPECT_EQ(count_code_points(""), 0u);
}

}  // namespace
}  // namespace signpost
