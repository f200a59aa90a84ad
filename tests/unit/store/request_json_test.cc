#include "store/request_json.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "data_folder.h"

namespace signpost {
namespace {

TEST(RequestJson, WritesAPacketAndReadsItBack) {
  const RequestPacket packet = draft_of("a@example.com").packet;
  EXPECT_EQ(
      packet_text(packet),
      R"({"questions":["how do I print?"],"read":[{"id":"print","anchor":"paper"},{"id":"fax","anchor":""}],)"
      R"("tried":[{"id":"print","anchor":"paper","step":2}],"answers":["Put in paper."],)"
      R"("incidents":["2026-11-29-outage"]})");
  EXPECT_EQ(parse_packet(packet_text(packet)), packet);
  EXPECT_EQ(parse_packet(packet_text({})), RequestPacket{});
}

TEST(RequestJson, RefusesWhatNoPacketIs) {
  for (const char* text :
       {"", "[]", "{}", R"({"questions":[1],"read":[],"tried":[],"answers":[],"incidents":[]})"})
    EXPECT_THROW(parse_packet(text), Error) << text;
}

TEST(RequestJson, GivesDraftsThatDifferDifferentSums) {
  const RequestDraft draft = draft_of("a@example.com");
  EXPECT_EQ(draft_sum(draft), draft_sum(draft_of("a@example.com")));
  RequestDraft moved = draft;  // the same letters, in other fields
  moved.reply_to.pop_back();
  moved.name.insert(0, "m");
  RequestDraft packet = draft;
  packet.packet.tried[0].step = 3;
  EXPECT_NE(draft_sum(draft), draft_sum(moved));
  EXPECT_NE(draft_sum(draft), draft_sum(packet));
}

}  // namespace
}  // namespace signpost
