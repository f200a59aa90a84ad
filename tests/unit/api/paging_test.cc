// paging_test.cc - how many pages a list fills.
#include "api/paging.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Paging, CountsPages) {
  EXPECT_EQ(pages_of(0, 10), 0u);
  EXPECT_EQ(pages_of(1, 10), 1u);
  EXPECT_EQ(pages_of(10, 10), 1u);
  EXPECT_EQ(pages_of(11, 10), 2u);
}

TEST(Paging, ListsAThousandResults) {
  EXPECT_EQ(page_count(999, 10), 100u);
  EXPECT_EQ(page_count(5'000'000, 10), 100u);
  EXPECT_EQ(page_count(5'000'000, 50), 20u);
}

}  // namespace
}  // namespace signpost
