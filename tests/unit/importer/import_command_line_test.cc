// import_command_line_test.cc - the command line of signpost-import.
#include "importer/import_command_line.h"

#include <gtest/gtest.h>

#include <vector>

namespace signpost {
namespace {

std::optional<ImportCommand> parse(std::vector<const char*> arguments, int& exit_code) {
  arguments.insert(arguments.begin(), "signpost-import");
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  auto command = parse_import_command_line(static_cast<int>(arguments.size()), arguments.data(), exit_code);
  testing::internal::GetCapturedStdout();
  testing::internal::GetCapturedStderr();
  return command;
}

TEST(ImportOptions, StackExchange) {
  int exit_code = -1;
  const auto command = parse({"stackexchange", "dump", "--output", "out", "--lang", "ja", "--min-score", "-2",
                              "--tag", "a", "--tag", "b", "--limit", "5", "--base-url", "https://a.example"},
                             exit_code);
  ASSERT_TRUE(command);
  EXPECT_EQ(command->source, ImportSource::stack_exchange);
  EXPECT_EQ(command->options.dump, "dump");
  EXPECT_EQ(command->options.output, "out");
  EXPECT_EQ(command->options.lang, "ja");
  EXPECT_EQ(command->options.min_score, -2);
  EXPECT_EQ(command->options.tags, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(command->options.limit, 5u);
}

TEST(ImportOptions, Discourse) {
  int exit_code = -1;
  const auto command =
      parse({"-o", "out", "discourse", "--prune", "--license", "CC BY 4.0", "a.json", "b.json"}, exit_code);
  ASSERT_TRUE(command);
  EXPECT_EQ(command->source, ImportSource::discourse);
  EXPECT_EQ(command->options.files, (std::vector<std::string>{"a.json", "b.json"}));
  EXPECT_EQ(command->options.license, "CC BY 4.0");
  EXPECT_TRUE(command->options.prune);
}

TEST(ImportOptions, ExitCodes) {
  const struct {
    std::vector<const char*> arguments;
    int want;
  } cases[] = {{{"--help"}, 0},
               {{"stackexchange", "--help"}, 0},
               {{"--version"}, 0},
               {{}, 2},
               {{"stackexchange"}, 2},
               {{"discourse"}, 2},
               {{"phpbb"}, 2},
               {{"stackexchange", "a", "b"}, 2},
               {{"stackexchange", "a", "--limit", "0"}, 2},
               {{"stackexchange", "a", "--limit", "-1"}, 2},
               {{"stackexchange", "a", "--limit", "99999999999999999999"}, 2},
               {{"stackexchange", "a", "--min-score", "99999999999"}, 2}};
  for (const auto& each : cases) {
    int exit_code = -1;
    EXPECT_FALSE(parse(each.arguments, exit_code));
    EXPECT_EQ(exit_code, each.want);
  }
}

}  // namespace
}  // namespace signpost
