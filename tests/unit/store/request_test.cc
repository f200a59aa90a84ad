#include "store/request.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "data_folder.h"

namespace signpost {
namespace {

TEST(RequestDraft, IsRefusedWithTheFieldThatIsWrong) {
  struct Case {
    std::function<void(RequestDraft&)> spoil;
    std::string field, message;
  };
  const std::vector<Case> cases = {
      {[](RequestDraft& d) { d.message = " \n\t"; }, "message", "is needed"},
      {[](RequestDraft& d) { d.message.assign(kMaxMessageBytes + 1, 'x'); }, "message",
       "has 16001 bytes; 16000 are allowed"},
      {[](RequestDraft& d) { d.message = "a\x01"; }, "message", "must be text in UTF-8"},
      {[](RequestDraft& d) { d.message = "a\xFF"; }, "message", "must be text in UTF-8"},
      {[](RequestDraft& d) { d.reply_to = "a@example.com\nBcc: b@example.com"; }, "reply_to",
       "must be one line of text in UTF-8"},
      {[](RequestDraft& d) { d.reply_to.assign(255, 'x'); }, "reply_to", "has 255 bytes; 254 are allowed"},
      {[](RequestDraft& d) { d.name.assign(201, 'x'); }, "name", "has 201 bytes; 200 are allowed"},
      {[](RequestDraft& d) { d.product.assign(101, 'x'); }, "product", "has 101 bytes; 100 are allowed"},
      {[](RequestDraft& d) { d.lang.assign(36, 'x'); }, "lang", "has 36 bytes; 35 are allowed"},
      {[](RequestDraft& d) { d.packet.questions.assign(21, "q"); }, "packet.questions",
       "has 21 entries; 20 are allowed"},
      {[](RequestDraft& d) {
         d.packet.answers = {"", std::string(401, 'x')};
       },
       "packet.answers[1]", "has 401 bytes; 400 are allowed"},
      {[](RequestDraft& d) {
         d.packet.read = {{"", "a"}};
       },
       "packet.read[0].id", "is needed"},
      {[](RequestDraft& d) {
         d.packet.read = {{"a", "b\r"}};
       },
       "packet.read[0].anchor", "must be one line of text in UTF-8"},
      {[](RequestDraft& d) {
         d.packet.tried = {{"a", "", 0}};
       },
       "packet.tried[0].step", "must be a number from 1 to 1000"},
      {[](RequestDraft& d) { d.packet.incidents = {std::string(201, 'x')}; }, "packet.incidents[0]",
       "has 201 bytes; 200 are allowed"},
  };
  for (const Case& spoiled : cases) {
    RequestDraft draft = draft_of("a@example.com");
    spoiled.spoil(draft);
    const auto faults = settle_draft(draft);
    ASSERT_EQ(faults.size(), 1u) << spoiled.field << ": " << spoiled.message;
    EXPECT_EQ(faults[0].field, spoiled.field);
    EXPECT_EQ(faults[0].message, spoiled.message);
  }
}

TEST(RequestDraft, NeedsNothingButAMessageWhoseLinesEndAlike) {
  RequestDraft draft;
  draft.message = "eins\r\nzwei\rdrei\n\tvier ";
  EXPECT_TRUE(settle_draft(draft).empty());
  EXPECT_EQ(draft.message, "eins\nzwei\ndrei\n\tvier ");
}

TEST(RequestDraft, OfAnAddressCanBeSent) {
  RequestDraft draft;
  draft.message = "a";
  draft.product.assign(300, 'p');
  draft.packet.level = "basic\xFF";
  for (int i = 0; i < 30; ++i) draft.packet.answers.push_back("answer#" + std::to_string(i));
  draft.packet.questions = {"why\ndoes it not", std::string(3000, 'q')};
  draft.packet.incidents = {std::string(300, 'i')};
  ASSERT_FALSE(settle_draft(draft).empty());
  fit_what_goes_along(draft);
  EXPECT_TRUE(settle_draft(draft).empty());
  EXPECT_EQ(draft.packet.questions[0], "why does it not");
  EXPECT_EQ(draft.packet.questions[1].size(), kMaxQuestionBytes);
  ASSERT_EQ(draft.packet.answers.size(), kMaxPacketEntries);
  EXPECT_EQ(draft.packet.answers.back(), "answer#29") << "the last ones stay";
  RequestDraft fits = draft_of("a@example.com");
  fit_what_goes_along(fits);
  EXPECT_EQ(fits, draft_of("a@example.com"));
}

TEST(RequestState, HasANameThatIsReadBack) {
  for (const RequestState state : kRequestStates) EXPECT_EQ(request_state_named(name_of(state)), state);
  EXPECT_EQ(name_of(RequestState::passed_on), "passed_on");
  EXPECT_EQ(request_state_named("open"), std::nullopt);
}

}  // namespace
}  // namespace signpost
