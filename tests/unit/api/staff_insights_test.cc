#include "api/staff_insights.h"

#include <gtest/gtest.h>

#include "base/dates.h"
#include "store/event_file.h"
#include "store/event_store.h"
#include "store/store.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

class StaffInsightsTest : public ::testing::Test {
 protected:
  InsightReport report() {
    InsightQuestion question;
    question.period = 7;
    return std::get<InsightReport>(staff_insights(context_, question));
  }

  const DataFolder folder_{"signpost-staff-insights"};
  Store store_{{.dir = folder_.path()}};
  EventStore events_{folder_.path()};
  const std::map<std::string, std::string> texts_{};
  OperationContext context_{.generation = nullptr,
                            .lang = "en",
                            .texts = texts_,
                            .now = *parse_time("2026-11-30T23:59:59Z"),
                            .store = &store_,
                            .events = &events_};
};

TEST_F(StaffInsightsTest, AreOfTheDaysUpToToday) {
  store_.add_outcomes({{"2026-11-30", "en", Outcome::left, 3}});
  EXPECT_EQ(report().total.left, 3) << "though nothing was ever counted";
  SqliteDatabase events = open_event_file(folder_.path(), std::chrono::milliseconds(0));
  events.execute("INSERT INTO day_counts VALUES (" + std::to_string(parse_day("2026-11-30")) +
                 ", 'en', 'searches', 12)");
  EXPECT_EQ(report().total.searches, 12);
  EXPECT_EQ(report().total.left, 3);
  context_.events = nullptr;
  EXPECT_EQ(report().total.searches, 0);
}

TEST_F(StaffInsightsTest, SayThatTheFileCantBeUsed) {
  store_.check();
  { const SqliteDatabase events = open_event_file(folder_.path(), std::chrono::milliseconds(0)); }
  std::filesystem::resize_file(event_file_path(folder_.path()), 100);
  EXPECT_EQ(std::get<Problem>(staff_insights(context_, {})).status, 503);
}

}  // namespace
}  // namespace signpost
