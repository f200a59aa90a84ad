#include "report/audit_rows.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(AuditRows, SayWhoDidWhatToWhich) {
  const std::vector<AuditEntry> entries = {
      {1'796'000'000, "=lee", AuditKind::changed, "state", "4F9K-0A7C-PQX3", 1},
      {1'796'000'000, "", AuditKind::sign_in_failed, "", "", 12}};
  EXPECT_EQ(as_csv(audit_rows(entries)),
            "\"at\",\"person\",\"kind\",\"what\",\"object\",\"number\"\r\n"
            "\"2026-11-30T00:53:20Z\",\"'=lee\",\"changed\",\"state\",\"4F9K-0A7C-PQX3\",1\r\n"
            "\"2026-11-30T00:53:20Z\",,\"sign_in_failed\",,,12\r\n");
}

}  // namespace
}  // namespace signpost
