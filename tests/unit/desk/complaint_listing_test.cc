// complaint_listing_test.cc - what code hosts read; text and JSON are those of desk_commands_test.cc.
#include "desk/complaint_listing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/http/schema_check.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<ListedComplaint> example() {
  Complaint open{.number = 12,
                 .place = {"print", "ko", "paper"},
                 .step = 3,
                 .section_sum = "ab",
                 .revision = "c0ffee",
                 .reason = ComplaintReason::unclear,
                 .comments = {"100%: see [this](https://evil.example)\n::error::x"},
                 .count = 3,
                 .first_day = 20'000,
                 .last_day = 20'001,
                 .end = std::nullopt};
  Complaint fixed = open;
  fixed.number = 13;
  fixed.step = 0;
  fixed.count = 1;
  fixed.reason = ComplaintReason::wrong;
  fixed.end = ComplaintEnd{ComplaintState::fixed, "beef", "print: say which tray"};
  const SourcePlace place{"docs/help/ko/인쇄, 100%.md", 7, {"@docs", "kim@example.com"}};
  return {{open, place}, {fixed, place}, {open, std::nullopt}};
}

TEST(ComplaintListing, TellsPlaceAndOwners) {
  const std::string text = complaints_as_text(example());
  EXPECT_THAT(text, HasSubstr("F-12  open  ko/print#paper step 3  unclear  3 readers, last 2024-10-05\n"
                              "    docs/help/ko/인쇄, 100%.md:7  @docs  kim@example.com\n"));
  const nlohmann::json list = nlohmann::json::parse(complaints_as_json(example()));
  EXPECT_EQ(list[0]["step"], 3);
  EXPECT_EQ(list[0]["file"], "docs/help/ko/인쇄, 100%.md");
  EXPECT_EQ(list[0]["line"], 7);
  EXPECT_EQ(list[0]["owners"], nlohmann::json({"@docs", "kim@example.com"}));
  EXPECT_FALSE(list[2].contains("file"));
}

// Text of a job that a code host runs: it would be a command with nothing but spaces before it.
TEST(ComplaintListing, NoCommentIsACommandOfACodeHost) {
  ListedComplaint listed = example().front();
  listed.complaint.comments = {"::error::x"};
  EXPECT_THAT(complaints_as_text({listed}), HasSubstr("\n    - ::error::x\n"));
}

TEST(ComplaintListing, GithubCommandsAreEscaped) {
  EXPECT_EQ(
      complaints_as_github(example(), ShownComments::none),
      "::warning file=docs/help/ko/인쇄%2C 100%25.md,line=7,title=F-12 unclear::F-12: 3 readers say that it "
      "is hard to follow, at step 3. End it with the trailer \"Fixes-Feedback: F-12\", or "
      "\"Wontfix-Feedback: F-12 why\".\n"
      "::notice file=docs/help/ko/인쇄%2C 100%25.md,line=7,title=F-13 wrong::F-13: 1 reader says that it is "
      "wrong.\n");
  const std::string with_comments = complaints_as_github(example(), ShownComments::first);
  EXPECT_THAT(with_comments, HasSubstr("\"100%25: see (this)(https://evil.example) ::error::x\""));
  EXPECT_EQ(std::count(with_comments.begin(), with_comments.end(), '\n'), 2);
}

TEST(ComplaintListing, SarifIsAsItsSchemaSays) {
  std::ifstream file(SIGNPOST_SOURCE_DIR "/tests/data/sarif/sarif-2.1.0-rtm.5.json");
  const nlohmann::json schema = nlohmann::json::parse(file);
  for (const auto& complaints : {example(), std::vector<ListedComplaint>()}) {
    const nlohmann::json log = nlohmann::json::parse(complaints_as_sarif(complaints, ShownComments::first));
    EXPECT_THAT(testing::check_schema(log, schema, schema), IsEmpty());
  }
  const std::string text = complaints_as_sarif(example(), ShownComments::none);
  EXPECT_THAT(text, Not(HasSubstr("evil")));
  const nlohmann::json run = nlohmann::json::parse(text)["runs"][0];
  ASSERT_EQ(run["results"].size(), 2u);
  const nlohmann::json& result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "complaint-unclear");
  EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<size_t>()]["id"], "complaint-unclear");
  EXPECT_EQ(result["partialFingerprints"], nlohmann::json({{"signpost-desk/v1", "F-12"}}));
  const nlohmann::json& place = result["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "docs/help/ko/%EC%9D%B8%EC%87%84%2C%20100%25.md");
  EXPECT_EQ(place["region"], nlohmann::json({{"startLine", 7}}));
}

}  // namespace
}  // namespace signpost
