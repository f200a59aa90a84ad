#include "store/complaint_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"
#include "store/request_table.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

ComplaintDraft complaint(const std::string& comment, std::vector<uint32_t> words,
                         ComplaintReason reason = ComplaintReason::unclear) {
  return {.place = {"print", "en", "paper"},
          .section_sum = "ab12",
          .revision = "c0ffee",
          .reason = reason,
          .comment = comment,
          .words = std::move(words)};
}

class ComplaintTableTest : public ::testing::Test {
 protected:
  std::vector<Complaint> all(std::optional<ComplaintState> state = std::nullopt) {
    std::vector<Complaint> out;
    each_complaint(database_, state, [&](const Complaint& one) { out.push_back(one); });
    return out;
  }

  const DataFolder folder_{"signpost-complaint-table"};
  SqliteDatabase database_ = folder_.open();
};

TEST_F(ComplaintTableTest, GivesBackWhatWasKept) {
  const int64_t number = keep_complaint(database_, complaint("Which tray?", {1, 2}), 20'000);
  const auto found = find_complaint(database_, number);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->place, (SectionPlace{"print", "en", "paper"}));
  EXPECT_EQ(found->section_sum, "ab12");
  EXPECT_EQ(found->revision, "c0ffee");
  EXPECT_EQ(found->reason, ComplaintReason::unclear);
  EXPECT_THAT(found->comments, ElementsAre("Which tray?"));
  EXPECT_EQ(found->count, 1);
  EXPECT_EQ(found->first_day, 20'000u);
  EXPECT_EQ(found->state(), ComplaintState::open);
  EXPECT_EQ(find_complaint(database_, number + 1), std::nullopt);
}

TEST_F(ComplaintTableTest, CountsWhatSaysNearlyTheSameOnce) {
  const int64_t first = keep_complaint(database_, complaint("Which tray is it?", {1, 2, 3}), 10);
  EXPECT_EQ(keep_complaint(database_, complaint("which tray", {1, 2}), 12), first);
  EXPECT_EQ(keep_complaint(database_, complaint("which tray", {1, 2}), 11), first);
  EXPECT_EQ(keep_complaint(database_, complaint("which", {1, 2}), 12, ComplaintReader::known), first);
  const int64_t other =
      keep_complaint(database_, complaint("The picture is of an old printer", {7, 8, 9}), 12);
  EXPECT_NE(other, first);
  const int64_t silent = keep_complaint(database_, complaint("", {}), 12);
  EXPECT_EQ(keep_complaint(database_, complaint("", {}), 12), silent);
  EXPECT_NE(keep_complaint(database_, complaint("", {}, ComplaintReason::wrong), 12), silent);
  ComplaintDraft elsewhere = complaint("", {});
  elsewhere.place.anchor = "ink";
  EXPECT_NE(keep_complaint(database_, elsewhere, 12), silent);

  const Complaint kept = *find_complaint(database_, first);
  EXPECT_EQ(kept.count, 3);
  EXPECT_THAT(kept.comments, ElementsAre("Which tray is it?", "which tray", "which"));
  EXPECT_EQ(kept.first_day, 10u);
  EXPECT_EQ(kept.last_day, 11u);
  EXPECT_THAT(all(), SizeIs(5));
  EXPECT_EQ(all().front().number, first);  // the one that most readers have
}

TEST_F(ComplaintTableTest, TellsTheStepsOfASectionApart) {
  const auto at_step = [](int64_t step) {
    ComplaintDraft draft = complaint("", {});
    draft.step = step;
    return draft;
  };
  const int64_t whole = keep_complaint(database_, complaint("", {}), 10);
  const int64_t third = keep_complaint(database_, at_step(3), 10);
  EXPECT_NE(third, whole);
  EXPECT_EQ(keep_complaint(database_, at_step(3), 10), third);
  EXPECT_EQ(find_complaint(database_, third)->step, 3);
  EXPECT_EQ(find_complaint(database_, third)->count, 2);
  EXPECT_EQ(find_complaint(database_, whole)->step, 0);
  for (int64_t step = 4; step < 300; ++step) keep_complaint(database_, at_step(step), 10);
  EXPECT_THAT(all(), SizeIs(static_cast<size_t>(kMaxOpenComplaints)));
}

TEST_F(ComplaintTableTest, KeepsFewHoweverManyWrite) {
  for (uint32_t i = 0; i < 300; ++i)
    keep_complaint(database_, complaint("spam " + std::to_string(i), {10 * i, 10 * i + 1}), 10);
  const std::vector<Complaint> kept = all();
  EXPECT_THAT(kept, SizeIs(static_cast<size_t>(kMaxOpenComplaints)));
  int64_t readers = 0;
  for (const Complaint& one : kept) {
    readers += one.count;
    EXPECT_LE(one.comments.size(), kMaxComments);
  }
  EXPECT_EQ(readers, 300);
}

TEST_F(ComplaintTableTest, EndsOnce) {
  const int64_t number = keep_complaint(database_, complaint("Which tray?", {1, 2}), 10);
  const ComplaintEnd fixed{ComplaintState::fixed, "1234abcd", ""};
  EXPECT_TRUE(end_complaint(database_, number, fixed, 15));
  EXPECT_FALSE(end_complaint(database_, number, {ComplaintState::wont_fix, "5678", "by design"}, 16));
  EXPECT_FALSE(end_complaint(database_, number + 1, fixed, 15));
  EXPECT_EQ(find_complaint(database_, number)->end, fixed);
  EXPECT_EQ(find_complaint(database_, number)->end_day, 15u);
  EXPECT_THAT(all(ComplaintState::open), SizeIs(0));
  EXPECT_THAT(all(ComplaintState::fixed), SizeIs(1));
  // Who still finds it unclear begins a new one.
  EXPECT_NE(keep_complaint(database_, complaint("Which tray?", {1, 2}), 20), number);
}

TEST_F(ComplaintTableTest, ForgetsWhoIsNamedInAComment) {
  const int64_t number = keep_complaint(database_, complaint("Ask Ann.Lee@example.com instead", {1}), 10);
  const int64_t other = keep_complaint(database_, complaint("Not so", {2}), 10);
  EXPECT_EQ(forget_address(database_, "ann.lee@example.com").complaints, 1);
  EXPECT_THAT(find_complaint(database_, number)->comments, ElementsAre("Ask [...] instead"));
  EXPECT_THAT(find_complaint(database_, other)->comments, ElementsAre("Not so"));
  EXPECT_EQ(forget_address(database_, "ann.lee@example.com").complaints, 0);
}

TEST_F(ComplaintTableTest, CountsVotesOfATextAlone) {
  const SectionPlace place{"print", "en", "paper"};
  for (const bool helpful : {true, true, false}) count_vote(database_, place, "ab12", helpful);
  count_vote(database_, place, "cd34", false);
  EXPECT_EQ(votes_of(database_, place, "ab12"), (Votes{2, 1}));
  EXPECT_EQ(votes_of(database_, place, "cd34"), (Votes{0, 1}));
  EXPECT_EQ(votes_of(database_, {"print", "ko", "paper"}, "ab12"), Votes{});
  EXPECT_THAT(voted_texts(database_), SizeIs(2));
  delete_votes(database_, {place, "ab12"});
  EXPECT_EQ(votes_of(database_, place, "ab12"), Votes{});
  EXPECT_EQ(votes_of(database_, place, "cd34"), (Votes{0, 1}));
}

}  // namespace
}  // namespace signpost
