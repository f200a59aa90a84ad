#include "store/request_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"
#include "store/request_code.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;

class RequestTableTest : public ::testing::Test {
 protected:
  // The code as it lies in the table.
  std::string keep(const RequestDraft& draft, const std::string& key = "", int64_t now = 100) {
    const auto kept = keep_request(database_, draft, key, now);
    return kept ? *parse_request_code(kept->code) : "";
  }
  int64_t count() { return database_.number("SELECT count(*) FROM requests"); }

  const DataFolder folder_{"signpost-request-table"};
  SqliteDatabase database_ = folder_.open();
};

TEST_F(RequestTableTest, GivesBackWhatWasKept) {
  const RequestDraft draft = draft_of("a@example.com", "이것은\n안 돼요 \U0001F937");
  const std::string code = keep(draft);
  const auto found = find_request(database_, code);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->draft, draft);
  EXPECT_EQ(found->code, shown_code(code));
  EXPECT_THAT(found->changes, ElementsAre(StateChange{RequestState::received, 100}));
  EXPECT_EQ(find_request(database_, "000000000000"), std::nullopt);
  EXPECT_EQ(find_request_state(database_, code)->draft, RequestDraft{});
}

TEST_F(RequestTableTest, GivesTheSameRequestForTheSameKey) {
  const std::string first = keep(draft_of("a@example.com"), "key-1");
  EXPECT_EQ(keep(draft_of("a@example.com"), "key-1", 200), first);
  EXPECT_EQ(count(), 1);
  EXPECT_EQ(keep(draft_of("b@example.com"), "key-1"), "");  // another draft under that key
  EXPECT_EQ(count(), 1);
  EXPECT_NE(keep(draft_of("a@example.com"), "key-2"), first);
  EXPECT_NE(keep(draft_of("a@example.com")), keep(draft_of("a@example.com")));  // without one
  EXPECT_EQ(count(), 4);
}

TEST_F(RequestTableTest, ShowsALateRepetitionTheStateOfNow) {
  const std::string code = keep(draft_of("a@example.com"), "key");
  set_request_state(database_, code, RequestState::answered, 200);
  EXPECT_EQ(keep_request(database_, draft_of("a@example.com"), "key", 300)->state, RequestState::answered);
}

TEST_F(RequestTableTest, RemembersWhenARequestCameIntoEachState) {
  const std::string code = keep(draft_of("a@example.com"));
  EXPECT_TRUE(set_request_state(database_, code, RequestState::passed_on, 200));
  EXPECT_TRUE(set_request_state(database_, code, RequestState::passed_on, 250));
  EXPECT_TRUE(set_request_state(database_, code, RequestState::closed, 300));
  EXPECT_FALSE(set_request_state(database_, "000000000000", RequestState::closed, 300));
  const auto found = find_request_state(database_, code);
  EXPECT_THAT(found->changes,
              ElementsAre(StateChange{RequestState::received, 100}, StateChange{RequestState::passed_on, 200},
                          StateChange{RequestState::closed, 300}));
  EXPECT_EQ(found->state(), RequestState::closed);
}

TEST_F(RequestTableTest, ListsTheOldestFirst) {
  const std::string a = keep(draft_of("a@example.com"));
  const std::string b = keep(draft_of("b@example.com"));
  set_request_state(database_, a, RequestState::closed, 200);
  const auto listed = [&](std::optional<RequestState> state) {
    std::vector<std::string> who;
    each_request(database_, state,
                 [&](const StoredRequest& request) { who.push_back(request.draft.reply_to); });
    return who;
  };
  EXPECT_THAT(listed(std::nullopt), ElementsAre("a@example.com", "b@example.com"));
  EXPECT_THAT(listed(RequestState::received), ElementsAre("b@example.com"));
  EXPECT_THAT(listed(RequestState::answered), ElementsAre());
}

TEST_F(RequestTableTest, DeletesOnlyWhatWasClosedLongAgo) {
  const std::string old_one = keep(draft_of("a@example.com"));
  const std::string recent = keep(draft_of("b@example.com"));
  const std::string open = keep(draft_of("c@example.com"));
  set_request_state(database_, old_one, RequestState::closed, 199);
  set_request_state(database_, recent, RequestState::closed, 200);
  set_request_state(database_, open, RequestState::answered, 100);
  EXPECT_EQ(delete_closed_before(database_, 200), 1);
  EXPECT_EQ(find_request(database_, old_one), std::nullopt);
  EXPECT_TRUE(find_request(database_, recent));
  EXPECT_TRUE(find_request(database_, open));
  EXPECT_EQ(database_.number("SELECT count(*) FROM request_changes"), 4);  // the others' own
  EXPECT_TRUE(delete_request(database_, open));
  EXPECT_FALSE(delete_request(database_, open));
}

TEST_F(RequestTableTest, ForgetsAnAddressWhereverItStands) {
  keep(draft_of(" Ann@Example.com "));
  keep(draft_of("ann@example.com"));
  RequestDraft other = draft_of("bob@example.com",
                                "Ask ANN@example.com. Or (ann@example.com), ann@example.com으로! "
                                "Not joann@example.com, nor ann@example.com.au, nor x.ann@example.com");
  other.packet.questions = {"who is ann@example.com"};
  other.packet.tried[0].anchor = "ann@example.com";
  const std::string kept = keep(other, "key");
  const std::string untouched = keep(draft_of("joann@example.com"));

  const Forgotten forgotten = forget_address(database_, "ann@example.COM");
  EXPECT_EQ(forgotten.requests, 2);
  EXPECT_EQ(forgotten.mentions, 1);
  EXPECT_EQ(count(), 2);
  const RequestDraft left = find_request(database_, kept)->draft;
  EXPECT_EQ(left.message,
            "Ask [...]. Or ([...]), [...]으로! Not joann@example.com, nor ann@example.com.au, nor "
            "x.ann@example.com");
  EXPECT_THAT(left.packet.questions, ElementsAre("who is [...]"));
  EXPECT_EQ(left.packet.tried[0].anchor, "[...]");
  EXPECT_EQ(left.reply_to, "bob@example.com");
  EXPECT_EQ(find_request(database_, untouched)->draft, draft_of("joann@example.com"));
}

}  // namespace
}  // namespace signpost
