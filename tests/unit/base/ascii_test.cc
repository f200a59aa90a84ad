// ascii_test.cc - tests of base/ascii.h.
#include "base/ascii.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(AsciiTest, KnowsItsCharactersAndNoOthers) {
  std::string digits, letters, blanks;
  for (int byte = 0; byte < 256; ++byte) {
    const char c = static_cast<char>(byte);
    if (is_digit(c)) digits += c;
    if (is_letter(c)) letters += c;
    if (is_space(c)) blanks += c;
    EXPECT_EQ(is_alnum(c), is_digit(c) || is_letter(c)) << byte;
  }
  EXPECT_EQ(digits, "0123456789");
  EXPECT_EQ(letters, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
  EXPECT_EQ(blanks, "\t\n\f\r ");
}

TEST(AsciiTest, LowersItsOwnLettersOnly) {
  EXPECT_EQ(lower_case("AbZ[@`{ \xC3\x84 1"), "abz[@`{ \xC3\x84 1");
}

TEST(AsciiTest, RaisesItsOwnLettersOnly) {
  for (const auto& [in, want] :
       {std::pair{'a', 'A'}, {'z', 'Z'}, {'A', 'A'}, {'`', '`'}, {'{', '{'}, {'\xE4', '\xE4'}})
    EXPECT_EQ(upper(in), want) << in;
}

TEST(AsciiTest, TrimsBothEnds) {
  EXPECT_EQ(trimmed("\r\n\t a b \f"), "a b");
  EXPECT_EQ(trimmed("a"), "a");
  EXPECT_EQ(trimmed(" \n"), "");
  EXPECT_TRUE(is_blank(" \n"));
  EXPECT_TRUE(is_blank(""));
  EXPECT_FALSE(is_blank(" \xC2\xA0"));
  EXPECT_TRUE(is_one_of("td", {"th", "td"}));
  EXPECT_FALSE(is_one_of("t", {"th", "td"}));
}

}  // namespace
}  // namespace signpost
