// staff_complaints_page_test.cc - the page of what readers found wrong, and its files.
#include <gmock/gmock.h>

#include "staff_app.h"
#include "store/complaint_table.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::Headers;
using ::testing::Not;
using testing::StaffApp;

class StaffComplaintsPageTest : public StaffApp {
 protected:
  StaffComplaintsPageTest() {
    ComplaintDraft draft;
    draft.place = {"backup", "en", ""};
    draft.step = 2;
    draft.section_sum = "a";
    draft.reason = ComplaintReason::outdated;
    draft.comment = "<img src=x> =HYPERLINK(1)";
    store_.write([&](SqliteDatabase& database) {
      keep_complaint(database, draft, 20'000);
      draft.place.id = "no-such-article";
      draft.comment = "";
      const int64_t gone = keep_complaint(database, draft, 20'000);
      end_complaint(database, gone, {ComplaintState::gone, "", ""}, 20'001);
    });
  }
  Response get(const std::string& target, const std::string& language = "en") {
    Headers headers = cookie(token_);
    headers.emplace_back("accept-language", language);
    return ask("GET", target, headers);
  }

  const std::string token_ = begin_session();
};

TEST_F(StaffComplaintsPageTest, ShowsOpenOnesWithAllThatEndsThem) {
  const std::string page = get("/staff/complaints").body;
  for (const char* part : {"id=\"F-1\"", "href=\"/en/articles/backup\"", "It is outdated (step 2)",
                           "1 reader", "backup.md:1", "@Docs", "Fixes-Feedback: F-1", "&lt;img src=x&gt;",
                           "1 complaint<", "href=\"/staff/complaints\" aria-current=\"page\""})
    EXPECT_THAT(page, HasSubstr(part));
  EXPECT_THAT(page, Not(HasSubstr("<img src=x>")));
  EXPECT_THAT(page, Not(HasSubstr("F-2")));
}

TEST_F(StaffComplaintsPageTest, NarrowsThem) {
  EXPECT_THAT(get("/staff/complaints?state=gone").body, HasSubstr("No longer there"));
  EXPECT_THAT(get("/staff/complaints?state=fixed").body, HasSubstr("There is no such complaint."));
  EXPECT_THAT(get("/staff/complaints?state=all&owner=@docs").body, Not(HasSubstr("F-2")));
  EXPECT_THAT(get("/staff/complaints?owner=%3Cb%3E").body,
              HasSubstr("<option value=\"&lt;b&gt;\" selected>"));
  EXPECT_THAT(get("/staff/complaints?state=nonsense&page=x").body, HasSubstr("F-1"));
  EXPECT_THAT(get("/staff/complaints", "ko").body, HasSubstr("독자 의견"));
  EXPECT_THAT(get("/staff/complaints", "ja").body, HasSubstr("読者のご意見"));
}

TEST_F(StaffComplaintsPageTest, GivesThemAsFiles) {
  const Response csv = get("/staff/complaints/complaints.csv?state=all");
  EXPECT_EQ(csv.content_type, "text/csv; charset=utf-8");
  EXPECT_THAT(csv.body, HasSubstr("F-2"));
  EXPECT_THAT(csv.body, HasSubstr("backup.md"));
  const Response json = get("/staff/complaints/complaints.json");
  EXPECT_THAT(json.body, HasSubstr("=HYPERLINK(1)"));
  EXPECT_THAT(json.body, Not(HasSubstr("F-2")));
  for (const char* file : {"complaints", "complaints.pdf", "all.json"})
    EXPECT_GE(get(std::string("/staff/complaints/") + file).status, 400) << file;
}

}  // namespace
}  // namespace signpost
