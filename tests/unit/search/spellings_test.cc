// spellings_test.cc - hexadecimal numbers with and without their marks, and what is short for what.
#include "search/spellings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Spellings, WriteANumberInEveryWay) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"80070005", "0x80070005"}, {"0x80070005", "80070005"},  {"80070005h", "0x80070005"},
      {"80070005", "80070005h"},  {"c0000005", "0xc0000005"},  {"0xc0000005", "c0000005"},
      {"7b", "0x0000007b"},       {"0x0000007b", "0x7b"},      {"0x7b", "0x0000007b"},
      {"0x0000007b", "7b"},       {"0x800f081f", "800f081f"},  {"0x1234", "1234"},
      {"0xdeadbeef", "deadbeef"}, {"0x0", "0x00000000"},       {"8007000e", "0x8007000e"},
      {"000005b4", "0x5b4"},      {"0x80131500", "80131500h"},
  };
  for (const Case& c : cases) {
    EXPECT_THAT(hex_spellings(c.in), Contains(std::string(c.want))) << c.in;
    EXPECT_THAT(hex_spellings(c.in), Not(Contains(std::string(c.in))));
  }
  for (const char* none :
       {"", "face", "404", "h", "0x", "0xgg", "kb5034441", "1.29.3", "password", "00112233445566778899aabb"})
    EXPECT_THAT(hex_spellings(none), IsEmpty()) << none;
  EXPECT_THAT(hex_spellings("0x50"), Not(Contains("50")));  // any number is written so
}

TEST(Spellings, CutBetweenLettersAndDigits) {
  EXPECT_THAT(letters_and_digits("2fa"), ElementsAre("2", "fa"));
  EXPECT_THAT(letters_and_digits("mp3"), ElementsAre("mp", "3"));
  for (const char* none : {"", "2", "fa", "a4", "k8s", "b2b", "utf-8", "é2"})
    EXPECT_THAT(letters_and_digits(none), IsEmpty()) << none;
}

TEST(Spellings, InitialsStandForWords) {
  struct Case {
    const char* words;
    const char* initials;
    const char* taken;  // "" when they are not theirs
  };
  const Case cases[] = {
      {"two factor authentication", "2fa", "two factor authentication"},
      {"2 factor authentication", "2fa", "2 factor authentication"},
      {"zwei faktor authentifizierung", "2fa", "zwei faktor authentifizierung"},
      {"single sign on for teams", "sso", "single sign on"},
      {"two factor", "2fa", ""},
      {"twofold fast access", "2fa", ""},
      {"", "2fa", ""},
      {"two  factor", "2f", ""},
      {"two factor", "", ""},
  };
  for (const Case& c : cases) {
    size_t length = 0;
    const bool begins = begins_with_initials(c.words, c.initials, length);
    EXPECT_EQ(begins ? std::string_view(c.words).substr(0, length) : "", c.taken) << c.words;
  }
}

TEST(Spellings, WriteUmlautsInTwoWays) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {{"loeschen", "l\u00F6schen"},
                        {"l\u00F6schen", "loeschen"},
                        {"konto", ""},
                        {"", ""},
                        {"\u00FCberpr\u00FCfen", "ueberpruefen"}};
  for (const Case& c : cases) EXPECT_EQ(other_umlauts(c.in), c.want) << c.in;
}

}  // namespace
}  // namespace signpost
