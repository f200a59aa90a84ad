// desk_commands.h - what staff and operators do with the requests of a data folder, beside the running
// service. Tested by tests/unit/desk/desk_commands_test.cc.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <variant>

#include "desk/complaint_listing.h"
#include "desk/request_listing.h"
#include "store/audit_table.h"
#include "store/complaint.h"
#include "store/gap.h"
#include "store/outbox_table.h"

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
// What staff do on their pages, too.
struct NoteCommand {
  std::string code;
  std::string text;
};
struct AssignCommand {
  std::string code;
  std::string name;  // of an account; "" for nobody
};
struct MergeCommand {
  std::string code;
  std::string into;  // "" : it goes on by itself again
};
// Who did what.
struct AuditCommand {
  std::string person = {};          // "" for all
  std::optional<AuditKind> kind{};  // nullopt: all
  ListingFormat format = ListingFormat::text;
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
struct OutboxListCommand {
  std::optional<OutboxState> state;
  ListingFormat format = ListingFormat::text;
};
struct OutboxRetryCommand {
  std::string which;  // the number of a dead letter, or "all"
};
struct OutcomesCommand {
  ListingFormat format = ListingFormat::text;
};
struct InsightsCommand {
  ListingFormat format = ListingFormat::text;
  int period = 30;         // in days, one of kInsightPeriods
  std::string lang = {};   // "" for all
  std::string table = {};  // "" for all that fit the format
};

// Of what readers found wrong with articles.
enum class ComplaintFormat { text, json, csv, sarif, github };
struct ComplaintsCommand {
  std::optional<ComplaintState> state = ComplaintState::open;  // nullopt: all
  std::string lang = {};                                       // "" for all
  uint32_t since = 0;                                          // day since 1970 of the last reader; 0 for all
  std::string owner = {};                                      // in any case of letters; "" for all
  // Whose generation says where sections stand; "" for none: then there is no owner, and no annotation.
  std::string index = {};
  ComplaintFormat format = ComplaintFormat::text;
  ShownComments comments = ShownComments::none;  // of annotations
};

// Of what visitors looked for and didn't find.
struct GapsCommand {
  std::optional<GapState> state = GapState::open;  // nullopt: all
  ListingFormat format = ListingFormat::text;
  bool golden = false;  // as golden queries, those that visitors have proven
};
struct GapCommand {
  enum class What { show, new_article, open, not_topic };
  What what = What::show;
  std::string number;  // as somebody typed it
};

// Of the accounts of staff.
enum class UserChange { add, change_password, remove };
struct UserListCommand {};
struct UserCommand {
  UserChange change = UserChange::add;
  std::string name;
};

using DeskCommand =
    std::variant<ListCommand, ShowCommand, ExportCommand, StateCommand, ForgetCommand, RetentionCommand,
                 BackupCommand, OutboxListCommand, OutboxRetryCommand, OutcomesCommand, InsightsCommand,
                 ComplaintsCommand, UserListCommand, UserCommand, GapsCommand, GapCommand, NoteCommand,
                 AssignCommand, MergeCommand, AuditCommand>;

// What the process exits with, beside 2 for an Error that is thrown.
enum DeskExit : int { kDeskDone = 0, kDeskNotFound = 1 };

using AskPassword = std::function<std::string()>;

// What is done goes into the audit, as that of who runs it. `dir`: the data folder; `now`: seconds since
// 1970; `ask` is called where a command needs a password. Throws Error.
int run_desk_command(const std::string& dir, const DeskCommand& command, int64_t now, std::ostream& out,
                     const AskPassword& ask);

}  // namespace signpost
