// key_formats_test.cc - the table holds together; what is found by it is held by secrets_test.cc and
// masked_text_test.cc.
#include "base/key_formats.h"

#include <gtest/gtest.h>

#include <set>

namespace signpost {
namespace {

TEST(KeyFormats, AreEachToldByItsBeginning) {
  std::set<std::string_view> starts;
  for (const KeyFormat& format : key_formats()) {
    EXPECT_TRUE(starts.insert(format.start).second) << format.start;
    EXPECT_EQ(format.what == nullptr, format.rest == nullptr) << format.start;
    EXPECT_LE(format.least, format.most) << format.start;
  }
}

TEST(KeyFormats, AreMaskedWhereTheyAreReported) {
  for (const KeyFormat& format : key_formats()) {
    if (format.what == nullptr) continue;
    EXPECT_LE(format.masked_from, format.start.size() + format.least) << format.start;
  }
}

}  // namespace
}  // namespace signpost
