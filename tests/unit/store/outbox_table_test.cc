#include "store/outbox_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"
#include "store/maintenance.h"
#include "store/request_code.h"
#include "store/request_table.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::StartsWith;

constexpr EventKind kReceived = EventKind::request_received;
constexpr EventKind kChanged = EventKind::request_state_changed;

class OutboxTableTest : public ::testing::Test {
 protected:
  OutboxTableTest() {
    use_subscriptions(database_,
                      std::vector<Subscription>{{"desk", {kReceived, kChanged}}, {"mail", {kReceived}}});
  }
  std::string keep(const std::string& reply_to, int64_t now = 100) {
    return *parse_request_code(keep_request(database_, draft_of(reply_to), "", now)->code);
  }
  std::vector<DueEvent> due(const std::string& delivery, int64_t now, int limit = 100) {
    return due_events(database_, delivery, now, limit);
  }
  std::vector<OutboxEntry> entries(std::optional<OutboxState> state = std::nullopt, int limit = 0) {
    std::vector<OutboxEntry> all;
    each_outbox_entry(database_, state, limit, [&](const OutboxEntry& entry) { all.push_back(entry); });
    return all;
  }
  int64_t count() { return database_.number("SELECT count(*) FROM outbox"); }

  const DataFolder folder_{"signpost-outbox-table"};
  SqliteDatabase database_ = folder_.open();
};

TEST_F(OutboxTableTest, TellsEachDeliveryOfWhatItWants) {
  const std::string code = keep("a@example.com");
  set_request_state(database_, code, RequestState::answered, 150);
  set_request_state(database_, code, RequestState::answered, 160);  // nothing changes
  const auto mail = due("mail", 200);
  ASSERT_EQ(mail.size(), 1u);
  EXPECT_EQ(mail[0].kind, kReceived);
  EXPECT_EQ(mail[0].code, code);
  EXPECT_EQ(mail[0].change, (StateChange{RequestState::received, 100}));
  EXPECT_THAT(mail[0].id, StartsWith("msg_"));
  const auto listed = entries();
  ASSERT_EQ(listed.size(), 3u);
  EXPECT_EQ(listed[0].id, listed[1].id);  // one event, two deliveries
  EXPECT_EQ(listed[2].kind, kChanged);
  EXPECT_EQ(listed[2].change, (StateChange{RequestState::answered, 150}));
  EXPECT_NE(listed[2].id, listed[0].id);
  EXPECT_THAT(due("none", 200), IsEmpty());
}

TEST_F(OutboxTableTest, WritesNothingForNobody) {
  use_subscriptions(database_, {});
  set_request_state(database_, keep("a@example.com"), RequestState::answered, 150);
  EXPECT_EQ(count(), 0);
}

// A request that is not kept after all has no event either.
TEST_F(OutboxTableTest, IsWrittenWithTheRequestOrNotAtAll) {
  {
    SqliteTransaction transaction(database_);
    keep("a@example.com");
    EXPECT_EQ(count(), 2);
  }
  EXPECT_EQ(count(), 0);
  keep_request(database_, draft_of("a@example.com"), "key", 100);
  keep_request(database_, draft_of("a@example.com"), "key", 100);  // sent twice
  EXPECT_EQ(count(), 2);
}

TEST_F(OutboxTableTest, GivesOneEventOfARequestAtATime) {
  const std::string first = keep("a@example.com");
  set_request_state(database_, first, RequestState::passed_on, 110);
  set_request_state(database_, first, RequestState::closed, 120);
  const std::string second = keep("b@example.com", 130);
  auto waiting = due("desk", 200);
  ASSERT_EQ(waiting.size(), 2u);
  EXPECT_EQ(waiting[0].code, first);
  EXPECT_EQ(waiting[0].kind, kReceived);
  EXPECT_EQ(waiting[1].code, second);
  EXPECT_EQ(due("desk", 200, 1).size(), 1u);

  put_off(database_, waiting[0].row, "answered 500", 300);
  EXPECT_EQ(due("desk", 200).size(), 1u);  // what follows waits with it
  EXPECT_EQ(due("desk", 300).back().attempts, 1);
  remove_delivered(database_, waiting[0].row);
  waiting = due("desk", 200);
  ASSERT_EQ(waiting.size(), 2u);
  EXPECT_EQ(waiting[0].change.state, RequestState::passed_on);
  bury(database_, waiting[0].row, "answered 410");
  EXPECT_EQ(due("desk", 200)[0].change.state, RequestState::closed);
  EXPECT_EQ(due("mail", 200).size(), 2u);  // another delivery has its own order
}

TEST_F(OutboxTableTest, BringsADeadLetterBackAsIfItWereNew) {
  keep("a@example.com");
  const int64_t row = due("mail", 100).at(0).row;
  EXPECT_FALSE(retry_dead_letter(database_, row, 500));
  put_off(database_, row, "answered 500", 200);
  bury(database_, row, "answered 404");
  EXPECT_THAT(due("mail", 1000), IsEmpty());
  const auto dead = entries(OutboxState::dead);
  ASSERT_EQ(dead.size(), 1u);
  EXPECT_EQ(dead[0].row, row);
  EXPECT_EQ(dead[0].last_failure, "answered 404");
  EXPECT_EQ(dead[0].attempts, 2);
  EXPECT_TRUE(parse_request_code(dead[0].code));
  EXPECT_TRUE(retry_dead_letter(database_, row, 500));
  EXPECT_THAT(entries(OutboxState::dead), IsEmpty());
  EXPECT_THAT(due("mail", 499), IsEmpty());
  EXPECT_EQ(due("mail", 500).at(0).attempts, 0);
  EXPECT_EQ(due("mail", 500).at(0).waiting_since, 500);
  EXPECT_EQ(due("mail", 500).at(0).id, dead[0].id);
}

TEST_F(OutboxTableTest, BuriesWhatHasWaitedTooLong) {
  keep("a@example.com", 100);
  keep("b@example.com", 200);
  EXPECT_EQ(bury_waiting_since(database_, "desk", 100, "could not connect"), 1);
  EXPECT_EQ(due("desk", 300).size(), 1u);
  EXPECT_EQ(due("mail", 300).size(), 2u);
  EXPECT_EQ(retry_all_dead_letters(database_, 400), 1);
  EXPECT_EQ(due("desk", 400).size(), 2u);
}

TEST_F(OutboxTableTest, CountsAndLists) {
  keep("a@example.com");
  keep("b@example.com");
  bury(database_, due("mail", 100).at(0).row, "answered 410");
  const auto counts = count_outbox(database_);
  ASSERT_EQ(counts.size(), 2u);
  EXPECT_EQ(counts[0].delivery, "desk");
  EXPECT_EQ(counts[0].waiting, 2);
  EXPECT_EQ(counts[1].waiting, 1);
  EXPECT_EQ(counts[1].dead, 1);
  EXPECT_EQ(entries().size(), 4u);
  EXPECT_EQ(entries(OutboxState::waiting, 2).size(), 2u);
}

TEST_F(OutboxTableTest, GoesWithTheRequest) {
  const std::string code = keep("a@example.com");
  keep("b@example.com");
  bury(database_, due("mail", 100).at(0).row, "answered 410");
  EXPECT_TRUE(delete_request(database_, code));
  EXPECT_EQ(count(), 2);
  EXPECT_EQ(forget_address(database_, "b@example.com").requests, 1);
  EXPECT_EQ(count(), 0);
}

// The number of a row that is gone is never another's: whoever has just delivered the one removes it.
TEST_F(OutboxTableTest, GivesNoNumberTwice) {
  const std::string code = keep("a@example.com");
  const int64_t row = entries().back().row;
  delete_request(database_, code);
  keep("b@example.com");
  for (const OutboxEntry& entry : entries()) EXPECT_GT(entry.row, row);
  remove_delivered(database_, row);
  EXPECT_EQ(count(), 2);
}

// What names a delivery may be what somebody is forgotten by; it is nobody's word.
TEST_F(OutboxTableTest, IsInNobodysWayWhoIsForgotten) {
  keep("desk");
  keep("b@example.com");
  const ForgottenForGood done = forget_for_good(folder_.path(), database_, "desk");
  EXPECT_EQ(done.forgotten.requests, 1);
  EXPECT_TRUE(done.part_of_longer);
}

TEST(OutboxNames, AreReadBack) {
  for (const EventKind kind : kEventKinds) EXPECT_EQ(event_kind_named(name_of(kind)), kind);
  EXPECT_EQ(event_kind_named("request.gone"), std::nullopt);
  for (const OutboxState state : {OutboxState::waiting, OutboxState::dead})
    EXPECT_EQ(outbox_state_named(name_of(state)), state);
  EXPECT_EQ(outbox_state_named("delivered"), std::nullopt);
}

}  // namespace
}  // namespace signpost
