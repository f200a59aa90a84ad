#include "api/staff_complaints.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "open_test_generation.h"
#include "store/complaint_table.h"
#include "store/store.h"

namespace signpost {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class StaffComplaintsTest : public ::testing::Test {
 protected:
  StaffComplaintsTest() { store_.check(); }

  int64_t complain(const std::string& id, const std::string& anchor, int readers,
                   const std::string& comment = "") {
    int64_t number = 0;
    ComplaintDraft draft;
    draft.place = {id, "en", anchor};
    draft.section_sum = "a";
    draft.comment = comment;
    store_.write([&](SqliteDatabase& database) {
      for (int reader = 0; reader < readers; ++reader) number = keep_complaint(database, draft, 20'000);
    });
    return number;
  }
  ComplaintsFound find(ComplaintQuestion question) {
    OperationContext context = testing::operation_context("en");
    context.store = &store_;
    if (question.most == 0) question.most = 10;
    return std::get<ComplaintsFound>(staff_complaints(context, question));
  }

  testing::TemporaryDirectory folder_;
  Store store_{{.dir = folder_.path(), .write_patience = std::chrono::milliseconds(0)}};
};

TEST_F(StaffComplaintsTest, FindsWhatMostReadersSayFirstWithItsPlace) {
  complain("install", "", 1, "It has moved.");
  complain("reset-password", "", 3);
  complain("no-such-article", "", 2);
  const ComplaintsFound found = find({.state = ComplaintState::open});
  ASSERT_THAT(found.complaints, SizeIs(3));
  EXPECT_EQ(found.total, 3u);
  EXPECT_EQ(found.complaints[0].entry.complaint.place.id, "reset-password");
  EXPECT_FALSE(found.complaints[1].place);
  EXPECT_EQ(found.complaints[1].entry.url, "");
  EXPECT_THAT(found.complaints[2].entry.complaint.comments, Contains("It has moved."));
  ASSERT_TRUE(found.complaints[2].place);
  EXPECT_TRUE(found.complaints[2].place->file.ends_with("install.md")) << found.complaints[2].place->file;
}

TEST_F(StaffComplaintsTest, NarrowsThem) {
  complain("install", "", 2);
  const int64_t ended = complain("reset-password", "", 1);
  store_.write([&](SqliteDatabase& database) { end_complaint(database, ended, {}, 20'001); });
  EXPECT_EQ(find({.state = ComplaintState::open}).total, 1u);
  EXPECT_EQ(find({.state = ComplaintState::fixed}).total, 1u);
  EXPECT_EQ(find({.state = std::nullopt}).total, 2u);
  EXPECT_EQ(find({.state = std::nullopt, .lang = "ko"}).total, 0u);
  EXPECT_EQ(find({.state = std::nullopt, .lang = "en"}).total, 2u);
  const ComplaintsFound second = find({.state = std::nullopt, .first = 1, .most = 1});
  EXPECT_EQ(second.total, 2u);
  ASSERT_THAT(second.complaints, SizeIs(1));
  EXPECT_EQ(second.complaints[0].entry.complaint.number, ended);
}

TEST_F(StaffComplaintsTest, KnowsWhoLooksAfterThem) {
  complain("install", "", 1);
  complain("backup", "", 1);
  const ComplaintsFound found = find({.state = ComplaintState::open});
  EXPECT_THAT(found.owners, Contains("@Docs"));
  const ComplaintsFound owned = find({.state = ComplaintState::open, .owner = "@docs"});
  ASSERT_THAT(owned.complaints, SizeIs(1));
  EXPECT_EQ(owned.complaints[0].entry.complaint.place.id, "backup");
  EXPECT_THAT(find({.state = ComplaintState::open, .owner = "@nobody"}).complaints, IsEmpty());
}

TEST_F(StaffComplaintsTest, SaysThatTheFileCantBeUsed) {
  Store none({.dir = folder_.path() + "/none"});
  OperationContext context = testing::operation_context("en");
  context.store = &none;
  EXPECT_EQ(std::get<Problem>(staff_complaints(context, {})).status, 503);
}

TEST_F(StaffComplaintsTest, DamagedOwnersKeepNobodyElseWaiting) {
  const std::string dir = testing::publish_test_generation(folder_.path() + "/index");
  testing::write_file(dir + "/owners.json", R"({"folder": "", "rules": [{"pattern": 1}]})");
  const OpenGeneration generation(dir);  // opens all the same
  OperationContext context = testing::operation_context("en");
  context.generation = &generation;
  context.store = &store_;
  EXPECT_EQ(std::get<Problem>(staff_complaints(context, {})).status, 503);
}

}  // namespace
}  // namespace signpost
