// open_complaints_test.cc - the rule by itself, and in a repository.
#include "indexer/check/open_complaints.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "base/error.h"
#include "indexer/check/check_run.h"
#include "indexer/source_history.h"
#include "tests/unit/indexer/check/repository.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

constexpr const char* kList = R"([
  {"item": "F-1", "state": "open", "id": "print", "lang": "en", "anchor": "", "readers": 1},
  {"item": "F-2", "state": "open", "id": "print", "lang": "en", "anchor": "paper", "readers": 7},
  {"item": "F-3", "state": "fixed", "id": "scan", "lang": "en", "anchor": "", "readers": 9},
  {"item": "F-4", "state": "open", "id": "gone", "lang": "en", "anchor": "", "readers": 9}])";

TEST(OpenComplaints, AreThoseOfTheList) {
  const auto complaints = parse_open_complaints(kList, "list.json");
  ASSERT_EQ(complaints.size(), 3u);
  EXPECT_EQ(complaints[1].item, "F-2");
  EXPECT_EQ(complaints[1].anchor, "paper");
  EXPECT_EQ(complaints[1].readers, 7);
  EXPECT_THAT(parse_open_complaints("[]", "list.json"), IsEmpty());
}

TEST(OpenComplaints, RefuseWhatIsNoList) {
  for (const std::string text :
       {"", "{}", "[1]", R"([{"state": "open"}])", "F-1  open  en/print",
        R"([{"item": 1, "state": "open", "id": "", "lang": "", "anchor": "", "readers": 1}])"}) {
    try {
      parse_open_complaints(text, "list.json");
      ADD_FAILURE() << text;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::usage);
      EXPECT_THAT(error.what(), HasSubstr("list.json is not what"));
    }
  }
}

class OpenComplaintsRun : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!repository_.usable()) GTEST_SKIP() << "there is no git";
    repository_.write("docs/help/en/a/print.md", kPrint);
    repository_.write("docs/help/en/a/scan.md", "---\nsummary: S\n---\n# Scan\n\nText.\n");
    repository_.write("list.json", kList);
    repository_.commit("first");
    repository_.git("branch base");
    options_.source = repository_.path("docs");
    options_.changed_since = "base";
    options_.complaints = repository_.path("list.json");
    options_.today = "2026-11-30";
  }
  std::string found() {
    std::ostringstream out;
    std::ostringstream err;
    run_check(options_, out, err);
    return out.str();
  }
  void change(const std::string& name, const std::string& message) {
    repository_.write("docs/help/en/a/" + name, repository_.read("docs/help/en/a/" + name) + "More.\n");
    repository_.commit(message);
  }

  static constexpr const char* kPrint = "---\nsummary: S\n---\n# Print\n\nText.\n\n## Paper\n\nPut it in.\n";
  const Repository repository_;
  CheckOptions options_;
};

TEST_F(OpenComplaintsRun, WarnsOfAChangeThatEndsNone) {
  EXPECT_THAT(found(), Not(HasSubstr("open-complaints")));  // nothing is changed
  change("scan.md", "scan: more\n\nFixes-Feedback: F-99");
  EXPECT_THAT(found(), Not(HasSubstr("open-complaints")));  // of it, none is open
  change("print.md", "print: more, see F-1");
  EXPECT_THAT(found(), HasSubstr("print.md:8:1: warning: 2 complaints of readers are open (F-2, F-1), and no "
                                 "commit since base ends one of them: 'Fixes-Feedback: F-2' or "
                                 "'Wontfix-Feedback: F-2 why' [open-complaints]\n"));
  change("print.md", "print: which tray\n\nWontfix-Feedback: F-1 by design");
  EXPECT_THAT(found(), Not(HasSubstr("open-complaints")));
  options_.changed_since = "HEAD";
  change("print.md", "print: more again");
  options_.changed_since = "HEAD~1";  // what came before it doesn't count
  EXPECT_THAT(found(), HasSubstr("open-complaints"));
}

TEST_F(OpenComplaintsRun, IsQuietUpToTheNumberInTheSettings) {
  change("print.md", "print: more");
  for (const auto& [most, warns] : {std::pair("0", true), {"1", true}, {"2", false}}) {
    repository_.write("docs/site.yaml",
                      "checks:\n  open-complaints: {severity: error, most: " + std::string(most) + "}\n");
    EXPECT_EQ(found().find("error: 2 complaints") != std::string::npos, warns) << most;
  }
}

TEST_F(OpenComplaintsRun, NeedsAListThatCanBeRead) {
  options_.complaints = repository_.path("nowhere.json");
  EXPECT_THROW(found(), Error);
  EXPECT_THAT(verdicts_since(repository_.path("docs"), "--output=x"), IsEmpty());
}

}  // namespace
}  // namespace signpost
