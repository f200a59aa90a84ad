// annotations_test.cc - what findings_test.cc and complaint_listing_test.cc, which hold the formats, don't
// reach.
#include "content/annotations.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace signpost {
namespace {

TEST(Annotations, HaveATitleOrTheirRules) {
  const Annotation one{Severity::note, "orphan", "A, title", "x", "a.md", 0, 5};
  EXPECT_EQ(annotations_to_github({one}), "::notice file=a.md,title=A%2C title::x\n");
  EXPECT_EQ(annotations_to_github({}), "");
}

TEST(Annotations, OfAnUnknownRuleHaveNoIndex) {
  const Annotation one{Severity::error, "other", "", "x", "a b.md", 3, 5};
  const auto log =
      nlohmann::json::parse(annotations_to_sarif({"tool", "1", {{"orphan", "d", "h", ""}}}, {one}));
  const auto& result = log["runs"][0]["results"][0];
  EXPECT_FALSE(result.contains("ruleIndex"));
  EXPECT_FALSE(result.contains("partialFingerprints"));
  EXPECT_EQ(result["locations"][0]["physicalLocation"]["region"]["startColumn"], 5);
  EXPECT_FALSE(log["runs"][0]["tool"]["driver"]["rules"][0].contains("helpUri"));
}

}  // namespace
}  // namespace signpost
