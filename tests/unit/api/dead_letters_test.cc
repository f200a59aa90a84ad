#include "api/dead_letters.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/store.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

class DeadLettersTest : public ::testing::Test {
 protected:
  DeadLettersTest() {
    store_.use_subscriptions({{"desk", {EventKind::request_received}}});
    for (const char* who : {"a", "b", "c"}) store_.keep(draft_of(who), "", 100);
    store_.write([](SqliteDatabase& database) {
      for (int i = 0; i < 3; ++i) bury(database, due_events(database, "desk", 100, 1).at(0).row, "no answer");
    });
  }
  DeadLetters letters(int most = 10) { return std::get<DeadLetters>(dead_letters(context_, most)); }

  const DataFolder folder_{"signpost-dead-letters"};
  Store store_{{.dir = folder_.path()}};
  const std::map<std::string, std::string> texts_;
  const OperationContext context_{
      .generation = nullptr, .lang = "en", .texts = texts_, .now = 500, .store = &store_};
};

TEST_F(DeadLettersTest, AreListedAndTriedAgain) {
  EXPECT_EQ(letters().total, 3);
  EXPECT_EQ(letters(2).first.size(), 2u);
  EXPECT_EQ(letters(2).total, 3);
  const int64_t row = letters().first.at(0).row;
  EXPECT_EQ(letters().first.at(0).last_failure, "no answer");
  EXPECT_EQ(retry_letter(context_, row), std::nullopt);
  EXPECT_EQ(retry_letter(context_, row)->status, 404) << "it waits by now";
  EXPECT_EQ(letters().total, 2);
  EXPECT_EQ(retry_all_letters(context_), std::nullopt);
  EXPECT_EQ(letters().total, 0);
}

TEST_F(DeadLettersTest, SayThatTheFileCantBeUsed) {
  Store none({.dir = folder_.path() + "/none"});
  OperationContext broken = context_;
  broken.store = &none;
  EXPECT_EQ(std::get<Problem>(dead_letters(broken, 10)).status, 503);
}

}  // namespace
}  // namespace signpost
