// release_command_line.h - the command lines of `signpost-index diff`, `pack`, `publish` and `urls`.
// Tested by tests/unit/release/release_command_line_test.cc.
#pragma once

#include <iosfwd>
#include <optional>
#include <string_view>
#include <variant>

#include "release/diff.h"
#include "release/pack.h"
#include "release/publish.h"
#include "release/urls.h"

namespace signpost {

using ReleaseCommand = std::variant<DiffOptions, PackOptions, PublishOptions, UrlsOptions>;

bool is_release_command(std::string_view word);

// REQUIRES: is_release_command(argv[1]). nullopt when there is nothing to run: --help was printed, or a usage
// error, with `exit_code` set (0 or 2).
std::optional<ReleaseCommand> parse_release_command(int argc, const char* const* argv, int& exit_code);

// Returns the exit code. Throws Error.
int run_release_command(const ReleaseCommand& command, std::ostream& out);

}  // namespace signpost
