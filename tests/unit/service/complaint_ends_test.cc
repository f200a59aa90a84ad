// complaint_ends_test.cc - a commit ends a complaint, from the repository to the data file.
#include "service/complaint_ends.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/dates.h"
#include "index/history_file.h"
#include "index/manifest.h"
#include "search/searcher.h"
#include "store/complaint_table.h"
#include "store/store.h"
#include "test_site.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

constexpr uint32_t kToday = 20'000;
constexpr int64_t kNow = kToday * kSecondsOfDay + 100;

TEST(ComplaintEnds, AreWhatTheCommitsSay) {
  const DataFolder folder("signpost-complaint-ends");
  Store store({.dir = folder.path()});
  const auto keep = [&](const std::string& comment, std::vector<uint32_t> words, uint32_t day) {
    int64_t number = 0;
    store.write([&](SqliteDatabase& database) {
      number = keep_complaint(database,
                              {.place = {"install", "en", ""},
                               .section_sum = "a",
                               .revision = "",
                               .comment = comment,
                               .words = std::move(words)},
                              day);
    });
    return number;
  };
  const int64_t fixed = keep("one", {1}, kToday);
  const int64_t refused = keep("two", {2}, kToday);
  const int64_t later = keep("three", {3}, kToday + 1);  // than the commit that names its number
  const int64_t open = keep("four", {4}, kToday);

  const testing::TemporaryDirectory index;
  const std::string dir = testing::publish_test_generation(index.path());
  write_history(dir, {"c0ffee",
                      {{shown_complaint(fixed), true, "c0ffee", kNow, ""},
                       {shown_complaint(refused), false, "beef", kNow, "by design"},
                       {shown_complaint(later), true, "c0ffee", kNow, ""},
                       {"F-999", true, "c0ffee", kNow, ""},
                       {"nonsense", true, "c0ffee", kNow, ""}}});
  const Searcher searcher(dir);
  EXPECT_EQ(end_complaints(store, searcher, kNow + kSecondsOfDay).by_commits, 2);
  EXPECT_EQ(end_complaints(store, searcher, kNow + kSecondsOfDay).by_commits, 0);

  SqliteDatabase database = folder.open();
  EXPECT_EQ(find_complaint(database, fixed)->end, (ComplaintEnd{ComplaintState::fixed, "c0ffee", ""}));
  EXPECT_EQ(find_complaint(database, fixed)->end_day, kToday);
  EXPECT_EQ(find_complaint(database, refused)->end,
            (ComplaintEnd{ComplaintState::wont_fix, "beef", "by design"}));
  EXPECT_EQ(find_complaint(database, later)->state(), ComplaintState::open);
  EXPECT_EQ(find_complaint(database, open)->state(), ComplaintState::open);
}

// Of a commit from the future, or from before 1970, the clock was wrong.
TEST(ComplaintEnds, AreNeverInTheFuture) {
  const DataFolder folder("signpost-complaints-clock");
  Store store({.dir = folder.path()});
  int64_t ahead = 0;
  int64_t behind = 0;
  store.write([&](SqliteDatabase& database) {
    ComplaintDraft draft{
        .place = {"install", "en", ""}, .section_sum = "a", .revision = "", .comment = "", .words = {1}};
    ahead = keep_complaint(database, draft, kToday);
    draft.words = {2};
    behind = keep_complaint(database, draft, kToday);
  });
  const testing::TemporaryDirectory index;
  const std::string dir = testing::publish_test_generation(index.path());
  write_history(dir, {"c0ffee",
                      {{shown_complaint(ahead), true, "c0ffee", int64_t{1} << 62, ""},
                       {shown_complaint(behind), true, "beef", -1, ""}}});
  const Searcher searcher(dir);
  EXPECT_EQ(end_complaints(store, searcher, kNow).by_commits, 1);
  SqliteDatabase database = folder.open();
  EXPECT_EQ(find_complaint(database, ahead)->end_day, kToday);
  EXPECT_EQ(find_complaint(database, behind)->state(), ComplaintState::open);
}

TEST(ComplaintEnds, AreThoseOfSectionsThatThereAreNoMore) {
  const DataFolder folder("signpost-complaints-gone");
  Store store({.dir = folder.path()});
  int64_t stays = 0;
  int64_t goes = 0;
  store.write([&](SqliteDatabase& database) {
    ComplaintDraft draft{
        .place = {"install", "en", ""}, .section_sum = "a", .revision = "", .comment = "", .words = {}};
    stays = keep_complaint(database, draft, kToday);
    draft.place.anchor = "fax";
    goes = keep_complaint(database, draft, kToday);
  });
  const testing::TemporaryDirectory index;
  const Searcher searcher(testing::publish_test_generation(index.path()));
  EXPECT_EQ(end_complaints(store, searcher, kNow).gone, 1);
  SqliteDatabase database = folder.open();
  EXPECT_EQ(find_complaint(database, stays)->state(), ComplaintState::open);
  EXPECT_EQ(find_complaint(database, goes)->state(), ComplaintState::gone);
  EXPECT_EQ(find_complaint(database, goes)->end_day, kToday);
}

}  // namespace
}  // namespace signpost
