// fnv1a_test.cc - the sums that the authors of FNV-1a publish.
#include "base/fnv1a.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Fnv1a, IsAsItsAuthorsSay) {
  EXPECT_EQ(fnv1a(""), 0xcbf29ce484222325u);
  EXPECT_EQ(fnv1a("a"), 0xaf63dc4c8601ec8cu);
  EXPECT_EQ(fnv1a("foobar"), 0x85944171f73967e8u);
  // Bytes beyond ASCII are not negative.
  EXPECT_NE(fnv1a("\xC3\xA4"), fnv1a("\xC3\xA5"));
}

}  // namespace
}  // namespace signpost
