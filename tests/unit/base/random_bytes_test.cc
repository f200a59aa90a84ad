// random_bytes_test.cc - as many as were asked for, and others each time.
#include "base/random_bytes.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace signpost {
namespace {

TEST(RandomBytes, AreAsManyAsWereAskedForAndOthersEachTime) {
  EXPECT_EQ(random_bytes(32).size(), 32u);
  EXPECT_NE(random_bytes(32), random_bytes(32));
  EXPECT_EQ(random_bytes(0), "");
  EXPECT_THROW(random_bytes(257), Error);
}

}  // namespace
}  // namespace signpost
