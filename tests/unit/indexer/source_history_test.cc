#include "indexer/source_history.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/indexer/check/repository.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> items(const SourceHistory& history) {
  std::vector<std::string> out;
  for (const ComplaintVerdict& verdict : history.verdicts)
    out.push_back((verdict.fixed ? "fixed " : "no ") + verdict.item +
                  (verdict.why.empty() ? "" : ": " + verdict.why));
  return out;
}

TEST(SourceHistory, TellsWhichComplaintsCommitsEnd) {
  const Repository repository;
  if (!repository.usable()) GTEST_SKIP() << "there is no git";
  repository.write("articles/a.md", "# A\n");
  repository.commit("first");
  repository.write("articles/a.md", "# A\n\nNow clear.\n");
  repository.commit(
      "a: say which tray\n\nBody that names F-99.\n\nFixes-Feedback: F-12, F-13\nfixes-feedback: f-14");
  repository.write("articles/b.md", "# B\n");
  repository.commit(
      "b: leave it\n\nWontfix-Feedback: F-15: the button is there\n  on purpose\nSigned-off-by: K "
      "<k@example.com>");
  const SourceHistory history = read_source_history(repository.path("articles"));
  EXPECT_EQ(history.revision.size(), 40u);
  EXPECT_THAT(items(history),
              ElementsAre("no F-15: the button is there on purpose", "fixed F-12: a: say which tray",
                          "fixed F-13: a: say which tray", "fixed F-14: a: say which tray"));
  ASSERT_FALSE(history.verdicts.empty());
  EXPECT_EQ(history.verdicts.front().revision, history.revision);
  EXPECT_NE(history.verdicts.back().revision, history.revision);
  EXPECT_GT(history.verdicts.back().at, 1'700'000'000);
}

TEST(SourceHistory, IsEmptyWhereThereIsNone) {
  const TemporaryFolder folder;
  folder.write("a.md", "# A\n");
  EXPECT_EQ(read_source_history(folder.path()), SourceHistory{});
  const Repository empty;
  if (!empty.usable()) GTEST_SKIP() << "there is no git";
  EXPECT_EQ(read_source_history(empty.path()), SourceHistory{});
}

TEST(SourceHistory, PassesOverWhatItCantUnderstand) {
  using namespace std::string_literals;
  const auto of = [](const std::string& fixes, const std::string& others) {
    return items(
        parse_history("c0ffee\x1F"
                      "1700000000\x1F" +
                      fixes + "\x1F" + others + "\0"s));
  };
  EXPECT_THAT(of("F-1", ""), ElementsAre("fixed F-1"));
  EXPECT_THAT(of("F-1 F-2,F-3 and more\x1E"
                 "F-4",
                 ""),
              ElementsAre("fixed F-1", "fixed F-2", "fixed F-3", "fixed F-4"));
  EXPECT_THAT(of("", "F-5, F-6 - by design"), ElementsAre("no F-5: by design", "no F-6: by design"));
  for (const char* other : {"12", "F-", "F-1x", "see F-1", "F 1", ",", "F-12345678901234567890"})
    EXPECT_THAT(of(other, ""), IsEmpty()) << other;
  EXPECT_EQ(parse_history(""), SourceHistory{});
  parse_history("\0\x1F\x1F\x1F\0\x1E"s);
}

// What is written would else keep the service from opening the index.
TEST(SourceHistory, IsNeverLargerThanWhatCanBeLoaded) {
  std::string items;
  for (int i = 0; i < 20'000; ++i)
    items += "F-1" + std::to_string(1'000'000'000'000'000'000 + i).substr(1) + " ";
  for (const char c : {'"', '\x01', '\xFF'}) {
    const std::string printed = std::string(64, 'c') + "\x1F-9223372036854775808\x1F" + items + "\x1F" +
                                items + "\x1F" + std::string(600, c) + '\0';
    const SourceHistory history = parse_history(printed + printed);
    EXPECT_EQ(history.verdicts.size(), kMaxVerdicts);
    EXPECT_LE(history.verdicts.front().why.size(), kMaxVerdictWhy);
    const TemporaryFolder folder;
    write_history(folder.path(), history);
    EXPECT_TRUE(load_history(folder.path()) == history);
  }
}

}  // namespace
}  // namespace signpost
