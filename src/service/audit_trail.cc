// audit_trail.cc - see audit_trail.h.
#include "service/audit_trail.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/ascii.h"
#include "base/error.h"
#include "net/url.h"
#include "store/request_code.h"
#include "store/staff_table.h"
#include "store/store.h"

namespace signpost {
namespace {

// By the name of a door: of what kind it is, and what it is about.
struct AuditedDoor {
  std::string_view door;
  std::optional<AuditKind> kind;  // nullopt: nobody sees or does anything there
  std::string_view what = {};
};
constexpr AuditedDoor kAuditedDoors[] = {
    {"staff_sign_in", std::nullopt},
    {"staff_signed_in", AuditKind::signed_in},
    {"staff_sign_out", AuditKind::signed_out},
    {"staff_requests", AuditKind::saw, "requests"},
    {"staff_request", AuditKind::saw, "request"},
    {"staff_change", AuditKind::changed, "state"},
    {"staff_assign", AuditKind::changed, "assignee"},
    {"staff_merge", AuditKind::changed, "merge"},
    {"staff_answer", AuditKind::changed, "answer"},
    {"staff_make_gap", AuditKind::changed, "new_gap"},
    {"staff_make_complaint", AuditKind::changed, "new_complaint"},
    {"staff_letters", AuditKind::saw, "letters"},
    {"staff_retry", AuditKind::changed, "letters"},
    {"staff_complaints", AuditKind::saw, "complaints"},
    {"staff_complaint_file", AuditKind::exported, "complaints"},
    {"staff_find", std::nullopt},  // what somebody looks for is theirs
    {"staff_find_settings", std::nullopt},
    {"staff_find_page", std::nullopt},
    {"staff_see", std::nullopt},
    {"staff_review", AuditKind::saw, "review"},
    {"staff_translations", AuditKind::saw, "translations"},
    {"staff_translation", AuditKind::saw, "translation"},
    {"staff_gaps", AuditKind::saw, "gaps"},
    {"staff_gap", AuditKind::saw, "gap"},
    {"staff_gap_change", AuditKind::changed, "gap"},
    {"staff_insights", AuditKind::saw, "insights"},
    {"staff_insight_file", AuditKind::exported, "insights"},
    {"staff_audit", AuditKind::saw, "audit"},
    {"staff_audit_file", AuditKind::exported, "audit"},
};

const AuditedDoor* find_audited(std::string_view name) {
  const auto found = std::find_if(std::begin(kAuditedDoors), std::end(kAuditedDoors),
                                  [&](const AuditedDoor& one) { return one.door == name; });
  return found == std::end(kAuditedDoors) ? nullptr : found;
}

// What is changed leads back to a page, and what is seen is a page.
bool is_done(AuditKind kind, int status) {
  switch (kind) {
    case AuditKind::saw:
    case AuditKind::exported:
      return status == 200;
    case AuditKind::sign_in_failed:
      return status == 403;
    case AuditKind::signed_in:
    case AuditKind::signed_out:
    case AuditKind::changed:
      break;
  }
  return status == 303;
}

// A code as it is written, whatever was typed.
std::string object_of(const PageContext& context) {
  if (context.arguments.empty()) return "";
  const std::string& argument = context.arguments.back();
  const auto code = parse_request_code(argument);
  return code ? shown_code(*code) : argument;
}

AuditEntry sign_in_entry(const PageContext& context, int status) {
  const std::string name(trimmed(parse_query_string(context.request.body).get("name").value_or("")));
  return {.at = context.now,
          .person = name,
          .kind = status == 303 ? AuditKind::signed_in : AuditKind::sign_in_failed};
}

// People type passwords where names belong: only a name that there is, is kept.
void keep_known_name(SqliteDatabase& database, AuditEntry& entry) {
  const bool is_known = entry.kind != AuditKind::sign_in_failed || find_password_hash(database, entry.person);
  if (!is_known) entry.person.clear();
}

}  // namespace

bool is_audit_decided(std::string_view door_name) { return find_audited(door_name) != nullptr; }

std::optional<AuditEntry> audited_deed(const Door& door, const PageContext& context,
                                       const Response& response) {
  const AuditedDoor* audited = find_audited(door.name);
  if (audited == nullptr || !audited->kind) return std::nullopt;
  AuditEntry entry;
  if (*audited->kind == AuditKind::signed_in) {
    entry = sign_in_entry(context, response.status);
  } else {
    entry = {.at = context.now,
             .person = context.staff ? context.staff->name : "",
             .kind = *audited->kind,
             .what = std::string(audited->what),
             .object = object_of(context)};
    if (audited->what == "state" && parse_query_string(context.request.body).get("note")) entry.what = "note";
  }
  if (!is_done(entry.kind, response.status)) return std::nullopt;
  return entry;
}

void keep_audit(const Door& door, const PageContext& context, const Response& response) {
  auto entry = audited_deed(door, context, response);
  if (!entry || context.services.store == nullptr) return;
  try {
    context.services.store->write([&](SqliteDatabase& database) {
      keep_known_name(database, *entry);
      add_audit(database, *entry);
    });
  } catch (const Error&) {
    // The store has said why.
  }
}

}  // namespace signpost
