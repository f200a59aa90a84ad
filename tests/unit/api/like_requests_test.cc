#include "api/like_requests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "api/staff_requests.h"
#include "store/answer_table.h"
#include "store/request_code.h"
#include "store/request_work.h"
#include "store/store.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

class LikeRequestsTest : public ::testing::Test {
 protected:
  LikeRequestsTest() {
    for (const char* other : {"Where is my invoice?", "Please delete my account.", "The app is in French.",
                              "Can I pay by card?", "How do I add a second user?"})
      keep(other);
  }
  std::string keep(const std::string& message, RequestPacket packet = {}, const std::string& lang = "en") {
    RequestDraft draft;
    draft.lang = lang;
    draft.message = message;
    draft.packet = std::move(packet);
    return store_.keep(draft, "", 100)->code;
  }
  std::vector<std::string> like(const std::string& code) {
    const auto request = std::get<StoredRequest>(find_whole_request(context_, code));
    std::vector<std::string> codes;
    const auto found = std::get<std::vector<LikeRequest>>(like_requests(context_, request));
    for (const LikeRequest& one : found) {
      EXPECT_GE(one.likeness, kLeastLikeness);
      EXPECT_LE(one.likeness, 1.0001);
      codes.push_back(one.request.code);
    }
    return codes;
  }

  const DataFolder folder_{"signpost-like-requests"};
  Store store_{{.dir = folder_.path()}};
  const std::map<std::string, std::string> texts_{};
  const OperationContext context_{.generation = nullptr, .lang = "en", .texts = texts_, .store = &store_};
};

TEST_F(LikeRequestsTest, SayTheSameInOtherWords) {
  const std::string one = keep("The printer prints blank pages since the update.");
  const std::string other = keep("Since your update my printer only printed blank pages!");
  EXPECT_THAT(like(one), ::testing::ElementsAre(other));
  EXPECT_THAT(like(other), ::testing::ElementsAre(one));
  EXPECT_TRUE(like(keep("Nothing of all this concerns zebras.")).empty());
}

TEST_F(LikeRequestsTest, TriedTheSameArticlesInAnyLanguage) {
  RequestPacket tried;
  tried.tried = {{"reset-printer", "steps", 2}};
  tried.answers = {"blank-pages#why", "free text"};
  const std::string english = keep("It does not work.", tried);
  const std::string korean = keep("안 됩니다.", tried, "ko");
  EXPECT_THAT(like(korean), ::testing::ElementsAre(english));
}

TEST_F(LikeRequestsTest, BringWhatWasAnsweredAndLeaveOutWhatGoesOnElsewhere) {
  const std::string one = keep("The printer prints blank pages since the update.");
  const std::string other = keep("Printer prints blank pages since the update");
  const std::string merged = keep("The printer prints blank pages since the update");
  store_.write([&](SqliteDatabase& database) {
    send_answer(database, *parse_request_code(other),
                {.form = "f", .author = "lee", .text = "Clean it.", .source = {"clean", "en", "", "Clean"}},
                200);
    judge_answer(database, *parse_request_code(other), AnswerVerdict::helped, 210);
    merge_request(database, *parse_request_code(merged), *parse_request_code(one), 220);
  });
  const auto request = std::get<StoredRequest>(find_whole_request(context_, one));
  const auto found = std::get<std::vector<LikeRequest>>(like_requests(context_, request));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].request.code, other);
  EXPECT_EQ(found[0].request.answers.at(0).source.title, "Clean");
  EXPECT_EQ(found[0].request.answers.at(0).verdict, AnswerVerdict::helped);
}

TEST_F(LikeRequestsTest, AreAtMostSoMany) {
  std::string last;
  for (int i = 0; i < 8; ++i) last = keep("The printer prints blank pages. " + std::to_string(i));
  EXPECT_EQ(like(last).size(), kMostLike);
}

}  // namespace
}  // namespace signpost
