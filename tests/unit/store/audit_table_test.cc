#include "store/audit_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class AuditTableTest : public ::testing::Test {
 protected:
  std::vector<AuditEntry> entries(const AuditQuery& query = {}) {
    std::vector<AuditEntry> all;
    each_audit(database_, query, [&](const AuditEntry& entry) { all.push_back(entry); });
    return all;
  }

  const DataFolder folder_{"signpost-audit-table"};
  SqliteDatabase database_ = folder_.open();
};

const AuditEntry kSeen{100, "lee", AuditKind::saw, "request", "4F9K-0A7C-PQX3", 1};
const AuditEntry kTaken{110, "kim", AuditKind::exported, "insights", "days.csv", 1};

TEST_F(AuditTableTest, KeepsTheNewestFirstAndNarrows) {
  add_audit(database_, kSeen);
  add_audit(database_, kSeen);
  add_audit(database_, kTaken);
  EXPECT_THAT(entries(), ElementsAre(kTaken, kSeen, kSeen));
  EXPECT_THAT(entries({.person = "kim"}), ElementsAre(kTaken));
  EXPECT_THAT(entries({.person = "lee", .kind = AuditKind::exported}), IsEmpty());
  EXPECT_THAT(entries({.kind = AuditKind::saw, .first = 1, .most = 5}), ElementsAre(kSeen));
  EXPECT_EQ(count_audit(database_, {.kind = AuditKind::saw}), 2);
  EXPECT_THAT(audited_people(database_), ElementsAre("kim", "lee"));
}

TEST_F(AuditTableTest, FailuresOfAnHourAreOneEntry) {
  for (const int64_t at : {100, 200, 3600}) add_audit(database_, {at, "lee", AuditKind::sign_in_failed});
  add_audit(database_, {300, "", AuditKind::sign_in_failed});
  add_audit(database_, {3701, "lee", AuditKind::sign_in_failed});
  EXPECT_THAT(entries({.person = "lee"}),
              ElementsAre(AuditEntry{3701, "lee", AuditKind::sign_in_failed, "", "", 1},
                          AuditEntry{100, "lee", AuditKind::sign_in_failed, "", "", 3}));
}

TEST_F(AuditTableTest, ForgetsWhatIsOldAndWhatAnEntryWasAbout) {
  add_audit(database_, kSeen);
  add_audit(database_, kTaken);
  forget_audited(database_, kSeen.object);
  EXPECT_EQ(entries()[1].object, "");
  EXPECT_EQ(delete_audit_before(database_, 110), 1);
  EXPECT_THAT(entries(), ElementsAre(kTaken));
}

TEST_F(AuditTableTest, NamesKinds) {
  for (const AuditKind kind : kAuditKinds) EXPECT_EQ(audit_kind_named(name_of(kind)), kind);
  EXPECT_EQ(audit_kind_named("looked"), std::nullopt);
}

}  // namespace
}  // namespace signpost
