#include "content/dialects/plain_spans.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(PlainSpans, AreEscapesAndCode) {
  EXPECT_EQ(plain_span_length("\\[a", 0), 2u);
  EXPECT_EQ(plain_span_length("\\", 0), 1u);
  EXPECT_EQ(plain_span_length("a `b` c", 2), 3u);
  EXPECT_EQ(plain_span_length("``a`b`` c", 0), 7u);
  EXPECT_EQ(plain_span_length("``a", 0), 2u);
  EXPECT_EQ(plain_span_length("a", 0), 0u);
}

}  // namespace
}  // namespace signpost
