#include "store/answer_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"
#include "store/audit_table.h"
#include "store/gap_table.h"
#include "store/outbox_table.h"
#include "store/request_code.h"
#include "store/request_table.h"
#include "store/request_work.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class AnswerTableTest : public ::testing::Test {
 protected:
  AnswerTableTest() {
    use_subscriptions(database_, std::vector<Subscription>{{"desk", {EventKind::request_answered}},
                                                           {"customers", {EventKind::answer_to_customer}}});
    code_ = keep("ann@example.com");
  }
  std::string keep(const std::string& reply_to) {
    return *parse_request_code(keep_request(database_, draft_of(reply_to), "", 100)->code);
  }
  static AnswerToSend answer(const std::string& form, int64_t known = 0) {
    return {.form = form,
            .author = "lee",
            .text = "Turn it off.\nAnd on.",
            .source = {"install", "en", "steps", "Install"},
            .queries = {7, 8},
            .known = known,
            .has_mail = true};
  }
  std::vector<DueEvent> due(const char* delivery) { return due_events(database_, delivery, 1000, 10); }

  const DataFolder folder_{"signpost-answer-table"};
  SqliteDatabase database_ = folder_.open();
  std::string code_;
};

TEST_F(AnswerTableTest, IsSentOncePerFormAndAnswersTheRequest) {
  EXPECT_EQ(send_answer(database_, code_, answer("form"), 200), AnswerSent::sent);
  EXPECT_EQ(send_answer(database_, code_, answer("form"), 201), AnswerSent::already);
  EXPECT_EQ(send_answer(database_, code_, answer("form", 1), 201), AnswerSent::already);
  const auto request = find_request(database_, code_);
  EXPECT_EQ(request->state(), RequestState::answered);
  ASSERT_EQ(request->answers.size(), 1u);
  EXPECT_EQ(request->answers[0].author, "lee");
  EXPECT_EQ(request->answers[0].text, "Turn it off.\nAnd on.");
  EXPECT_EQ(request->answers[0].source, (QuotedSource{"install", "en", "steps", "Install"}));
  ASSERT_EQ(due("desk").size(), 1u);
  EXPECT_EQ(due("desk")[0].answer, request->answers[0].number);
  EXPECT_EQ(due("desk")[0].happened_at, 200);
  EXPECT_EQ(due("desk")[0].change, (StateChange{RequestState::answered, 200}));
  EXPECT_EQ(due("customers").size(), 1u);
}

TEST_F(AnswerTableTest, TellsNobodyByMailWhereThereIsNoAddress) {
  AnswerToSend spoken = answer("form");
  spoken.has_mail = false;
  send_answer(database_, code_, spoken, 200);
  EXPECT_EQ(due("desk").size(), 1u);
  EXPECT_THAT(due("customers"), IsEmpty());
}

TEST_F(AnswerTableTest, IsNotSentOverOneThatItsAuthorHasNotSeen) {
  send_answer(database_, code_, answer("form of one"), 200);
  EXPECT_EQ(send_answer(database_, code_, answer("form of another"), 210), AnswerSent::overtaken);
  EXPECT_EQ(send_answer(database_, code_, answer("form of another", 1), 220), AnswerSent::sent);
  EXPECT_EQ(find_request(database_, code_)->answers.size(), 2u);
  EXPECT_EQ(due("desk").size(), 1u) << "the next one waits for the one before";
}

TEST_F(AnswerTableTest, IsNotSentWhereTheRequestGoesOnElsewhere) {
  const std::string other = keep("ben@example.com");
  merge_request(database_, code_, other, 150);
  EXPECT_EQ(send_answer(database_, code_, answer("form"), 200), AnswerSent::merged);
  EXPECT_EQ(send_answer(database_, "000000000000", answer("form"), 200), AnswerSent::no_request);
}

TEST_F(AnswerTableTest, IsSeenByWhoHasTheCodeWithoutItsAuthor) {
  send_answer(database_, code_, answer("form"), 200);
  const auto state = find_request_state(database_, code_);
  ASSERT_EQ(state->answers.size(), 1u);
  EXPECT_EQ(state->answers[0].text, "Turn it off.\nAnd on.");
  EXPECT_EQ(state->answers[0].author, "");
}

TEST_F(AnswerTableTest, OneThatDidNotHelpLeavesTheRequestWaiting) {
  EXPECT_FALSE(judge_answer(database_, code_, AnswerVerdict::helped, 190));
  send_answer(database_, code_, answer("form"), 200);
  EXPECT_TRUE(judge_answer(database_, code_, AnswerVerdict::helped, 210));
  EXPECT_EQ(find_request(database_, code_)->answers[0].verdict, AnswerVerdict::helped);
  EXPECT_EQ(find_request(database_, code_)->state(), RequestState::answered);
  EXPECT_TRUE(judge_answer(database_, code_, AnswerVerdict::did_not_help, 220));
  EXPECT_EQ(find_request(database_, code_)->state(), RequestState::received);
  set_request_state(database_, code_, RequestState::closed, 230);
  EXPECT_TRUE(judge_answer(database_, code_, AnswerVerdict::did_not_help, 240));
  EXPECT_EQ(find_request(database_, code_)->state(), RequestState::closed) << "is over for good";
}

TEST_F(AnswerTableTest, IsEvidenceForTheGapThatItsQueriesBelongTo) {
  Gap gap;
  gap.lang = "en";
  gap.queries = {{8, 3, 3, {}, 0}};
  gap.changes = {{GapState::open, 100, "g", ""}};
  const int64_t number = keep_gap(database_, gap);
  EXPECT_THAT(sources_sent_for_gap(database_, number, 10), IsEmpty());
  send_answer(database_, code_, answer("one"), 200);
  judge_answer(database_, code_, AnswerVerdict::helped, 210);
  const std::string other = keep("ben@example.com");
  send_answer(database_, other, answer("two"), 200);
  // One whose queries are others', but which the gap was made of.
  const std::string third = keep("cem@example.com");
  AnswerToSend of_item = answer("three");
  of_item.queries = {9};
  of_item.source.anchor = "";
  send_answer(database_, third, of_item, 200);
  add_request_item(database_, third, {"G-" + std::to_string(number), "lee", 200}, "form of the gap");
  EXPECT_THAT(sources_sent_for_gap(database_, number, 10),
              ElementsAre(SentSource{{"install", "en", "steps", "Install"}, 2, 1},
                          SentSource{{"install", "en", "", "Install"}, 1, 0}));
  EXPECT_EQ(sources_sent_for_gap(database_, number, 1).size(), 1u);
}

TEST_F(AnswerTableTest, GoesWithItsRequestAndForgetsAddresses) {
  const std::string other = keep("ben@example.com");
  AnswerToSend mentioning = answer("one");
  mentioning.text = "As Ann@example.com says.";
  send_answer(database_, other, mentioning, 200);
  send_answer(database_, code_, answer("two"), 200);
  add_audit(database_, {.at = 200, .person = "Ann@example.com", .object = shown_code(code_)});
  EXPECT_EQ(forget_address(database_, "ann@example.com").mentions, 1);
  EXPECT_EQ(database_.number("SELECT count(*) FROM request_answers"), 1);
  EXPECT_EQ(find_request(database_, other)->answers[0].text, "As [...] says.");
  EXPECT_EQ(due("customers").size(), 1u) << "what waited for the other has gone with it";
  each_audit(database_, {}, [&](const AuditEntry& entry) {
    EXPECT_EQ(entry.person, "[...]");
    EXPECT_EQ(entry.object, "");
  });
}

TEST(AnswerText, IsTextOfAnyLinesThatIsNotTooLong) {
  std::string text = "a\r\nb";
  EXPECT_TRUE(settle_answer(text));
  EXPECT_EQ(text, "a\nb");
  for (std::string wrong : {std::string(" \n"), std::string(kMaxAnswerBytes + 1, 'a'), std::string("\xFF")})
    EXPECT_FALSE(settle_answer(wrong));
}

}  // namespace
}  // namespace signpost
