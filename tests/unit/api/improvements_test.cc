#include "api/improvements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/complaint_table.h"
#include "store/store.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

Complaint ended(int64_t number, uint32_t day, const std::string& anchor = "paper", int64_t readers = 1) {
  return {.number = number,
          .place = {"print", "en", anchor},
          .section_sum = "a",
          .revision = "",
          .reason = ComplaintReason::unclear,
          .comments = {},
          .count = readers,
          .first_day = day,
          .last_day = day,
          .end = ComplaintEnd{ComplaintState::fixed, "c" + std::to_string(day), "print: clearer"},
          .end_day = day};
}

TEST(Improvements, AreWhatCommitsOfTheLastDaysChanged) {
  Complaint refused = ended(6, 100, "ink");
  refused.end->state = ComplaintState::wont_fix;
  Complaint of_step = ended(5, 100, "paper", 3);
  of_step.step = 2;
  const Improvements improvements({refused, of_step, ended(4, 100, "paper", 9), ended(3, 60), ended(1, 9)});
  const auto changes = improvements.changes_of("print", "en", 100, 90);
  ASSERT_THAT(changes, SizeIs(2));
  EXPECT_EQ(changes[0].anchor, "paper");
  EXPECT_EQ(changes[0].readers, 12);  // of both that one commit ended
  EXPECT_EQ(changes[0].step, 0);
  EXPECT_EQ(changes[0].day, 100u);
  EXPECT_EQ(changes[1].day, 60u);
  EXPECT_THAT(improvements.changes_of("print", "en", 98, 90), SizeIs(3));
  EXPECT_THAT(improvements.changes_of("print", "en", 150, 90), SizeIs(1));
  EXPECT_THAT(improvements.changes_of("print", "en", 190, 90), IsEmpty());
  EXPECT_THAT(improvements.changes_of("print", "en", 100, 0), IsEmpty());
  EXPECT_THAT(improvements.changes_of("print", "ko", 100, 90), IsEmpty());
  EXPECT_THAT(improvements.in_language("en"), SizeIs(5));
  EXPECT_THAT(improvements.in_language("ko"), IsEmpty());
}

TEST(Improvements, OfOneStepNameIt) {
  Complaint of_step = ended(1, 100);
  of_step.step = 2;
  EXPECT_EQ(Improvements({of_step}).changes_of("print", "en", 100, 90).at(0).step, 2);
}

TEST(Improvements, AreFewInAnArticle) {
  std::vector<Complaint> many;
  for (uint32_t i = 0; i < 50; ++i) many.push_back(ended(50 - i, 100 - i));
  EXPECT_THAT(Improvements(many).changes_of("print", "en", 100, 90), SizeIs(kMostChangesShown));
}

TEST(Improvements, AreKnownByWhatTheySay) {
  const Improvements improvements({ended(2, 100), ended(1, 50)});
  EXPECT_EQ(improvements.content_at(100, 90),
            Improvements({ended(2, 100), ended(1, 50)}).content_at(120, 90));
  EXPECT_NE(improvements.content_at(100, 90), improvements.content_at(140, 90));  // one is past
  EXPECT_NE(improvements.content_at(100, 90),
            Improvements({ended(2, 100, "paper", 2), ended(1, 50)}).content_at(100, 90));
  EXPECT_EQ(Improvements().content_at(100, 90), "");
}

TEST(Improvements, AreReadFromTheStore) {
  const DataFolder folder("signpost-improvements");
  Store store({.dir = folder.path()});
  store.write([](SqliteDatabase& database) {
    for (uint32_t day = 1; day <= 3; ++day) {
      const int64_t number = keep_complaint(database,
                                            {.place = {"print", "en", ""},
                                             .section_sum = "a",
                                             .revision = "",
                                             .comment = "mine",
                                             .words = {day}},
                                            day);
      if (day < 3) end_complaint(database, number, {ComplaintState::fixed, "c", "s"}, day);
    }
  });
  const auto improvements = read_improvements(store);
  const auto all = improvements->in_language("en");
  ASSERT_THAT(all, SizeIs(2));
  EXPECT_EQ(all[0]->end_day, 2u);  // the newest end
  EXPECT_THAT(all[0]->comments, IsEmpty());
  ImprovementBoard board;
  EXPECT_THAT(board.newest()->in_language("en"), IsEmpty());
  board.put(improvements);
  EXPECT_EQ(board.newest(), improvements);
}

}  // namespace
}  // namespace signpost
