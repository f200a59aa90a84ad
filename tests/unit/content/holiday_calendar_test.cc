// holiday_calendar_test.cc - calendars as governments and programs publish them, and what is not understood.
#include "content/holiday_calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/dates.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::string calendar(const std::string& events) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n" + events + "END:VCALENDAR\r\n";
}

std::string event(const std::string& lines) {
  return calendar("BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n");
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::vector<std::string> days_of(const std::string& text) {
  std::vector<Diagnostic> diagnostics;
  const auto days = parse_holidays(text, "holidays.ics", diagnostics);
  EXPECT_THAT(diagnostics, IsEmpty()) << text;
  std::vector<std::string> names;
  for (const uint32_t day : days.value_or(std::vector<uint32_t>())) names.push_back(format_day(day));
  return names;
}

TEST(HolidayCalendar, HasTheDaysOfItsEvents) {
  const struct {
    const char* lines;
    std::vector<std::string> want;
  } kCases[] = {
      {"DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261226\r\nSUMMARY:Christmas\r\n", {"2026-12-25"}},
      {"DTSTART;VALUE=DATE:20260216\nDTEND;VALUE=DATE:20260219\n",
       {"2026-02-16", "2026-02-17", "2026-02-18"}},
      {"DTSTART:20260501\n", {"2026-05-01"}},
      {"DTSTART:20260501\nDTEND:20260501\n", {"2026-05-01"}},
      {"DTSTART:20260501\nDURATION:P2D\n", {"2026-05-01", "2026-05-02"}},
      {"dtstart;tzid=\"Asia/Seoul: Korea\":20261009T000000\ndtend;tzid=Asia/Seoul:20261010T000000\n",
       {"2026-10-09"}},
      {"DTSTART;VALUE=DATE:20261\n 225\nDESCRIPTION:folded\n", {"2026-12-25"}},
      {"DTSTART:20260501\nSTATUS:CANCELLED\n", {}},
      {"DTSTART:20260501\nRDATE;VALUE=DATE:20260503,20260505\nEXDATE:20260503\n",
       {"2026-05-01", "2026-05-05"}},
      {"DTSTART:20260501\nBEGIN:VALARM\nTRIGGER:-PT15M\nDURATION:PT5M\nEND:VALARM\n", {"2026-05-01"}},
      {"DTSTART:20260101\nRRULE:FREQ=YEARLY;COUNT=3\n", {"2026-01-01", "2027-01-01", "2028-01-01"}},
      {"DTSTART:20240229\nRRULE:FREQ=YEARLY;UNTIL=20320301\n", {"2024-02-29", "2028-02-29", "2032-02-29"}},
      {"DTSTART:20260101\nRRULE:FREQ=YEARLY;INTERVAL=2;UNTIL=20300101T000000Z\n",
       {"2026-01-01", "2028-01-01", "2030-01-01"}},
      {"DTSTART:20251127\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2\n", {"2025-11-27", "2026-11-26"}},
      {"DTSTART:20260525\nRRULE:FREQ=YEARLY;BYDAY=-1MO;BYMONTH=5;WKST=SU;COUNT=2\n",
       {"2026-05-25", "2027-05-31"}},
      {"DTSTART:20261225\nRRULE:FREQ=YEARLY;BYMONTHDAY=25;BYMONTH=12;COUNT=2\nEXDATE:20261225\n",
       {"2027-12-25"}},
  };
  for (const auto& [lines, want] : kCases) EXPECT_EQ(days_of(event(lines)), want) << lines;
  EXPECT_THAT(days_of(calendar("")), IsEmpty());
  EXPECT_EQ(days_of(event("DTSTART:20500101\nRRULE:FREQ=YEARLY\n")).size(), 11u);
  EXPECT_THAT(days_of("\xEF\xBB\xBF" + event("DTSTART:19000501\nRRULE:FREQ=YEARLY;UNTIL=19700501\n")),
              ElementsAre("1970-05-01"));
}

TEST(HolidayCalendar, SaysAtWhichLineItIsNotUnderstood) {
  const struct {
    std::string text;
    int line;
    const char* message;
  } kCases[] = {
      {"<html>\n", 1, "this is no iCalendar file"},
      {"", 1, "this is no iCalendar file"},
      {event("DTSTART;VALUE=DATE:20261325\n"), 5, "'20261325' is no whole day like 20261225"},
      {event("DTSTART:20261225T090000\n"), 5, "'20261225T090000' is no whole day"},
      {event("DTSTART:20261224T150000Z\n"), 5, "'20261224T150000Z' is no whole day"},
      {event("DTSTART:20261225T000000Z\n"), 5, "is no whole day"},
      {event("SUMMARY:x\n"), 4, "an event has no DTSTART"},
      {event("DTSTART:20261225\nDTEND:20261201\n"), 4, "must last from 1 to 366 days"},
      {event("DTSTART:20261225\nDTEND:20301201\n"), 4, "must last from 1 to 366 days"},
      {event("DTSTART:20261225\nDURATION:PT8H\n"), 6, "the duration 'PT8H' is no number of whole days"},
      {event("DTSTART:20261225\nRRULE:FREQ=WEEKLY\n"), 6, "the repetition 'FREQ=WEEKLY' is not understood"},
      {event("DTSTART:20261225\nRRULE:FREQ=YEARLY;BYDAY=MO\n"), 6, "is not understood"},
      {event("DTSTART:20261225\nRRULE:FREQ=YEARLY;BYDAY=20MO\n"), 6, "is not understood"},
      {event("DTSTART:20261225\nRRULE:FREQ=YEARLY;BYEASTER=0\n"), 6, "is not understood"},
      {event("DTSTART:20261225\nRRULE:COUNT=2\n"), 6, "is not understood"},
      {event("DTSTART:20261225\nRECURRENCE-ID:20261225\n"), 6, "was moved is not understood"},
      {calendar(
           repeated("BEGIN:VEVENT\nDTSTART:19000101\nDURATION:P366D\nRRULE:FREQ=YEARLY\nEND:VEVENT\n", 5000)),
       9, "the events up to here name over 100000 days"},
      {calendar(repeated("BEGIN:VEVENT\nDTSTART:20260101\nEND:VEVENT\n", 5001)), 15004,
       "may have 5000 events"},
      {"BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261225\n", 2, "an event does not end"},
  };
  for (const auto& [text, line, message] : kCases) {
    std::vector<Diagnostic> diagnostics;
    EXPECT_EQ(parse_holidays(text, "holidays.ics", diagnostics), std::nullopt) << text;
    ASSERT_EQ(diagnostics.size(), 1u) << text;
    EXPECT_EQ(diagnostics[0].path, "holidays.ics");
    EXPECT_EQ(diagnostics[0].line, line) << text;
    EXPECT_THAT(diagnostics[0].message, HasSubstr(message));
  }
}

}  // namespace
}  // namespace signpost
