// answer_curve_test.cc - a curve falls where wrong answers come in.
#include "eval/answer_curve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::HasSubstr;

TEST(AnswerCurve, CountsFromTheSurest) {
  AnswerRun run;
  run.threshold = 0.6F;
  for (const auto& [confidence, right] : {std::pair{0.4F, false}, {0.9F, true}, {0.7F, true}, {-1.0F, false}})
    run.answers.push_back({confidence, confidence >= run.threshold, right, 10, 1});
  EXPECT_EQ(curve_csv(run),
            "threshold,answered,right\n0.9000,0.2500,1.0000\n0.7000,0.5000,1.0000\n0.4000,0.7500,0.6667\n");
  const std::string svg = curve_svg(run, "a <set>");
  EXPECT_THAT(svg, HasSubstr("a &lt;set&gt;"));
  EXPECT_THAT(svg, HasSubstr("<circle cx='320.0'"));
  EXPECT_EQ(curve_csv({}), "threshold,answered,right\n");
}

}  // namespace
}  // namespace signpost
