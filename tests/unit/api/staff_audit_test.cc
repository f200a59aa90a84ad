#include "api/staff_audit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/store.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

TEST(StaffAudit, FindsThoseOfAPage) {
  const DataFolder folder("signpost-staff-audit");
  Store store({.dir = folder.path()});
  const std::map<std::string, std::string> texts;
  OperationContext context{.generation = nullptr, .lang = "en", .texts = texts, .store = &store};
  EXPECT_EQ(std::get<Problem>(staff_audit(context, {})).status, 503) << "there is no file yet";
  store.write([](SqliteDatabase& database) {
    for (const char* person : {"lee", "kim", "lee"}) add_audit(database, {.at = 5, .person = person});
  });
  const auto found = std::get<AuditFound>(staff_audit(context, {.person = "lee", .first = 1, .most = 1}));
  EXPECT_EQ(found.total, 2);
  EXPECT_EQ(found.entries.size(), 1u);
  EXPECT_THAT(found.people, ::testing::ElementsAre("kim", "lee"));
}

}  // namespace
}  // namespace signpost
