#include "service/audit_trail.h"

#include <gmock/gmock.h>

#include "service/routes.h"
#include "service/staff_door.h"
#include "staff_app.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::Headers;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::StaffApp;

class AuditTrailTest : public StaffApp {
 protected:
  std::vector<AuditEntry> entries() {
    std::vector<AuditEntry> all;
    store_.read([&](SqliteDatabase& database) {
      each_audit(database, {}, [&](const AuditEntry& entry) { all.push_back(entry); });
    });
    return all;
  }
  AuditEntry last() {
    const auto all = entries();
    return all.empty() ? AuditEntry() : all.front();
  }
  Response get(const std::string& target) { return ask("GET", target, cookie(token_)); }
  Response post(const std::string& target, const std::string& fields) {
    return ask("POST", target, cookie(token_), fields + "&form_token=" + form_token(token_));
  }

  const std::string token_ = begin_session();
};

// A new page of staff says here what it is, or that it is nothing.
TEST_F(AuditTrailTest, DecidesForEveryDoorOfStaff) {
  for (const Route& route : routes()) {
    if (!is_for_staff(route.door)) continue;
    EXPECT_TRUE(is_audit_decided(route.door.name)) << route.door.name;
  }
}

TEST_F(AuditTrailTest, SaysWhoSawChangedAndTookAwayWhat) {
  get("/staff/requests/" + code_);
  EXPECT_EQ(last(), (AuditEntry{now_, "lee", AuditKind::saw, "request", code_, 1}));
  post("/staff/requests/" + code_, "state=closed");
  EXPECT_EQ(last(), (AuditEntry{now_, "lee", AuditKind::changed, "state", code_, 1}));
  post("/staff/requests/" + code_, "note=Called.");
  EXPECT_EQ(last(), (AuditEntry{now_, "lee", AuditKind::changed, "note", code_, 1}));
  get("/staff/insights/days.csv");
  EXPECT_EQ(last(), (AuditEntry{now_, "lee", AuditKind::exported, "insights", "days.csv", 1}));
  get("/staff/complaints");
  EXPECT_EQ(last(), (AuditEntry{now_, "lee", AuditKind::saw, "complaints", "", 1}));
  get("/staff/audit/audit.csv");
  EXPECT_EQ(last(), (AuditEntry{now_, "lee", AuditKind::exported, "audit", "audit.csv", 1}));
}

TEST_F(AuditTrailTest, HasNothingOfWhatWasNotDone) {
  get("/staff/requests/0000-0000-0000");
  get("/staff/insights/none.csv");
  post("/staff/requests/" + code_, "state=none");
  ask("POST", "/staff/requests/" + code_, cookie(token_), "state=closed");  // without the token of the form
  ask("GET", "/staff/requests/" + code_);
  ask("GET", "/en/requests/" + code_);
  get("/staff/sign-in");
  EXPECT_THAT(entries(), IsEmpty());
}

TEST_F(AuditTrailTest, HoldsNoWordOfACustomerAndNothingThatStaffSearchedFor) {
  get("/staff/?q=secretword");
  get("/staff/?q=" + code_);
  get("/staff/requests/" + code_ + "?quote=en/install%23");
  post("/staff/requests/" + code_, "note=secretword");
  post("/staff/requests/" + code_ + "/answer", "answer=secretword&once=a&known=0");
  ASSERT_EQ(entries().size(), 4u);
  for (const AuditEntry& entry : entries()) {
    EXPECT_THAT(entry.object, Not(HasSubstr("secretword")));
    EXPECT_TRUE(entry.object.empty() || entry.object == code_) << entry.object;
  }
}

TEST_F(AuditTrailTest, SaysWhoSignedInAndWhoCouldNot) {
  const auto sign_in = [&](const std::string& name, const std::string& password) {
    return ask("POST", "/staff/sign-in", {}, "name=" + name + "&password=" + password);
  };
  EXPECT_EQ(sign_in("lee", "wrong").status, 403);
  EXPECT_EQ(last(), (AuditEntry{now_, "lee", AuditKind::sign_in_failed, "", "", 1}));
  EXPECT_EQ(sign_in("my+password", "lee").status, 403);
  EXPECT_EQ(last(), (AuditEntry{now_, "", AuditKind::sign_in_failed, "", "", 1}))
      << "people type passwords there";
  EXPECT_EQ(sign_in("lee", "correct+horse+battery").status, 303);
  EXPECT_EQ(last(), (AuditEntry{now_, "lee", AuditKind::signed_in, "", "", 1}));
  post("/staff/sign-out", "");
  EXPECT_EQ(last(), (AuditEntry{now_, "lee", AuditKind::signed_out, "", "", 1}));
}

TEST_F(AuditTrailTest, IsAPageForStaffWithFiles) {
  get("/staff/requests/" + code_);
  post("/staff/requests/" + code_, "state=closed");
  const std::string page = get("/staff/audit").body;
  EXPECT_THAT(page, HasSubstr("2 entries"));
  EXPECT_THAT(page, HasSubstr("Entries are kept for 90 days."));
  EXPECT_THAT(page, HasSubstr("<a class=\"staff-code\" href=\"/staff/requests/" + code_ + "\"><bdi>"));
  EXPECT_THAT(page, HasSubstr("<option value=\"lee\">lee</option>"));
  EXPECT_THAT(get("/staff/audit?kind=changed&person=lee").body, HasSubstr("1 entry"));
  EXPECT_THAT(get("/staff/audit?person=kim&kind=none").body, HasSubstr("There is no such entry."));
  const std::string csv = get("/staff/audit/audit.csv?kind=changed").body;
  EXPECT_THAT(csv, HasSubstr("\"lee\",\"changed\",\"state\",\"" + code_ + "\",1"));
  EXPECT_THAT(csv, Not(HasSubstr("saw")));
  EXPECT_THAT(get("/staff/audit/audit.json").body, HasSubstr("\"kind\":\"exported\""));
  EXPECT_EQ(get("/staff/audit/other.csv").status, 404);
}

}  // namespace
}  // namespace signpost
