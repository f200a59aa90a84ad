// desk_commands.h - what staff and operators do with the requests of a data folder, beside the running
// service. Tested by tests/unit/desk/desk_commands_test.cc.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <variant>

#include "desk/request_listing.h"

namespace signpost {

struct ListCommand {
  std::optional<RequestState> state;
  ListingFormat format = ListingFormat::text;
};
struct ShowCommand {
  std::string code;  // as somebody typed it
};
struct ExportCommand {
  ListingFormat format = ListingFormat::json;
};
struct StateCommand {
  std::string code;
  RequestState state = RequestState::received;
};
struct ForgetCommand {
  std::string whom;  // an address, or a code
};
struct RetentionCommand {
  std::string index;  // whose settings say how many days; "" for the default
};
struct BackupCommand {
  std::string file;
};
struct OutcomesCommand {
  ListingFormat format = ListingFormat::text;
};

using DeskCommand = std::variant<ListCommand, ShowCommand, ExportCommand, StateCommand, ForgetCommand,
                                 RetentionCommand, BackupCommand, OutcomesCommand>;

// What the process exits with, beside 2 for an Error that is thrown.
enum DeskExit : int { kDeskDone = 0, kDeskNotFound = 1 };

// `dir`: the data folder; `now`: seconds since 1970. Throws Error.
int run_desk_command(const std::string& dir, const DeskCommand& command, int64_t now, std::ostream& out);

}  // namespace signpost
