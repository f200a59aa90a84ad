// find_command_line.h - the command line of signpost. Tested by
// tests/unit/finder/find_command_line_test.cc.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "finder/found_listing.h"
#include "finder/help_server.h"

namespace signpost {

struct FindCommand {
  FindWords words;
  FoundFormat format = FoundFormat::text;
};
struct SignInCommand {
  std::string name;
};
struct SignOutCommand {};

struct FindOptions {
  std::string server;   // as typed
  std::string ca_file;  // "" for the system's
  std::variant<FindCommand, SignInCommand, SignOutCommand> command;
};

// nullopt when there is nothing to run: --help or --version was printed, or a usage error, with `exit_code`
// set (0 or 2).
std::optional<FindOptions> parse_find_command_line(int argc, const char* const* argv, int& exit_code);

}  // namespace signpost
