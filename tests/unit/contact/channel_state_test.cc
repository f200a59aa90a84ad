// channel_state_test.cc - why a channel is open or closed.
#include "contact/channel_state.h"

#include <gtest/gtest.h>

#include "base/dates.h"

namespace signpost {
namespace {

TEST(ChannelState, IsOpenOnlyWhereAllSaySo) {
  const int64_t open = *parse_time("2026-11-30T10:00:00Z");  // a Monday
  const int64_t closes = *parse_time("2026-11-30T18:00:00Z");
  const int64_t next = *parse_time("2026-12-01T09:00:00Z");
  Presence nobody_heard;
  Presence somebody;
  somebody.hear("a", {2, 3, 3600}, open);
  Presence all_busy;
  all_busy.hear("a", {0, 3, 3600}, open);
  Channel chat;
  chat.id = "a";
  chat.kind = ChannelKind::chat;
  chat.time_zone = "UTC";
  for (uint8_t day = 0; day < 5; ++day) chat.hours.push_back({day, 9 * 60, 18 * 60});
  chat.holidays = {parse_day("2026-12-25")};
  Channel attended = chat;
  attended.presence = true;
  Channel form = chat;
  form.kind = ChannelKind::form;
  form.hours.clear();
  form.holidays.clear();
  const struct {
    const char* why;
    Channel channel;
    const Presence* presence;
    bool takes_requests;
    int64_t now;
    std::optional<ClosedReason> closed;
    std::optional<int64_t> opens, closes;
    std::optional<uint32_t> waiting;
  } kCases[] = {
      {"within its hours", chat, nullptr, false, open, {}, {}, closes, {}},
      {"outside", chat, nullptr, false, closes, ClosedReason::outside_hours, next, {}, {}},
      {"a holiday",
       chat,
       nullptr,
       false,
       *parse_time("2026-12-25T10:00:00Z"),
       ClosedReason::holiday,
       parse_time("2026-12-28T09:00:00Z"),
       {},
       {}},
      {"somebody is there", attended, &somebody, false, open, {}, {}, closes, 3},
      {"nobody is free", attended, &all_busy, false, open, ClosedReason::nobody_free, {}, {}, {}},
      {"nothing was heard", attended, &nobody_heard, false, open, ClosedReason::unknown, {}, {}, {}},
      {"nobody listens", attended, nullptr, false, open, ClosedReason::unknown, {}, {}, {}},
      {"the heartbeat is over", attended, &somebody, false, open + 3600, ClosedReason::unknown, {}, {}, {}},
      {"there, but outside the hours",
       attended,
       &somebody,
       false,
       open - 7200,
       ClosedReason::outside_hours,
       *parse_time("2026-11-30T09:00:00Z"),
       {},
       {}},
      {"a form at any time", form, nullptr, true, open, {}, {}, {}, {}},
      {"a form without a place for requests",
       form,
       nullptr,
       false,
       open,
       ClosedReason::not_offered,
       {},
       {},
       {}},
  };
  for (const auto& one : kCases) {
    const ChannelState state = state_of(one.channel, one.presence, one.takes_requests, one.now);
    EXPECT_EQ(state.closed, one.closed) << one.why;
    EXPECT_EQ(state.opens, one.opens) << one.why;
    EXPECT_EQ(state.closes, one.closes) << one.why;
    EXPECT_EQ(state.waiting_lately, one.waiting) << one.why;
  }
}

}  // namespace
}  // namespace signpost
