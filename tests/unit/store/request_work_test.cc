#include "store/request_work.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"
#include "store/outbox_table.h"
#include "store/request_code.h"
#include "store/request_search.h"
#include "store/request_table.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class RequestWorkTest : public ::testing::Test {
 protected:
  RequestWorkTest() {
    use_subscriptions(
        database_, std::vector<Subscription>{{"desk",
                                              {EventKind::request_state_changed, EventKind::request_assigned,
                                               EventKind::request_merged}}});
  }
  std::string keep(const std::string& reply_to, int64_t now = 100) {
    return *parse_request_code(keep_request(database_, draft_of(reply_to), "", now)->code);
  }
  StoredRequest whole(const std::string& code) { return *find_request(database_, code); }
  std::vector<std::string> told() {
    std::vector<std::string> kinds;
    each_outbox_entry(database_, std::nullopt, 0,
                      [&](const OutboxEntry& entry) { kinds.emplace_back(name_of(entry.kind)); });
    return kinds;
  }

  const DataFolder folder_{"signpost-request-work"};
  SqliteDatabase database_ = folder_.open();
};

TEST_F(RequestWorkTest, SomebodyLooksAfterIt) {
  const std::string code = keep("a@example.com");
  keep("b@example.com");
  EXPECT_TRUE(assign_request(database_, code, "lee", 200));
  EXPECT_TRUE(assign_request(database_, code, "lee", 210)) << "and nobody hears of it again";
  EXPECT_FALSE(assign_request(database_, "000000000000", "lee", 200));
  EXPECT_EQ(whole(code).assignee, "lee");
  EXPECT_THAT(told(), ElementsAre("request.assigned"));
  EXPECT_EQ(due_events(database_, "desk", 300, 10)[0].happened_at, 200);
  EXPECT_THAT(assignees(database_), ElementsAre("lee"));
  EXPECT_EQ(search_requests(database_, {.assignee = "lee"}).total, 1);
  EXPECT_EQ(search_requests(database_, {}).requests[1].assignee, "lee");
  assign_request(database_, code, "", 220);
  EXPECT_EQ(whole(code).assignee, "");
}

TEST_F(RequestWorkTest, OneGoesOnInAnotherAndItsSenderSeesThatState) {
  const std::string first = keep("a@example.com");
  const std::string second = keep("b@example.com", 110);
  EXPECT_EQ(merge_request(database_, first, second, 200), MergeResult::merged);
  EXPECT_EQ(whole(first).merged_into, shown_code(second));
  EXPECT_EQ(whole(first).state(), RequestState::closed) << "nobody waits for it in lists";
  EXPECT_THAT(merged_into(database_, second), ElementsAre(shown_code(first)));
  EXPECT_THAT(told(), ElementsAre("request.state_changed", "request.merged"));
  set_request_state(database_, second, RequestState::answered, 300);
  const auto seen = find_request_state(database_, first);
  EXPECT_EQ(seen->state(), RequestState::answered);
  EXPECT_TRUE(seen->is_merged);
  EXPECT_EQ(seen->merged_into, "") << "who has that code sees the other's answers";
  EXPECT_THAT(seen->changes, ElementsAre(StateChange{RequestState::received, 100},
                                         StateChange{RequestState::answered, 300}));
}

TEST_F(RequestWorkTest, TheStateOfTheOtherShowsThoughItIsOlder) {
  const std::string first = keep("a@example.com", 100);
  const std::string second = keep("b@example.com", 50);
  set_request_state(database_, second, RequestState::passed_on, 60);
  merge_request(database_, first, second, 200);
  EXPECT_EQ(find_request_state(database_, first)->state(), RequestState::passed_on);
}

TEST_F(RequestWorkTest, NothingGoesOnInItselfOrAlongAChain) {
  const std::string a = keep("a@example.com");
  const std::string b = keep("b@example.com");
  const std::string c = keep("c@example.com");
  EXPECT_EQ(merge_request(database_, a, a, 200), MergeResult::itself);
  EXPECT_EQ(merge_request(database_, a, "000000000000", 200), MergeResult::no_target);
  EXPECT_EQ(merge_request(database_, "000000000000", a, 200), MergeResult::no_request);
  merge_request(database_, a, b, 200);
  EXPECT_EQ(merge_request(database_, b, a, 210), MergeResult::itself) << "a goes on in b";
  merge_request(database_, b, c, 220);
  EXPECT_THAT(merged_into(database_, c), ElementsAre(shown_code(a), shown_code(b)));
  const std::string d = keep("d@example.com");
  merge_request(database_, d, a, 230);
  EXPECT_EQ(whole(d).merged_into, shown_code(c)) << "where a goes on";
}

TEST_F(RequestWorkTest, CanGoOnByItselfAgain) {
  const std::string first = keep("a@example.com");
  const std::string second = keep("b@example.com");
  set_request_state(database_, first, RequestState::passed_on, 150);
  EXPECT_FALSE(part_request(database_, first, 190));
  merge_request(database_, first, second, 200);
  EXPECT_TRUE(part_request(database_, first, 210));
  EXPECT_EQ(whole(first).merged_into, "");
  EXPECT_EQ(whole(first).state(), RequestState::passed_on);
}

TEST_F(RequestWorkTest, IsKeptAsLongAsWhatItGoesOnIn) {
  const std::string first = keep("a@example.com");
  const std::string second = keep("b@example.com");
  merge_request(database_, first, second, 200);
  EXPECT_EQ(delete_closed_before(database_, 1000), 0);
  delete_request(database_, second);
  EXPECT_EQ(whole(first).merged_into, "");
  EXPECT_EQ(delete_closed_before(database_, 1000), 1);
}

TEST_F(RequestWorkTest, RemembersWhatWasMadeOfIt) {
  const std::string code = keep("a@example.com");
  const std::string other = keep("b@example.com");
  EXPECT_TRUE(add_request_item(database_, code, {"G-1", "lee", 200}, "one"));
  EXPECT_TRUE(add_request_item(database_, code, {"G-1", "kim", 210}, "two")) << "is there already";
  EXPECT_TRUE(add_request_item(database_, other, {"G-1", "kim", 220}, "three"));
  EXPECT_FALSE(add_request_item(database_, "000000000000", {"G-1", "lee", 200}, "four"));
  EXPECT_THAT(items_of(database_, code), ElementsAre(RequestItem{"G-1", "lee", 200}));
  EXPECT_EQ(item_of_form(database_, "three"), "G-1");
  EXPECT_EQ(item_of_form(database_, "four"), std::nullopt);
  EXPECT_THAT(requests_of_item(database_, "G-1", 10), ElementsAre(shown_code(other), shown_code(code)));
  EXPECT_THAT(requests_of_item(database_, "G-1", 1), ElementsAre(shown_code(other)));
  delete_request(database_, other);
  EXPECT_THAT(requests_of_item(database_, "G-1", 10), ElementsAre(shown_code(code)));
  EXPECT_THAT(items_of(database_, other), IsEmpty());
}

}  // namespace
}  // namespace signpost
