// import_command_line.h - the command line of signpost-import.
// Tested by tests/unit/importer/import_command_line_test.cc.
#pragma once

#include <optional>

#include "importer/import_run.h"

namespace signpost {

// nullopt when there is nothing to run: --help and --version were printed, or a usage error, with `exit_code`
// set (0 or 2).
std::optional<ImportCommand> parse_import_command_line(int argc, const char* const* argv, int& exit_code);

}  // namespace signpost
