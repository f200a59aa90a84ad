// index_command_line.h - the command line of signpost-index.
// Tested by tests/unit/indexer/index_command_line_test.cc.
#pragma once

#include <optional>

#include "indexer/check/check_run.h"
#include "indexer/indexing_run.h"

namespace signpost {

// What stands before the options: nothing, or the name of a subcommand.
enum class Command { index, check };

struct CommandLine {
  Command command = Command::index;
  CheckOptions check;  // of that subcommand
  IndexOptions index;
  bool roll_back = false;
  bool watch = false;
};

// nullopt when there is nothing to run: --help and --version were printed, or a usage error, with `exit_code`
// set (0 or 2).
std::optional<CommandLine> parse_index_command_line(int argc, const char* const* argv, int& exit_code);

}  // namespace signpost
