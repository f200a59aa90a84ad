#include "index/related.h"

#include <gtest/gtest.h>

#include "index/schema.h"

namespace signpost {
namespace {

TEST(RelatedFinder, PrefersSharedRareWordsOfTheSameLanguage) {
  RelatedFinder finder;
  const uint32_t common = 1;
  finder.add(0, 0, {{10, 3}, {11, 2}, {common, 3}});  // 1
  finder.add(0, 1, {{10, 3}, {11, 2}, {common, 3}});  // 2: shares both rare words
  finder.add(0, 2, {{10, 1}, {12, 9}, {common, 3}});  // 3: shares one, weakly
  finder.add(1, 3, {{10, 3}, {11, 2}, {common, 3}});  // 4: another language
  finder.add(0, 0, {{10, 3}, {11, 2}, {common, 3}});  // 5: the same family as 1
  finder.add(0, 4, {{12, 1}, {13, 1}});               // 6
  finder.add(0, 5, {{14, 1}});                        // 7: nothing in common with anyone
  const std::vector<uint32_t> related = finder.find();
  ASSERT_EQ(related.size(), 7u * kRelatedCount);
  EXPECT_EQ(related[0], 2u);
  EXPECT_EQ(related[1], 3u);
  for (uint32_t i = 0; i < kRelatedCount; ++i) {
    EXPECT_NE(related[i], 4u);
    EXPECT_NE(related[i], 5u);
    EXPECT_EQ(related[6 * kRelatedCount + i], 0u);
  }
}

}  // namespace
}  // namespace signpost
