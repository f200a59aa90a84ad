#include "content/incident.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "content/incident_json.h"

namespace signpost {
namespace {

constexpr int64_t kHour = 60 * 60;

ZonedTime at_hour(int64_t hour) { return {hour * kHour, 0}; }

Incident incident(IncidentStatus status) {
  Incident made;
  made.id = "slow-search";
  made.status = status;
  made.started = at_hour(10);
  if (status == IncidentStatus::resolved) made.resolved = at_hour(20);
  made.texts = {{"en",
                 "Search is slow",
                 "",
                 {{at_hour(12), IncidentStatus::identified, "", "<p>b</p>", "b"},
                  {at_hour(11), {}, "First", "<p>a</p>", "a"}}},
                {"ko", "검색이 느립니다", "", {{at_hour(11), {}, "처음", "<p>가</p>", "가"}}}};
  return made;
}

TEST(Incident, LeavesByItself) {
  const struct {
    IncidentStatus status;
    int64_t until;  // hour; 0 for none
    int64_t ends;   // hour; 0 for never
  } cases[] = {
      {IncidentStatus::investigating, 0, 0}, {IncidentStatus::investigating, 15, 0},
      {IncidentStatus::identified, 15, 0},   {IncidentStatus::monitoring, 0, 0},
      {IncidentStatus::monitoring, 15, 15},  {IncidentStatus::resolved, 0, 44},
      {IncidentStatus::resolved, 22, 22},
  };
  for (const auto& one : cases) {
    Incident made = incident(one.status);
    if (one.until != 0) made.until = at_hour(one.until);
    const auto end = shown_until(made);
    EXPECT_EQ(end.value_or(0), one.ends * kHour) << to_string(one.status) << one.until;
    EXPECT_FALSE(is_known(made, 10 * kHour - 1));
    EXPECT_FALSE(is_active(made, 10 * kHour - 1));
    EXPECT_TRUE(is_active(made, 10 * kHour));
    EXPECT_EQ(is_active(made, 44 * kHour), one.ends == 0);
    if (end) {
      EXPECT_TRUE(is_active(made, *end - 1));
    }
    if (end) {
      EXPECT_FALSE(is_active(made, *end));
    }
    EXPECT_TRUE(is_known(made, 1000 * kHour));
  }
}

TEST(Incident, StatusIsOneOfFourWords) {
  EXPECT_EQ(parse_incident_status("Monitoring"), IncidentStatus::monitoring);
  EXPECT_EQ(parse_incident_status("fixed"), std::nullopt);
  for (const IncidentStatus status : kIncidentStatuses)
    EXPECT_EQ(parse_incident_status(to_string(status)), status);
}

// Who translates at night comes later than who writes.
TEST(Incident, ATranslationThatLagsShowsWhatItLacks) {
  const Incident made = incident(IncidentStatus::identified);
  EXPECT_EQ(text_in(made, "ko").title, "검색이 느립니다");
  EXPECT_EQ(text_in(made, "ja").title, "Search is slow");
  const std::vector<ShownUpdate> korean = history_in(made, "ko");
  ASSERT_EQ(korean.size(), 2u);
  EXPECT_EQ(korean[0].lang, "en");
  EXPECT_EQ(korean[0].update->text, "b");
  EXPECT_EQ(korean[1].lang, "ko");
  EXPECT_EQ(history_in(made, "en").size(), 2u);
  EXPECT_EQ(last_update(made), at_hour(12));
}

TEST(IncidentJson, IsLossless) {
  Incident full = incident(IncidentStatus::resolved);
  full.component = "Signpost";
  full.until = ZonedTime{30 * kHour, 9 * 60};
  full.queries = {{"en", "search slow"}, {"ko", "검색 느림"}};
  const std::vector<Incident> all = {full, incident(IncidentStatus::investigating)};
  EXPECT_EQ(incidents_from_json(incidents_to_json(all)), all);
}

TEST(IncidentJson, BelievesNothing) {
  const std::string good = incidents_to_json({incident(IncidentStatus::resolved)});
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    return text.replace(text.find(from), from.size(), to);
  };
  const std::string bad[] = {"",
                             "{}",
                             "[1]",
                             with("\"status\": \"resolved\"", "\"status\": \"mended\""),
                             with("1970-01-01T10:00:00Z", "yesterday"),
                             with("slow-search", "../slow search"),
                             with("\"texts\"", "\"words\""),
                             good.substr(0, good.size() / 2)};
  for (const std::string& text : bad) EXPECT_THROW(incidents_from_json(text), Error) << text.substr(0, 80);
  EXPECT_TRUE(incidents_from_json("[]").empty());
}

}  // namespace
}  // namespace signpost
