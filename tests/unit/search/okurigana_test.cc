// okurigana_test.cc - which pairs of characters are the same compound.
#include "search/okurigana.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::Pair;

TEST(Okurigana, StandsBetweenTwoKanji) {
  struct Case {
    const char* pair;
    const char* first;
    const char* second;
  };
  const Case cases[] = {{"取消", "取り", "り消"}, {"申込", "申し", "し込"}, {"問合", "問い", "い合"},
                        {"受付", "受け", "け付"}, {"振込", "振り", "り込"}, {"並替", "並べ", "べ替"},
                        {"引越", "引っ", "っ越"}, {"立替", "立て", "て替"}};
  for (const Case& c : cases) {
    EXPECT_THAT(with_kana_between(c.pair), Contains(Pair(c.first, c.second))) << c.pair;
    EXPECT_EQ(without_kana_between(c.first, c.second), c.pair);
  }
  EXPECT_THAT(with_kana_between("東西"), Not(Contains(Pair("東に", "に西"))));
  for (const char* none : {"", "取", "取り", "サー", "取り消", "비밀"})
    EXPECT_THAT(with_kana_between(none), IsEmpty()) << none;
  EXPECT_EQ(without_kana_between("東に", "に西"), "");
  EXPECT_EQ(without_kana_between("取り", "し消"), "");
  EXPECT_EQ(without_kana_between("さり", "り消"), "");
}

}  // namespace
}  // namespace signpost
