// gap_report_test.cc - gaps as a table, and one of them whole.
#include "report/gap_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::HasSubstr;

ShownGap warranty() {
  ShownGap shown;
  shown.gap.number = 12;
  shown.gap.state = GapState::closed;
  shown.gap.lang = "en";
  shown.gap.sums = {.visits = 14, .lost = 10, .without_result = 8, .without_click = 10, .contact = 2};
  shown.gap.queries = {{1, 9, 7, {}, 1}, {2, 5, 3, {}, 0}};
  shown.gap.nearest = {{"returns", "en", "Returns"}};
  shown.gap.changes = {{GapState::open, 0, "g1", ""}, {GapState::closed, 86400, "g2", "ann"}};
  shown.gap.proof = shown.gap.nearest.front();
  shown.examples = {{"en", "warranty claim", 9, 1}};
  return shown;
}

TEST(GapReport, HasARowForEach) {
  EXPECT_EQ(as_csv(gap_rows({warranty()})),
            "\"gap\",\"state\",\"lang\",\"visits_lost\",\"visits\",\"without_result\",\"without_click\","
            "\"refused\",\"unhelpful\",\"contact\",\"queries\",\"nearest\",\"proof\",\"examples\"\r\n"
            "\"G-12\",\"closed\",\"en\",10,14,8,10,0,0,2,2,\"returns\","
            "\"returns\",\"warranty claim\"\r\n");
  EXPECT_THAT(as_json(gap_rows({ShownGap()})), HasSubstr("\"examples\":null"));
}

TEST(GapReport, TellsAllOfOne) {
  const std::string text = describe_gap(warranty());
  for (const char* part :
       {"G-12  closed  en\n10 of 14 visits lost, in 2 queries\n", "  9  en  warranty claim\n",
        "  1 more, which too few visits asked to be shown\n", "  en/returns  Returns\n",
        "proven by en/returns\n", "1970-01-02T00:00:00Z  closed  ann\n", "  warranty claim => Returns\n"})
    EXPECT_THAT(text, HasSubstr(part));
}

}  // namespace
}  // namespace signpost
