// index_command_line_test.cc - what the options of signpost-index mean.
#include "indexer/index_command_line.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

std::optional<CommandLine> parse(std::vector<const char*> arguments, int& exit_code) {
  arguments.insert(arguments.begin(), "signpost-index");
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  auto line = parse_index_command_line(static_cast<int>(arguments.size()), arguments.data(), exit_code);
  testing::internal::GetCapturedStdout();
  testing::internal::GetCapturedStderr();
  return line;
}

TEST(CommandLineTest, Defaults) {
  int exit_code = -1;
  const auto line = parse({}, exit_code);
  ASSERT_TRUE(line);
  EXPECT_EQ(line->index.source, "articles");
  EXPECT_EQ(line->index.output, "index");
  EXPECT_FALSE(line->index.strict || line->index.force || line->watch || line->roll_back);
}

TEST(CommandLineTest, EveryOption) {
  int exit_code = -1;
  const auto line = parse({"--source", "in", "--output", "out", "--site", "s.yaml", "--report", "r.json",
                           "--jobs", "3", "--strict", "--force", "--watch", "--max-warnings", "7"},
                          exit_code);
  ASSERT_TRUE(line);
  EXPECT_EQ(line->index.source, "in");
  EXPECT_EQ(line->index.output, "out");
  EXPECT_EQ(line->index.site_file, "s.yaml");
  EXPECT_EQ(line->index.report_file, "r.json");
  EXPECT_EQ(line->index.jobs, 3u);
  EXPECT_EQ(line->index.max_warnings, 7u);
  EXPECT_TRUE(line->index.strict && line->index.force && line->watch);
  EXPECT_TRUE(parse({"--rollback", "-o", "x"}, exit_code)->roll_back);
}

TEST(CommandLineTest, Check) {
  int exit_code = -1;
  const auto line = parse({"check", "--source", "in", "--site", "s.yaml", "--changed-since", "main",
                           "--format", "sarif", "--baseline", "index", "-j", "2"},
                          exit_code);
  ASSERT_TRUE(line);
  EXPECT_EQ(line->command, Command::check);
  EXPECT_EQ(line->check.source, "in");
  EXPECT_EQ(line->check.site_file, "s.yaml");
  EXPECT_EQ(line->check.changed_since, "main");
  EXPECT_EQ(line->check.format, FindingsFormat::sarif);
  EXPECT_EQ(line->check.baseline, "index");
  EXPECT_EQ(line->check.jobs, 2u);
  EXPECT_EQ(parse({"check"}, exit_code)->check.source, "articles");
  EXPECT_EQ(parse({}, exit_code)->command, Command::index);
}

TEST(CommandLineTest, HelpIsFineAndNonsenseIsNot) {
  struct Case {
    std::vector<const char*> arguments;
    int want;
  };
  const Case cases[] = {{{"--help"}, 0},
                        {{"--version"}, 0},
                        {{"--no-such"}, 2},
                        {{"--jobs", "0"}, 2},
                        {{"--jobs", "many"}, 2},
                        {{"--max-warnings", "-1"}, 2},
                        {{"--max-warnings", "99999999999999999999"}, 2},
                        {{"stray"}, 2},
                        {{"--source"}, 2},
                        {{"--watch", "--rollback"}, 2},
                        {{"check", "--help"}, 0},
                        {{"check", "--format", "xml"}, 2},
                        {{"check", "--strict"}, 2},
                        {{"--source", "x", "check"}, 2},
                        {{"check", "stray"}, 2}};
  for (const Case& c : cases) {
    int exit_code = -1;
    EXPECT_FALSE(parse(c.arguments, exit_code)) << c.arguments[0];
    EXPECT_EQ(exit_code, c.want) << c.arguments[0];
  }
}

}  // namespace
}  // namespace signpost
