// desk_audit.cc - see desk_audit.h.
#include "desk/desk_audit.h"

#include <pwd.h>
#include <unistd.h>

#include <vector>

#include "store/request_code.h"

namespace signpost {
namespace {

// As it is written, whatever was typed; "" for what is none.
std::string code_of(const std::string& typed) {
  const auto code = parse_request_code(typed);
  return code ? shown_code(*code) : "";
}

AuditEntry seen_as(bool is_for_people, const char* what) {
  return {.kind = is_for_people ? AuditKind::saw : AuditKind::exported, .what = what};
}
AuditEntry seen(const char* what, std::string object = "") {
  return {.kind = AuditKind::saw, .what = what, .object = std::move(object)};
}
AuditEntry changed(const char* what, std::string object = "") {
  return {.kind = AuditKind::changed, .what = what, .object = std::move(object)};
}

bool is_text(ListingFormat format) { return format == ListingFormat::text; }

// One for each command, so that none is left out.
struct DeedOf {
  AuditEntry operator()(const ListCommand& command) const {
    return seen_as(is_text(command.format), "requests");
  }
  AuditEntry operator()(const ShowCommand& command) const { return seen("request", code_of(command.code)); }
  AuditEntry operator()(const ExportCommand&) const { return seen_as(false, "requests"); }
  AuditEntry operator()(const StateCommand& command) const { return changed("state", code_of(command.code)); }
  AuditEntry operator()(const NoteCommand& command) const { return changed("note", code_of(command.code)); }
  AuditEntry operator()(const AssignCommand& command) const {
    return changed("assignee", code_of(command.code));
  }
  AuditEntry operator()(const MergeCommand& command) const { return changed("merge", code_of(command.code)); }
  // Of whom is not said: it is to be forgotten.
  AuditEntry operator()(const ForgetCommand&) const { return changed("forget"); }
  AuditEntry operator()(const RetentionCommand&) const { return changed("retention"); }
  AuditEntry operator()(const BackupCommand&) const { return seen_as(false, "backup"); }
  AuditEntry operator()(const OutboxListCommand& command) const {
    return seen_as(is_text(command.format), "letters");
  }
  AuditEntry operator()(const OutboxRetryCommand&) const { return changed("letters"); }
  AuditEntry operator()(const OutcomesCommand& command) const {
    return seen_as(is_text(command.format), "insights");
  }
  AuditEntry operator()(const InsightsCommand& command) const {
    return seen_as(is_text(command.format), "insights");
  }
  AuditEntry operator()(const ComplaintsCommand& command) const {
    return seen_as(command.format == ComplaintFormat::text, "complaints");
  }
  AuditEntry operator()(const UserListCommand&) const { return seen("users"); }
  AuditEntry operator()(const UserCommand& command) const { return changed("users", command.name); }
  AuditEntry operator()(const GapsCommand& command) const {
    return seen_as(is_text(command.format) && !command.golden, "gaps");
  }
  AuditEntry operator()(const GapCommand& command) const {
    const bool changes =
        command.what == GapCommand::What::open || command.what == GapCommand::What::not_topic;
    return changes ? changed("gap", command.number) : seen("gap", command.number);
  }
  AuditEntry operator()(const AuditCommand& command) const {
    return seen_as(is_text(command.format), "audit");
  }
};

}  // namespace

std::string desk_person() {
  std::vector<char> buffer(16'384);
  passwd entry{};
  passwd* found = nullptr;
  const uid_t user = ::geteuid();
  const bool is_known =
      ::getpwuid_r(user, &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr;
  return "signpost-desk (" + (is_known ? std::string(found->pw_name) : std::to_string(user)) + ")";
}

AuditEntry deed_of(const DeskCommand& command) { return std::visit(DeedOf(), command); }

}  // namespace signpost
