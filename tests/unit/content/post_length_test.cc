// post_length_test.cc - what X's, Mastodon's and Bluesky's own pages say of a text's length.
#include "content/post_length.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "content/punycode_length.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(PostLength, XCountsByWeight) {
  struct Case {
    const char* text;
    size_t want;  // as twitter-text 3.1.0 has it
  };
  const Case cases[] = {
      {"", 0},
      {"Hello", 5},
      {"안녕", 4},
      {"日本語です。", 12},
      {"가", 2},  // as three jamo, which are composed first
      {"é", 1},   // likewise
      {"👨‍👩‍👧‍👦", 2},
      {"👍🏽", 2},
      {"🇰🇷", 2},
      {"1️⃣", 2},
      {"©", 1},
      {"©️", 2},
      {"https://help.example.com/s/4f9k0a", 23},
      {"see help.example.com/s/4f9k0a.", 28},
      {"example.com and node.js", 23 + 12},
      {"한국어example.com", 6 + 23},
      {"https://한국.com/길", 23 + 2},
      {"www.한국.com/길", 23 + 4 + 2},
      {"@example.com", 12},
      {"a.example.invalid", 17},
      {"-example.com", 12},
      {"http://a.b.c.museum:80/x(y)?q=1#z!", 24},
  };
  for (const Case& test : cases) EXPECT_EQ(x_length(test.text), test.want) << test.text;
}

TEST(PostLength, MastodonAndBlueskyCountWhatPeopleSee) {
  const std::string address = "https://help.example.com/a/very/long/path/to/something";
  EXPECT_EQ(mastodon_length("한국어 " + address), 4 + 23U);
  EXPECT_EQ(mastodon_length("example.com"), 11U);
  EXPECT_EQ(grapheme_count("한국어 " + address), 4 + address.size());
  EXPECT_EQ(grapheme_count("👨‍👩‍👧‍👦é🇰🇷"), 3U);
}

TEST(PostLength, ACharacterIsNeverCut) {
  EXPECT_THAT(grapheme_ends("", 9), IsEmpty());
  EXPECT_THAT(grapheme_ends("a한b", 9), ElementsAre(1, 4, 5));
  EXPECT_THAT(grapheme_ends("a한b", 2), ElementsAre(1, 4));
  const std::string family = "👨‍👩‍👧‍👦";
  EXPECT_THAT(grapheme_ends(family + "e\u0301\u0323!", 9),
              ElementsAre(family.size(), family.size() + 5, family.size() + 6));
}

// As Python's codec "punycode" has them.
TEST(PostLength, KnowsTheLengthOfLabels) {
  EXPECT_EQ(punycode_length(U"example"), 7U);
  EXPECT_EQ(punycode_length(U"\uD55C\uAD6D"), std::string("xn--3e0b707e").size());
  EXPECT_EQ(punycode_length(U"b\u00FCcher"), std::string("xn--bcher-kva").size());
  EXPECT_EQ(punycode_length(U"\u30D5\u30A1\u30C3\u30B7\u30E7\u30F3"),
            std::string("xn--bck1b9a5dre4c").size());
}

// Text that looks like an address for long is given up, not tried in every way.
TEST(PostLength, NoTextTakesLong) {
  std::string dots;
  for (int i = 0; i < 400; ++i) dots += "a-_b.";
  EXPECT_EQ(x_length(dots), dots.size());
  std::string letters;
  for (int i = 0; i < 600; ++i) letters += "가";
  EXPECT_EQ(x_length(letters + "."), 1201U);
  EXPECT_GT(x_length("http://a.com/" + std::string(600, '(')), 23U);
}

}  // namespace
}  // namespace signpost
