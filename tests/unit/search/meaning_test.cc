// meaning_test.cc - how much the meaning of a query may say, by the query's shape.
#include "search/meaning.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "help_centre.h"

namespace signpost {
namespace {

using ::testing::FloatEq;

float share_of(const std::string& text, const std::string& lang = "en") {
  static const IndexReader index(help_centre_index().dir());
  const ParsedQuery query = parse_query(text);
  return meaning_share(query, make_plan(query, lang, index));
}

TEST(MeaningShare, IsNothingWhereTheWordsSayItAll) {
  for (const char* text : {"", "ERR_1042", "0x80070005", "kubectl.kubernetes.io/name", "maxSurge", "--force",
                           "E1042?", "\"reset password\"", "what is \"reset\"", "2FA"})
    EXPECT_EQ(share_of(text), 0) << text;
}

TEST(MeaningShare, GrowsWithTheWords) {
  EXPECT_THAT(share_of("password"), FloatEq(1.0F / 3));
  EXPECT_THAT(share_of("reset password"), FloatEq(2.0F / 3));
  EXPECT_THAT(share_of("reset password account"), FloatEq(1));
  EXPECT_THAT(share_of("I can't get into my account since Monday, password lost"), FloatEq(1));
  // What has no spaces counts by its pairs, two for a word.
  EXPECT_GT(share_of("パスワードを忘れました", "ja"), share_of("忘れ", "ja"));
}

TEST(MeaningShare, LeavesCodesAmongWordsOut) {
  const float plain = share_of("app stops with error today");
  const float coded = share_of("app stops with error E1042");
  EXPECT_GT(coded, 0);
  EXPECT_LT(coded, plain);
  // Signs at the ends of words are no code.
  EXPECT_THAT(share_of("why does app stop, always?"), FloatEq(share_of("why does app stop always")));
}

TEST(MeaningOf, IsNoneWithoutATable) {
  const IndexReader index(help_centre_index().dir());
  const ParsedQuery query = parse_query("I lost my password yesterday");
  EXPECT_FALSE(meaning_of(query, make_plan(query, "en", index), index));
}

}  // namespace
}  // namespace signpost
