// hours_test.cc - channels at 10,000 instants that Python's zoneinfo judged, and the days on which clocks
// change.
#include "contact/hours.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "base/dates.h"
#include "base/sanitized_build.h"

namespace signpost {
namespace {

Channel channel_of(const char* zone, std::vector<OpenHours> hours, std::vector<uint32_t> holidays = {}) {
  Channel channel;
  channel.time_zone = zone;
  channel.hours = std::move(hours);
  channel.holidays = std::move(holidays);
  return channel;
}

std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return output;
  char buffer[4096];
  for (size_t got = 0; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) output.append(buffer, got);
  EXPECT_EQ(::pclose(pipe), 0) << command;
  return output;
}

TEST(Hours, AreThoseThatZoneinfoKnows) {
  const std::string oracle = SIGNPOST_SOURCE_DIR "/tests/unit/contact/hours_oracle.py";
  const size_t count = kSanitizedBuild ? 2000 : 10'000;
  std::istringstream lines(output_of("python3 '" + oracle + "' " + std::to_string(count)));
  size_t judged = 0;
  size_t open = 0;
  size_t wrong = 0;
  for (std::string line; std::getline(lines, line);) {
    const nlohmann::json known = nlohmann::json::parse(line);
    Channel channel = channel_of(known["zone"].get<std::string>().c_str(), {});
    for (const auto& hours : known["hours"])
      channel.hours.push_back({hours[0].get<uint8_t>(), hours[1].get<uint16_t>(), hours[2].get<uint16_t>()});
    known["holidays"].get_to(channel.holidays);
    for (const auto& probe : known["probes"]) {
      Opening want{probe[1].get<bool>(), probe[2].get<bool>(), std::nullopt};
      if (!probe[3].is_null()) want.changes = probe[3].get<int64_t>();
      const Opening got = opening_at(channel, probe[0].get<int64_t>());
      ++judged;
      open += want.open ? 1 : 0;
      if (got == want) continue;
      if (++wrong <= 5)
        ADD_FAILURE() << channel.time_zone << " at " << format_time(probe[0].get<int64_t>()) << ": open "
                      << got.open << ", holiday " << got.holiday << ", changes "
                      << format_time(got.changes.value_or(0)) << "; zoneinfo says " << probe.dump();
    }
  }
  std::cout << judged << " instants, " << open << " of them open, " << wrong << " wrong\n";
  EXPECT_EQ(judged, count);
  EXPECT_EQ(wrong, 0u);
}

// 2026 in Berlin: clocks go from 02:00 to 03:00 on Sunday 29 March, from 03:00 back to 02:00 on 25 October.
TEST(Hours, OfADayOnWhichClocksChange) {
  const struct {
    const char* why;
    OpenHours hours;  // of Sunday
    const char* at;
    bool open;
    const char* changes;  // "" for nothing
  } kCases[] = {
      {"ends within the hour that is skipped",
       {6, 60, 150},
       "2026-03-29T01:29:59Z",
       true,
       "2026-03-29T01:30:00Z"},
      {"and is over then", {6, 60, 150}, "2026-03-29T01:30:00Z", false, "2026-04-04T23:00:00Z"},
      {"begins within it", {6, 150, 300}, "2026-03-29T01:00:00Z", false, "2026-03-29T01:30:00Z"},
      {"lies within it", {6, 120, 180}, "2026-03-29T00:30:00Z", false, "2026-04-05T00:00:00Z"},
      {"ends where it ends, and begins within it",
       {6, 150, 180},
       "2026-03-29T00:30:00Z",
       false,
       "2026-04-05T00:30:00Z"},
      {"ends within the hour that comes twice: the first",
       {6, 60, 150},
       "2026-10-25T00:29:59Z",
       true,
       "2026-10-25T00:30:00Z"},
      {"and does not open again", {6, 60, 150}, "2026-10-25T01:15:00Z", false, "2026-11-01T00:00:00Z"},
      {"begins within it: the first", {6, 150, 300}, "2026-10-25T00:30:00Z", true, "2026-10-25T04:00:00Z"},
      {"goes over it", {6, 60, 240}, "2026-10-25T01:30:00Z", true, "2026-10-25T03:00:00Z"},
  };
  for (const auto& one : kCases) {
    const Opening got = opening_at(channel_of("Europe/Berlin", {one.hours}), *parse_time(one.at));
    EXPECT_EQ(got.open, one.open) << one.why;
    EXPECT_EQ(got.changes ? format_time(*got.changes) : "", one.changes) << one.why;
  }
}

TEST(Hours, BelongToTheDayOnWhichTheyBegin) {
  const uint32_t christmas = parse_day("2026-12-25");  // a Friday
  const Channel night = channel_of("Asia/Seoul", {{3, 22 * 60, 26 * 60}, {4, 22 * 60, 26 * 60}}, {christmas});
  const struct {
    const char* at;
    bool open;
    bool holiday;
  } kCases[] = {
      {"2026-12-24T22:00:00+09:00", true, false},  {"2026-12-25T01:59:59+09:00", true, false},
      {"2026-12-25T02:00:00+09:00", false, true},  {"2026-12-25T23:00:00+09:00", false, true},
      {"2026-12-26T01:00:00+09:00", false, false},
  };
  for (const auto& [at, open, holiday] : kCases) {
    const Opening got = opening_at(night, *parse_moment(at));
    EXPECT_EQ(got.open, open) << at;
    EXPECT_EQ(got.holiday, holiday) << at;
  }
}

TEST(Hours, AreAnyTimeWhereThereAreNone) {
  EXPECT_EQ(opening_at(channel_of("UTC", {}), 1'800'000'000), (Opening{true, false, std::nullopt}));
  const Channel closed_once = channel_of("+09:00", {}, {parse_day("2026-12-25")});
  EXPECT_EQ(opening_at(closed_once, *parse_time("2026-12-24T12:00:00Z")),
            (Opening{true, false, parse_time("2026-12-24T15:00:00Z")}));
  EXPECT_EQ(opening_at(closed_once, *parse_time("2026-12-25T12:00:00Z")),
            (Opening{false, true, parse_time("2026-12-25T15:00:00Z")}));
  EXPECT_EQ(opening_at(closed_once, *parse_time("2026-12-26T12:00:00Z")),
            (Opening{true, false, std::nullopt}));
}

TEST(Hours, OfAZoneThatNobodyKnowsAreNone) {
  EXPECT_EQ(opening_at(channel_of("Asia/Nowhere", {{0, 0, 1440}}), 1'800'000'000), Opening());
}

}  // namespace
}  // namespace signpost
