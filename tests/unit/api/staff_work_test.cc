#include "api/staff_work.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/staff_gaps.h"
#include "api/staff_requests.h"
#include "insights/query_text.h"
#include "open_test_generation.h"
#include "store/complaint_table.h"
#include "store/event_counts.h"
#include "store/gap_table.h"
#include "store/outbox_table.h"
#include "store/request_code.h"
#include "store/staff_table.h"
#include "store/store.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class StaffWorkTest : public ::testing::Test {
 protected:
  StaffWorkTest() {
    context_.store = &store_;
    context_.now = 500;
    store_.write([](SqliteDatabase& database) { add_staff_account(database, "lee", "hash", 1); });
  }
  std::string keep(const std::string& message, std::vector<std::string> questions = {"forgotten password"}) {
    RequestDraft draft;
    draft.lang = "en";
    draft.reply_to = "ann@example.com";
    draft.message = message;
    draft.packet.questions = std::move(questions);
    return store_.keep(draft, "", 100)->code;
  }
  StoredRequest whole(const std::string& code) {
    return std::get<StoredRequest>(find_whole_request(context_, code));
  }
  RequestWork work(const std::string& code) {
    return std::get<RequestWork>(request_work(context_, whole(code), "proxy@example.com"));
  }
  Gap gap(const std::string& item) { return std::get<ShownGap>(staff_gap(context_, item)).gap; }

  const DataFolder folder_{"signpost-staff-work"};
  Store store_{{.dir = folder_.path(), .write_patience = std::chrono::milliseconds(0)}};
  OperationContext context_ = testing::operation_context("en");
  const std::string code_ = keep("I can't get in.");
};

TEST_F(StaffWorkTest, GivesARequestToSomebodyOfStaff) {
  EXPECT_THAT(work(code_).people, ElementsAre("lee", "proxy@example.com"));
  EXPECT_EQ(assign_to(context_, code_, "lee", "lee"), std::nullopt);
  EXPECT_EQ(assign_to(context_, code_, "proxy@example.com", "proxy@example.com"), std::nullopt);
  EXPECT_EQ(whole(code_).assignee, "proxy@example.com");
  EXPECT_EQ(assign_to(context_, code_, "eve", "lee")->status, 400);
  EXPECT_EQ(assign_to(context_, "0000-0000-0000", "lee", "lee")->status, 404);
  EXPECT_EQ(assign_to(context_, code_, "", "lee"), std::nullopt);
  EXPECT_EQ(whole(code_).assignee, "");
}

TEST_F(StaffWorkTest, MergesAndParts) {
  const std::string other = keep("Nor can I.");
  EXPECT_EQ(merge_into(context_, code_, " " + other), std::nullopt);
  EXPECT_THAT(work(other).merged, ElementsAre(code_));
  EXPECT_EQ(merge_into(context_, other, code_)->status, 400);
  EXPECT_EQ(merge_into(context_, code_, "nothing")->status, 400);
  EXPECT_EQ(merge_into(context_, "0000-0000-0000", other)->status, 404);
  EXPECT_EQ(go_on_alone(context_, code_), std::nullopt);
  EXPECT_EQ(go_on_alone(context_, code_)->status, 404);
}

TEST_F(StaffWorkTest, AnswersOnceWithWhatIsQuoted) {
  const WrittenAnswer answer{.form = "f",
                             .text = "Ask for a link.\r\n",
                             .source = {"reset-password", "en", "forgotten-password", ""}};
  EXPECT_EQ(answer_request(context_, code_, answer, "lee"), std::nullopt);
  EXPECT_EQ(answer_request(context_, code_, answer, "lee"), std::nullopt) << "again";
  const StoredRequest request = whole(code_);
  ASSERT_EQ(request.answers.size(), 1u);
  EXPECT_EQ(request.answers[0].text, "Ask for a link.\n");
  EXPECT_EQ(request.answers[0].source.title, "Reset your password");
  EXPECT_EQ(request.state(), RequestState::answered);
  WrittenAnswer other = answer;
  other.form = "g";
  EXPECT_EQ(answer_request(context_, code_, other, "kim")->status, 409);
  other.known = 1;
  other.source = {"no-such-article", "en", "", ""};
  EXPECT_EQ(answer_request(context_, code_, other, "kim"), std::nullopt);
  EXPECT_EQ(whole(code_).answers[1].source, QuotedSource());
  other.form = "";
  EXPECT_EQ(answer_request(context_, code_, other, "kim")->status, 400);
  other = answer;
  other.text = "\n";
  EXPECT_EQ(answer_request(context_, code_, other, "kim")->status, 400);
  EXPECT_EQ(answer_request(context_, "0000-0000-0000", answer, "kim")->status, 404);
}

TEST_F(StaffWorkTest, SaysWhetherAMailGoesOut) {
  EXPECT_FALSE(work(code_).is_mailed);
  store_.use_subscriptions({{"customers", {EventKind::answer_to_customer}}});
  EXPECT_TRUE(work(code_).is_mailed);
  RequestDraft spoken;
  spoken.message = "Call me.";
  spoken.reply_to = "+82 2 1234-5678";
  EXPECT_FALSE(work(store_.keep(spoken, "", 100)->code).is_mailed);
}

TEST_F(StaffWorkTest, MakesAGapWithTheRequestAsItsExample) {
  const std::string item = std::get<std::string>(find_gap_in(context_, code_, "f", "lee"));
  EXPECT_EQ(item, "G-1");
  EXPECT_EQ(std::get<std::string>(find_gap_in(context_, code_, "f", "lee")), item);
  const std::string other = keep("Me neither.", {"Forgotten  PASSWORD"});
  EXPECT_EQ(std::get<std::string>(find_gap_in(context_, other, "g", "kim")), item) << "asks the same";
  const Gap made = gap(item);
  EXPECT_EQ(made.state, GapState::open);
  EXPECT_EQ(made.lang, "en");
  ASSERT_EQ(made.queries.size(), 1u);
  EXPECT_EQ(made.queries[0].key, query_key("en", normalised_query("forgotten password")));
  EXPECT_TRUE(made.queries[0].before.found) << "so that it takes something else to answer it";
  EXPECT_EQ(made.nearest.at(0).id, "reset-password");
  EXPECT_EQ(made.changes.at(0).author, "lee");
  EXPECT_THAT(std::get<ShownGap>(staff_gap(context_, item)).requests, ElementsAre(other, code_));
  EXPECT_THAT(work(code_).items, ElementsAre(RequestItem{"G-1", "lee", 500}));
  change_staff_gap(context_, item, GapState::not_topic, "kim");
  EXPECT_EQ(std::get<std::string>(find_gap_in(context_, other, "h", "kim")), item);
  EXPECT_EQ(gap(item).state, GapState::open);
}

TEST_F(StaffWorkTest, SuchAGapStaysAsLongAsItsRequest) {
  find_gap_in(context_, code_, "f", "lee");
  Gap unasked = gap("G-1");
  unasked.queries.clear();
  store_.write([&](SqliteDatabase& database) { keep_reckoned_gap(database, unasked); });
  EXPECT_EQ(gap("G-1").queries.size(), 1u);
  store_.write([&](SqliteDatabase& database) { delete_request(database, *parse_request_code(code_)); });
  store_.write([&](SqliteDatabase& database) { keep_reckoned_gap(database, unasked); });
  EXPECT_EQ(std::get<Problem>(staff_gap(context_, "G-1")).status, 404);
}

TEST_F(StaffWorkTest, WhatWasSentIsEvidenceForTheGap) {
  find_gap_in(context_, code_, "f", "lee");
  answer_request(context_, code_, {.form = "a", .text = "x", .source = {"sign-in", "en", "", ""}}, "lee");
  const auto shown = std::get<ShownGap>(staff_gap(context_, "G-1"));
  EXPECT_THAT(shown.sent, ElementsAre(SentSource{{"sign-in", "en", "", "Sign in with two factors"}, 1, 0}));
}

TEST_F(StaffWorkTest, ComplainsMaskedAsReadersDo) {
  SentFeedback sent;
  sent.place = {"reset-password", "en", "forgotten-password"};
  sent.reason = ComplaintReason::wrong;
  sent.comment = "ann@example.com got no link at all.";
  const std::string item = std::get<std::string>(complain_from(context_, code_, sent, "f", "lee"));
  EXPECT_EQ(item, "F-1");
  EXPECT_EQ(std::get<std::string>(complain_from(context_, code_, sent, "f", "lee")), item);
  store_.read([](SqliteDatabase& database) {
    const auto kept = find_complaint(database, 1);
    EXPECT_EQ(kept->count, 1);
    EXPECT_THAT(kept->comments, ElementsAre("[e-mail] got no link at all."));
  });
  sent.place.anchor = "no-such-section";
  EXPECT_EQ(std::get<Problem>(complain_from(context_, code_, sent, "g", "lee")).status, 400);
  sent.place.anchor = "";
  EXPECT_EQ(std::get<Problem>(complain_from(context_, "0000-0000-0000", sent, "g", "lee")).status, 404);
}

}  // namespace
}  // namespace signpost
