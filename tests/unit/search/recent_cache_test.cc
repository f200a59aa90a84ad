// recent_cache_test.cc - what stays, and what goes.
#include "search/recent_cache.h"

#include <gtest/gtest.h>

#include <string>

namespace signpost {
namespace {

TEST(RecentCache, KeepsWhatIsAskedForAgainWithinItsBound) {
  RecentCache<int, std::string> cache(20, [](const std::string& value) { return value.size(); });
  const auto five = std::make_shared<const std::string>("12345");
  EXPECT_EQ(cache.find(1), nullptr);
  cache.add(1, five);
  cache.add(2, five);  // the newer half is full
  EXPECT_EQ(*cache.find(1), "12345");
  cache.add(3, five);
  EXPECT_NE(cache.find(1), nullptr) << "moved to the newer half";
  cache.add(4, five);
  EXPECT_NE(cache.find(1), nullptr);
  EXPECT_EQ(cache.find(2), nullptr) << "nobody asked for it";
  EXPECT_NE(cache.find(3), nullptr);
  EXPECT_NE(cache.find(4), nullptr);
}

TEST(RecentCache, ValuesThatSomebodyHoldsOutliveIt) {
  std::shared_ptr<const std::string> held;
  {
    RecentCache<int, std::string> cache(4, [](const std::string& value) { return value.size(); });
    cache.add(1, std::make_shared<const std::string>("larger than all"));
    held = cache.find(1);
    cache.add(2, held);
    cache.add(3, held);
    EXPECT_EQ(cache.find(1), nullptr);
  }
  EXPECT_EQ(*held, "larger than all");
}

}  // namespace
}  // namespace signpost
