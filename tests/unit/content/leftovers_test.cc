#include "content/leftovers.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Leftovers, CountWithThreePlacesEach) {
  Leftovers found;
  for (int line = 1; line <= 5; ++line) found.add("{% include %}", "a.md", line);
  found.add("<Widget>", "b.md", 7);
  EXPECT_EQ(found.total(), 6u);
  const LeftoverCount& includes = found.kinds().at("{% include %}");
  EXPECT_EQ(includes.count, 5u);
  ASSERT_EQ(includes.places.size(), kMaxLeftoverPlaces);
  EXPECT_EQ(includes.places[2].line, 3);
}

TEST(Leftovers, AddUp) {
  Leftovers all;
  Leftovers one;
  one.add("x", "a.md", 1);
  all.add(one);
  all.add(one);
  EXPECT_EQ(all.kinds().at("x").count, 2u);
  EXPECT_EQ(all.kinds().at("x").places.size(), 2u);
}

// A hostile text can have a new kind in each line.
TEST(Leftovers, AreBounded) {
  Leftovers found;
  for (int i = 0; i < 10'000; ++i) found.add("<" + std::string(1000, 'x') + std::to_string(i), "a.md", i);
  EXPECT_EQ(found.kinds().size(), 1u) << "only the first 60 bytes count";
  for (int i = 0; i < 10'000; ++i) found.add(std::to_string(i), "a.md", i);
  EXPECT_EQ(found.kinds().size(), 501u);
  EXPECT_EQ(found.total(), 20'000u);
  found.add("\xEA\xB0\x80\xEA\xB0", "a.md", 1);  // cut in the middle of a character
}

}  // namespace
}  // namespace signpost
