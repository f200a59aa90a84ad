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
  };
  for (const Case& c : cases) {
    EXPECT_EQ(make_id(c.in), c.want) << c.in;
    EXPECT_TRUE(is_valid_id(make_id(c.in))) << c.in;
    EXPECT_EQ(make_id(make_id(c.in)), make_id(c.in)) << c.in;
  }
}

TEST(IsValidId, RefusesWhatNeedsEscaping) {
  for (const char* id : {"a", "A", "a.b_c-1", "한국어"}) EXPECT_TRUE(is_valid_id(id)) << id;
  for (const char* id : {"", ".", "..", "a b", "a/b", "a?b", "a#b", "a%b", "a\"b", "\xFF"}) {
    EXPECT_FALSE(is_valid_id(id)) << id;
  }
}

}  // namespace
}  // namespace signpost
