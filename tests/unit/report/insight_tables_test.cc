#include "report/insight_tables.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "counted_events.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;
using ::testing::StartsWith;

class InsightTablesTest : public ::testing::Test {
 protected:
  std::string csv(std::string_view name) const { return as_csv(*insight_table(report_, name)); }

  CountedEvents counted_;
  const InsightReport report_ = read_insights(&counted_.events(), counted_.requests(), last_week());
};

TEST_F(InsightTablesTest, HaveNamesAndAsManyCellsAsColumns) {
  EXPECT_THAT(insight_table_names(), ElementsAre("days", "languages", "outcomes", "asked", "without_result",
                                                 "without_click", "refused", "refusals", "contact"));
  EXPECT_FALSE(insight_table(report_, "queries"));
  const auto tables = insight_tables(report_);
  ASSERT_EQ(tables.size(), insight_table_names().size());
  for (size_t i = 0; i < tables.size(); ++i) {
    EXPECT_EQ(tables[i].name, insight_table_names()[i]);
    for (const auto& row : tables[i].rows) EXPECT_EQ(row.size(), tables[i].columns.size()) << tables[i].name;
  }
}

TEST_F(InsightTablesTest, HaveARowForEachDayThoughNothingWasCounted) {
  EXPECT_THAT(insight_table(report_, "days")->rows, SizeIs(7));
  EXPECT_THAT(csv("days"), HasSubstr("\r\n\"2026-11-29\",0,0,0,0,0,0,0,0,0,0,0,0,0,0\r\n"
                                     "\"2026-11-30\",60,100,12,30,0,9,6,0,0,0,0,0,5,0\r\n"));
  EXPECT_THAT(csv("outcomes"), HasSubstr("\"2026-11-27\",0,3,0\r\n"));
}

TEST_F(InsightTablesTest, HaveTheRareOnesAsARowWithoutText) {
  EXPECT_EQ(csv("without_result"),
            "\"lang\",\"queries\",\"visits\",\"searches\",\"without_result\",\"without_click\",\"corrected\","
            "\"answered\",\"refused\",\"unhelpful\",\"contact\",\"query\"\r\n"
            "\"en\",1,6,6,6,6,0,0,0,0,0,\"'=teapot\"\r\n"
            ",9,12,14,6,4,0,0,0,0,0,\r\n");
}

TEST_F(InsightTablesTest, HaveReasonsAndArticles) {
  EXPECT_EQ(csv("refusals"), "\"refused\",\"reason\"\r\n10,\"account\"\r\n4,\"no_match\"\r\n");
  EXPECT_THAT(csv("contact"), HasSubstr("\"en\",50,20,30,6,2,3,1,0,\"refunds\"\r\n"));
  EXPECT_THAT(csv("languages"), HasSubstr("\r\n\"ko\",0,300,0,0,"));
}

TEST_F(InsightTablesTest, StandBehindTheSumsOfThePeriod) {
  EXPECT_THAT(
      as_json(insight_summary(report_), {}),
      StartsWith(
          R"({"from":"2026-11-24","to":"2026-11-30","period":7,"lang":"","visits":60,"searches":400,)"));
  EXPECT_THAT(as_json(insight_summary(report_), {}), HasSubstr(R"("solved":7,"left":3,"sent":2})"));
}

}  // namespace
}  // namespace signpost
