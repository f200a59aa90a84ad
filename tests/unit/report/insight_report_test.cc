#include "report/insight_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "counted_events.h"

namespace signpost {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(InsightReport, SumsUpDaysLanguagesAndThePeriod) {
  CountedEvents counted;
  const InsightReport report = read_insights(&counted.events(), counted.requests(), last_week());
  ASSERT_THAT(report.days, SizeIs(7));
  EXPECT_EQ(report.days.front().day, kReportToday - 6);
  EXPECT_EQ(report.days.back().day, kReportToday);
  EXPECT_EQ(report.days.back().figures.searches, 100);
  EXPECT_EQ(report.days.back().figures.without_click(), 30);
  EXPECT_EQ(report.days[3].figures.searches, 300);
  EXPECT_EQ(report.days[4].figures, InsightFigures());
  ASSERT_THAT(report.languages, SizeIs(2));
  EXPECT_EQ(report.languages[0].lang, "ko") << "with the most searches first";
  EXPECT_EQ(report.languages[1].figures.without_result, 12);
  EXPECT_EQ(report.total.searches, 400) << "what is before the period is not in it";
  EXPECT_EQ(report.total.visits, 60);
  EXPECT_EQ(report.total.not_counted, 5);
}

TEST(InsightReport, KeepsTheOutcomesApart) {
  CountedEvents counted;
  const InsightReport report = read_insights(&counted.events(), counted.requests(), last_week());
  EXPECT_EQ(report.total.solved, 7);
  EXPECT_EQ(report.total.left, 3);
  EXPECT_EQ(report.total.sent, 2);
  EXPECT_EQ(report.days[3].figures.left, 3);
  EXPECT_EQ(report.days[6].figures.solved, 7);
}

TEST(InsightReport, SaysWhyAnswersWereRefused) {
  CountedEvents counted;
  const InsightReport report = read_insights(&counted.events(), counted.requests(), last_week());
  ASSERT_THAT(report.refusals, SizeIs(2));
  EXPECT_EQ(report.refusals[0].reason, "account");
  EXPECT_EQ(report.refusals[0].number, 10);
  EXPECT_EQ(report.refusals[1].number, 4);
}

TEST(InsightReport, ListsQueriesByEachFigureAndTheRareOnesTogether) {
  CountedEvents counted;
  InsightReport report = read_insights(&counted.events(), counted.requests(), last_week());
  ASSERT_THAT(report.asked.lines, SizeIs(3));
  EXPECT_EQ(report.asked.lines[0].text, "환불");
  EXPECT_EQ(report.asked.rare.queries, 9);
  ASSERT_THAT(report.without_result.lines, SizeIs(1));
  EXPECT_EQ(report.without_result.lines[0].text, "=teapot");
  ASSERT_THAT(report.without_click.lines, SizeIs(2));
  EXPECT_EQ(report.without_click.lines[0].text, "refund");
  EXPECT_THAT(report.refused.lines, IsEmpty());
  ASSERT_THAT(report.contact, SizeIs(1)) << "an article from which nobody went on to people is not in it";
  EXPECT_EQ(report.contact[0].article, "refunds");
  InsightQuestion strict = last_week();
  strict.least_visits = 10;
  report = read_insights(&counted.events(), counted.requests(), strict);
  EXPECT_THAT(report.asked.lines, SizeIs(2)) << "what fewer visits asked is no text";
  EXPECT_EQ(report.asked.rare.queries, 10);
}

TEST(InsightReport, IsOfOneLanguageWhereThatIsAsked) {
  CountedEvents counted;
  const InsightReport report = read_insights(&counted.events(), counted.requests(), last_week("ko"));
  EXPECT_EQ(report.total.searches, 300);
  EXPECT_EQ(report.total.solved, 0);
  EXPECT_EQ(report.total.left, 3);
  EXPECT_THAT(report.asked.lines, SizeIs(1));
  EXPECT_EQ(report.asked.rare.queries, 0);
  EXPECT_THAT(report.contact, IsEmpty());
}

TEST(InsightReport, IsThereWhereNothingWasEverCounted) {
  const DataFolder folder("signpost-report-empty");
  SqliteDatabase requests = folder.open();
  const InsightReport report = read_insights(nullptr, requests, last_week());
  EXPECT_THAT(report.days, SizeIs(7));
  EXPECT_EQ(report.total, InsightFigures());
  EXPECT_THAT(report.languages, IsEmpty());
}

TEST(InsightReport, MoreClicksThanSearchesAreNoNegativeFigure) {
  InsightFigures figures;
  figures.searches = 1;
  figures.clicked = 2;
  EXPECT_EQ(figures.without_click(), 0);
}

TEST(PerMille, IsRounded) {
  EXPECT_EQ(per_mille(0, 0), 0);
  EXPECT_EQ(per_mille(1, 0), 0);
  EXPECT_EQ(per_mille(12, 345), 35);
  EXPECT_EQ(per_mille(1, 3), 333);
  EXPECT_EQ(per_mille(2, 3), 667);
  EXPECT_EQ(per_mille(5, 5), 1000);
}

}  // namespace
}  // namespace signpost
