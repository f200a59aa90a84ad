// desk_command_line.h - the command line of signpost-desk.
// Tested by tests/unit/desk/desk_command_line_test.cc.
#pragma once

#include <optional>
#include <string>

#include "desk/desk_commands.h"

namespace signpost {

struct DeskOptions {
  std::string data;  // the folder
  DeskCommand command;
};

// nullopt when there is nothing to run: --help or --version was printed, or a usage error, with `exit_code`
// set (0 or 2).
std::optional<DeskOptions> parse_desk_command_line(int argc, const char* const* argv, int& exit_code);

}  // namespace signpost
