// shown_text_test.cc - texts cut for lists, and without what nobody sees.
#include "base/shown_text.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(ShownText, IsCutBetweenCharacters) {
  struct Case {
    const char* text;
    size_t max_bytes;
    const char* want;
  };
  const Case cases[] = {
      {"", 5, ""},          {"abcde", 5, "abcde"},    {"abcdef", 5, "ab…"},    {"가나다", 9, "가나다"},
      {"가나다", 8, "가…"}, {"\"\"\"", 18, "\"\"\""}, {"\"\"\"", 17, "\"\"…"}, {"a&b", 6, "a…"},
      {"<<<<", 15, "<<<…"},
  };
  for (const Case& test : cases) EXPECT_EQ(shortened(test.text, test.max_bytes), test.want) << test.text;
}

TEST(ShownText, LosesWhatNobodySees) {
  struct Case {
    const char* text;
    const char* want;
  };
  const Case cases[] = {
      {"plain text, 한국어, 日本語, עברית", "plain text, 한국어, 日本語, עברית"},
      {"invoice \u202Efdp.exe", "invoice fdp.exe"},
      {"\u202Aa\u202Bb\u202Cc\u202Dd\u202Ee", "abcde"},
      {"\u2066a\u2067b\u2068c\u2069d", "abcd"},
      {"a\u200Eb\u200Fc\u061Cd", "abcd"},
      {"pass\u200Bword\u2060 \uFEFFx\u00ADy", "password xy"},
      {"a\u2028b\u2029c", "abc"},
      {"a\U000E0041\U000E007Fb", "ab"},
      {"x\u3164y\u115Fz", "xyz"},
      // Joiners inside words are spelling.
      {"می\u200Cخواهم", "می\u200Cخواهم"},
      {"क्\u200Dष", "क्\u200Dष"},
      {"👩\u200D💻", "👩\u200D💻"},
      {"👩🏽\u200D🚀 ❤️\u200D🔥", "👩🏽\u200D🚀 ❤️\u200D🔥"},
      {"pass\u200Dword", "password"},
      {"\u200Cمی", "می"},
      {"می\u200C", "می"},
      {"می\u200C خواهم", "می خواهم"},
      {"می\u200C\u200C\u200Cخواهم", "می\u200Cخواهم"},
      {"می\u200C\u202Eخواهم", "میخواهم"},
  };
  for (const Case& test : cases) EXPECT_EQ(without_bidi_controls(test.text), test.want) << test.text;
}

}  // namespace
}  // namespace signpost
