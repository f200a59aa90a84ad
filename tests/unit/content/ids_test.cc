#include "content/ids.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(MakeId, GivesValidIds) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"getting-started/Install Guide", "getting-started-install-guide"},
      {"한국어 문서", "한국어-문서"},
      {"カタカナ", "カタカナ"},
      {"\xE3\x82\xAB\xE3\x82\x99", "ガ"},  // a kana and its mark, as some file systems spell it
      {"a__b--c", "a__b--c"},
      {"v1.2", "v1.2"},
      {"  (x)  ", "x"},
      {"C++", "c"},
      {"ÄÖ", "äö"},
      {"..", "untitled"},
      {"", "untitled"},
      {"???", "untitled"},
      {"a\xFF"
       "b",
       "a-b"},
      {"\"><script>", "script"},
      {"เริ่มต้นใช้งาน", "เริ่มต้นใช้งาน"},           // Thai
      {"पासवर्ड बदलें", "पासवर्ड-बदलें"},           // Hindi
      {"পাসওয়ার্ড", "পাসওয়ার্ড"},               // Bengali; composed, its nukta stays apart
      {"கடவுச்சொல்", "கடவுச்சொல்"},               // Tamil
      {"র\u200D\u09CDযাম", "র\u09CDযাম"},     // a joiner goes, its mark stays
      {"שָׁלוֹם", "ש\u05B8\u05C1לו\u05B9ם"},     // Hebrew points, in canonical order
      {"x\u0323\u030A", "x\u0323\u030A"},     // nothing is composed of these
      {"\u2699\uFE0F Settings", "settings"},  // an emoji with its selector
      {"\u0301a", "a"},                       // a mark of nothing
      {"1\uFE0F\u20E3 First", "1-first"},     // a keycap
  };
  for (const Case& c : cases) {
    EXPECT_EQ(make_id(c.in), c.want) << c.in;
    EXPECT_TRUE(is_valid_id(make_id(c.in))) << c.in;
    EXPECT_EQ(make_id(make_id(c.in)), make_id(c.in)) << c.in;
  }
}

TEST(IsValidId, RefusesWhatNeedsEscaping) {
  for (const char* id : {"a", "A", "a.b_c-1", "한국어", "เริ่ม", "ใช้งาน"}) EXPECT_TRUE(is_valid_id(id)) << id;
  for (const char* id : {"", ".", "..", "a b", "a/b", "a?b", "a#b", "a%b", "a\"b", "\xFF", "\u0301a",
                         "a-\u0301", "a\u200Db"}) {
    EXPECT_FALSE(is_valid_id(id)) << id;
  }
}

}  // namespace
}  // namespace signpost
