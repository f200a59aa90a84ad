// id_set_test.cc - tests importer/id_set.
#include "importer/id_set.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(IdSet, KnowsIdsInAnyOrder) {
  IdSet ids;
  EXPECT_TRUE(ids.insert(5));
  EXPECT_TRUE(ids.insert(9));
  EXPECT_TRUE(ids.insert(7));
  EXPECT_FALSE(ids.insert(5));
  EXPECT_FALSE(ids.insert(7));
  EXPECT_TRUE(ids.contains(9));
  EXPECT_FALSE(ids.contains(6));
  EXPECT_EQ(ids.size(), 3u);
}

}  // namespace
}  // namespace signpost
