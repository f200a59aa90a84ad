#include "finder/find_command_line.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <vector>

namespace signpost {
namespace {

std::optional<FindOptions> parse(std::vector<const char*> words, int& exit_code) {
  words.insert(words.begin(), "signpost");
  return parse_find_command_line(static_cast<int>(words.size()), words.data(), exit_code);
}

TEST(FindCommandLine, IsRead) {
  int exit_code = 0;
  const auto find = parse({"find", "reset", "password", "--server", "https://h.example", "--lang", "ko",
                           "--from", "4F9K", "--format", "markdown", "--ca-file", "ca.pem"},
                          exit_code);
  ASSERT_TRUE(find);
  EXPECT_EQ(find->server, "https://h.example");
  EXPECT_EQ(find->ca_file, "ca.pem");
  const auto& command = std::get<FindCommand>(find->command);
  EXPECT_EQ(command.words.text, "reset password");
  EXPECT_EQ(command.words.lang, "ko");
  EXPECT_EQ(command.words.from, "4F9K");
  EXPECT_EQ(command.format, FoundFormat::markdown);
  const auto sign_in = parse({"--server", "https://h.example", "sign-in", "lee"}, exit_code);
  EXPECT_EQ(std::get<SignInCommand>(sign_in->command).name, "lee");
  EXPECT_TRUE(
      std::holds_alternative<SignOutCommand>(parse({"sign-out", "--server", "s"}, exit_code)->command));
}

TEST(FindCommandLine, TheServerMayBeKept) {
  int exit_code = 0;
  ::setenv("SIGNPOST_SERVER", "https://kept.example", 1);
  ::setenv("SIGNPOST_LANG", "ja", 1);
  const auto options = parse({"find", "a"}, exit_code);
  ::unsetenv("SIGNPOST_SERVER");
  ::unsetenv("SIGNPOST_LANG");
  ASSERT_TRUE(options);
  EXPECT_EQ(options->server, "https://kept.example");
  EXPECT_EQ(std::get<FindCommand>(options->command).words.lang, "ja");
}

TEST(FindCommandLine, RefusesWhatMakesNoSense) {
  for (const std::vector<const char*>& words :
       std::vector<std::vector<const char*>>{{"--server", "s"},
                                             {"find", "a"},
                                             {"find", "--server", "s"},
                                             {"find", "a", "--server", "s", "--format", "pdf"},
                                             {"sign-in", "--server", "s"},
                                             {"lose", "--server", "s"}}) {
    int exit_code = 0;
    EXPECT_FALSE(parse(words, exit_code));
    EXPECT_EQ(exit_code, 2);
  }
  int exit_code = 1;
  EXPECT_FALSE(parse({"--help"}, exit_code));
  EXPECT_EQ(exit_code, 0);
}

}  // namespace
}  // namespace signpost
