#include "report/complaint_rows.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(ComplaintRows, HaveAllThatIsKnown) {
  Complaint open{.number = 7,
                 .place = {"install", "en", "steps"},
                 .step = 2,
                 .section_sum = "a",
                 .revision = "c0ffee",
                 .reason = ComplaintReason::outdated,
                 .comments = {"It has moved.", "=SUM(1)"},
                 .count = 3,
                 .first_day = 20'000,
                 .last_day = 20'001,
                 .end = std::nullopt};
  Complaint ended = open;
  ended.number = 8;
  ended.place.anchor = "";
  ended.step = 0;
  ended.revision = "";
  ended.comments = {};
  ended.end = ComplaintEnd{ComplaintState::wont_fix, "beef", "as it should be"};
  ended.end_day = 20'003;
  const std::string csv =
      as_csv(complaint_rows({{open, "docs/install.md", 12, {"@docs", "@kim"}}, {ended, "", 0, {}}}));
  EXPECT_EQ(csv.substr(csv.find('\n') + 1),
            "\"F-7\",\"open\",\"en\",\"install\",\"steps\",2,\"outdated\",3,\"2024-10-04\",\"2024-10-05\","
            "\"docs/install.md\",12,\"'@docs @kim\",\"c0ffee\",,,,\"It has moved.\n=SUM(1)\"\r\n"
            "\"F-8\",\"wontfix\",\"en\",\"install\",,,\"outdated\",3,\"2024-10-04\",\"2024-10-05\",,,,,"
            "\"2024-10-07\",\"beef\",\"as it should be\",\r\n");
}

}  // namespace
}  // namespace signpost
