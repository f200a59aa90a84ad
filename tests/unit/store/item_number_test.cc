#include "store/item_number.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(ItemNumber, IsReadAsItIsShown) {
  EXPECT_EQ(shown_item('G', 12), "G-12");
  EXPECT_EQ(parse_item('G', "G-12"), 12);
  EXPECT_EQ(parse_item('G', "g-7"), 7);
  for (const char* text :
       {"", "G", "12", "G12", "G-", "G-0", "G--1", "G-1x", "F-1", "G-99999999999999999999"})
    EXPECT_FALSE(parse_item('G', text)) << text;
}

}  // namespace
}  // namespace signpost
