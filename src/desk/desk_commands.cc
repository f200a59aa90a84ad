// desk_commands.cc - see desk_commands.h.
#include "desk/desk_commands.h"

#include <algorithm>
#include <charconv>
#include <ostream>
#include <set>
#include <vector>

#include "base/ascii.h"
#include "base/dates.h"
#include "base/error.h"
#include "base/file_io.h"
#include "base/printable.h"
#include "content/site_json.h"
#include "desk/complaint_listing.h"
#include "desk/desk_audit.h"
#include "desk/gap_listing.h"
#include "desk/insight_listing.h"
#include "desk/outbox_listing.h"
#include "desk/outcome_listing.h"
#include "desk/work_commands.h"
#include "index/generation.h"
#include "report/gap_lines.h"
#include "staff/password_hash.h"
#include "store/complaint_table.h"
#include "store/data_file.h"
#include "store/event_file.h"
#include "store/event_retention.h"
#include "store/gap_table.h"
#include "store/maintenance.h"
#include "store/request_code.h"
#include "store/request_table.h"
#include "store/staff_table.h"

namespace signpost {
namespace {

// The service's transactions take milliseconds, so whoever waits this long waits for something else.
constexpr std::chrono::seconds kDeskPatience{10};
constexpr size_t kLeastAddressBytes = 3;
// Of each list of queries; programs get all.
constexpr size_t kMostLinesOfText = 20;

std::string in_number(int64_t count, const char* thing) {
  return std::to_string(count) + " " + thing + (count == 1 ? "" : "s");
}

// As its settings say, else as they are where nobody says anything.
Site site_of(const std::string& index) {
  return index.empty() ? Site() : site_from_json(read_file(find_generation(index) + "/site.json"));
}

// "" where it needs none.
std::string what_needs_an_index(const ComplaintsCommand& command) {
  if (!command.owner.empty()) return "--owner";
  const bool annotates =
      command.format == ComplaintFormat::sarif || command.format == ComplaintFormat::github;
  return annotates ? "--format sarif or github" : "";
}

void find_places(const std::string& index, std::vector<ListedComplaint>& complaints) {
  std::set<DocumentName> wanted;
  for (const auto& [complaint, place] : complaints) wanted.insert({complaint.place.id, complaint.place.lang});
  const auto places = read_source_places(find_generation(index), wanted);
  for (auto& [complaint, place] : complaints) {
    const auto document = places.find({complaint.place.id, complaint.place.lang});
    if (document == places.end()) continue;
    const auto section = document->second.find(complaint.place.anchor);
    if (section != document->second.end()) place = section->second;
  }
}

bool has_owner(const ListedComplaint& listed, const std::string& owner) {
  return listed.place &&
         std::any_of(listed.place->owners.begin(), listed.place->owners.end(),
                     [&](const std::string& one) { return lower_case(one) == lower_case(owner); });
}

std::string written(const std::vector<ListedComplaint>& complaints, const ComplaintsCommand& command) {
  switch (command.format) {
    case ComplaintFormat::text:
      return complaints_as_text(complaints);
    case ComplaintFormat::json:
      return complaints_as_json(complaints);
    case ComplaintFormat::csv:
      return complaints_as_csv(complaints);
    case ComplaintFormat::sarif:
      return complaints_as_sarif(complaints, command.comments);
    case ComplaintFormat::github:
      return complaints_as_github(complaints, command.comments);
  }
  return "";
}

class DeskRunner {
 public:
  DeskRunner(const std::string& dir, int64_t now, std::ostream& out, const AskPassword& ask)
      : dir_(dir), now_(now), out_(out), ask_(ask), database_(open_existing_data_file(dir, kDeskPatience)) {}

  int operator()(const ListCommand& command) {
    return list(command.state, command.format, ListingDetail::line);
  }
  int operator()(const ExportCommand& command) {
    return list(std::nullopt, command.format, ListingDetail::all);
  }

  int operator()(const ShowCommand& command) {
    const auto code = parse_request_code(command.code);
    const auto request = code ? find_request(database_, *code) : std::nullopt;
    if (!request) return no_request(command.code);
    out_ << describe_request(*request);
    return kDeskDone;
  }

  int operator()(const StateCommand& command) {
    const auto code = parse_request_code(command.code);
    SqliteTransaction transaction(database_);
    if (!code || !set_request_state(database_, *code, command.state, now_)) return no_request(command.code);
    transaction.commit();
    out_ << shown_code(*code) << ": " << name_of(command.state) << "\n";
    return kDeskDone;
  }

  int operator()(const NoteCommand& command) {
    SqliteTransaction transaction(database_);
    return committed(transaction, add_note_by(database_, command, desk_person(), now_, out_));
  }
  int operator()(const AssignCommand& command) {
    SqliteTransaction transaction(database_);
    return committed(transaction, assign_by(database_, command, now_, out_));
  }
  int operator()(const MergeCommand& command) {
    SqliteTransaction transaction(database_);
    return committed(transaction, merge_by(database_, command, now_, out_));
  }
  int operator()(const AuditCommand& command) {
    list_audit(database_, command, out_);
    return kDeskDone;
  }

  int operator()(const ForgetCommand& command) {
    const std::string_view whom = trimmed(command.whom);
    if (whom.size() < kLeastAddressBytes)
      throw Error(ErrorKind::usage, "'" + command.whom + "' is too short for an address or a code");
    const ForgottenForGood done = forget_for_good(dir_, database_, whom);
    out_ << "deleted " << in_number(done.forgotten.requests, "request");
    if (done.forgotten.mentions > 0)
      out_ << "; taken out of " << in_number(done.forgotten.mentions, "other request");
    if (done.forgotten.complaints > 0)
      out_ << "; taken out of " << in_number(done.forgotten.complaints, "complaint");
    if (done.queries > 0) out_ << "; taken out of " << in_number(done.queries, "counted search text");
    out_ << "\n";
    if (done.part_of_longer)
      out_ << "It still stands within longer words of other requests, such as another person's address.\n";
    return done.forgotten.is_anything() || done.queries > 0 ? kDeskDone : kDeskNotFound;
  }

  int operator()(const RetentionCommand& command) {
    const Site site = site_of(command.index);
    const int days = site.requests.retention_days;
    SqliteTransaction transaction(database_);
    const int64_t deleted = delete_closed_before(database_, now_ - days * kSecondsOfDay);
    const int64_t audited = delete_audit_before(database_, now_ - site.requests.audit_days * kSecondsOfDay);
    transaction.commit();
    if (deleted + audited > 0) settle_data_file(database_);
    out_ << "deleted " << in_number(deleted, "request") << " closed more than " << in_number(days, "day")
         << " ago\n";
    forget_old_counts(site.insights);
    return kDeskDone;
  }

  int operator()(const ComplaintsCommand& command) {
    if (const std::string lacks = what_needs_an_index(command); !lacks.empty() && command.index.empty())
      throw Error(ErrorKind::usage, lacks + " needs --index, which knows where sections stand");
    std::vector<ListedComplaint> complaints;
    each_complaint(database_, command.state, [&](const Complaint& complaint) {
      const bool is_of_lang = command.lang.empty() || complaint.place.lang == command.lang;
      if (is_of_lang && complaint.last_day >= command.since) complaints.push_back({complaint, std::nullopt});
    });
    if (!command.index.empty()) find_places(command.index, complaints);
    if (!command.owner.empty())
      std::erase_if(complaints, [&](const ListedComplaint& one) { return !has_owner(one, command.owner); });
    out_ << written(complaints, command);
    return kDeskDone;
  }

  int operator()(const OutcomesCommand& command) {
    std::vector<OutcomeDay> days;
    each_outcome_day(database_, [&](const OutcomeDay& day) { days.push_back(day); });
    list_outcomes(days, command.format, out_);
    return kDeskDone;
  }

  int operator()(const InsightsCommand& command) {
    InsightQuestion question;
    question.today = static_cast<uint32_t>(now_ / kSecondsOfDay);
    question.period = command.period;
    question.lang = command.lang;
    if (command.format == ListingFormat::text) question.most = kMostLinesOfText;
    auto events = open_existing_event_file(dir_, kDeskPatience);
    const InsightReport report = read_insights(events ? &*events : nullptr, database_, question);
    list_insights(report, command.table, command.format, out_);
    return kDeskDone;
  }

  int operator()(const GapsCommand& command) {
    auto events = open_existing_event_file(dir_, kDeskPatience);
    const auto gaps = shown_gaps(database_, events ? &*events : nullptr, command.state);
    if (command.golden) {
      out_ << golden_queries(gaps);
    } else {
      list_gaps(gaps, command.format, out_);
    }
    return kDeskDone;
  }

  int operator()(const GapCommand& command) {
    const auto number = parse_gap(trimmed(command.number));
    const auto gap = number ? find_gap(database_, *number) : std::nullopt;
    if (!gap) {
      out_ << "there is no gap " << printable(command.number) << "\n";
      return kDeskNotFound;
    }
    if (command.what == GapCommand::What::open || command.what == GapCommand::What::not_topic)
      return change_gap(*gap, command.what == GapCommand::What::open ? GapState::open : GapState::not_topic);
    auto events = open_existing_event_file(dir_, kDeskPatience);
    const ShownGap shown = shown_gap_of(database_, *gap, events ? &*events : nullptr);
    out_ << (command.what == GapCommand::What::show ? describe_gap(shown)
                                                    : new_article(shown.gap, shown.examples));
    return kDeskDone;
  }

  int operator()(const BackupCommand& command) {
    back_up(database_, command.file);
    out_ << "wrote " << printable(command.file) << "\n";
    if (auto events = open_existing_event_file(dir_, kDeskPatience)) {
      const std::string file = command.file + ".events";
      back_up(*events, file);
      out_ << "wrote " << printable(file) << "\n";
    }
    return kDeskDone;
  }

  int operator()(const OutboxListCommand& command) {
    if (command.format == ListingFormat::csv) {
      std::vector<OutboxEntry> entries;
      each_outbox_entry(database_, command.state, 0,
                        [&](const OutboxEntry& entry) { entries.push_back(entry); });
      out_ << outbox_csv(entries);
      return kDeskDone;
    }
    const bool is_json = command.format == ListingFormat::json;
    bool any = false;
    each_outbox_entry(database_, command.state, 0, [&](const OutboxEntry& entry) {
      if (is_json) {
        out_ << (any ? ",\n" : "[\n") << outbox_json(entry);
      } else {
        out_ << outbox_line(entry);
      }
      any = true;
    });
    if (is_json) out_ << (any ? "\n]\n" : "[]\n");
    return kDeskDone;
  }

  int operator()(const OutboxRetryCommand& command) {
    SqliteTransaction transaction(database_);
    int64_t number = 0;
    const char* end = command.which.data() + command.which.size();
    const auto [stopped, failed] = std::from_chars(command.which.data(), end, number);
    const bool is_number = failed == std::errc() && stopped == end;
    int64_t retried = 0;
    if (command.which == "all") {
      retried = retry_all_dead_letters(database_, now_);
    } else if (is_number && retry_dead_letter(database_, number, now_)) {
      retried = 1;
    } else {
      out_ << "there is no dead letter " << printable(command.which) << "\n";
      return kDeskNotFound;
    }
    transaction.commit();
    out_ << in_number(retried, "dead letter") << " waiting again\n";
    return kDeskDone;
  }

  int operator()(const UserListCommand&) {
    for (const StaffAccount& account : staff_accounts(database_))
      out_ << format_time(account.added_at) << "  " << printable(account.name) << "\n";
    return kDeskDone;
  }

  int operator()(const UserCommand& command) {
    if (!is_staff_name(command.name))
      throw Error(ErrorKind::usage, "'" + command.name + "' can't be a name: it must be one line of text");
    // Before anybody types: who is there is no secret to whoever reads this file.
    const bool is_there = find_password_hash(database_, command.name).has_value();
    if (command.change == UserChange::add && is_there)
      throw Error(ErrorKind::usage, "there is an account '" + command.name + "' already");
    if (command.change != UserChange::add && !is_there) return no_account(command.name);
    const std::string hash = command.change == UserChange::remove ? "" : hash_password(new_password());
    SqliteTransaction transaction(database_);
    if (!change_account(command, hash)) return no_account(command.name);
    transaction.commit();
    return kDeskDone;
  }

  void keep_audit_of(const DeskCommand& command) {
    AuditEntry entry = deed_of(command);
    entry.at = now_;
    entry.person = desk_person();
    SqliteTransaction transaction(database_);
    add_audit(database_, entry);
    transaction.commit();
  }

 private:
  static int committed(SqliteTransaction& transaction, int exit) {
    if (exit == kDeskDone) transaction.commit();
    return exit;
  }

  int change_gap(const Gap& gap, GapState state) {
    SqliteTransaction transaction(database_);
    change_gap_state(database_, gap.number, {state, now_, gap.generation(), "signpost-desk"});
    transaction.commit();
    out_ << shown_gap(gap.number) << ": " << name_of(state) << "\n";
    return kDeskDone;
  }

  bool change_account(const UserCommand& command, const std::string& hash) {
    out_ << printable(command.name);
    switch (command.change) {
      case UserChange::add:
        out_ << ": added\n";
        return add_staff_account(database_, command.name, hash, now_);
      case UserChange::change_password:
        out_ << ": has a new password, and is signed out everywhere\n";
        return change_password_hash(database_, command.name, hash);
      case UserChange::remove:
        out_ << ": removed, and signed out everywhere\n";
        return remove_staff_account(database_, command.name);
    }
    return false;
  }

  void forget_old_counts(const InsightSettings& insights) {
    auto events = open_existing_event_file(dir_, kDeskPatience);
    if (!events) return;
    const EventRetention retention{.today = static_cast<uint32_t>(now_ / kSecondsOfDay),
                                   .retention_days = insights.retention_days,
                                   .least_visits = insights.least_visits};
    bool has_more = true;
    while (has_more) has_more = forget_old_searches(*events, retention);
    std::optional<int64_t> behind = 0;
    while (behind) behind = forget_rare_queries(*events, retention, *behind);
    forget_old_days(*events, retention.today);
    settle_data_file(*events);
    out_ << "deleted single searches older than " << in_number(insights.retention_days, "day") << "\n";
  }

  std::string new_password() {
    std::string password = ask_();
    if (const std::string fault = password_fault(password); !fault.empty())
      throw Error(ErrorKind::usage, fault);
    return password;
  }

  int no_account(const std::string& name) {
    out_ << "there is no account " << printable(name) << "\n";
    return kDeskNotFound;
  }

  int list(std::optional<RequestState> state, ListingFormat format, ListingDetail detail) {
    RequestListing listing(format, detail, out_);
    each_request(database_, state, [&](const StoredRequest& request) { listing.add(request); });
    listing.finish();
    return kDeskDone;
  }

  int no_request(const std::string& code) { return no_such_code(code, out_); }

  const std::string& dir_;
  const int64_t now_;
  std::ostream& out_;
  const AskPassword& ask_;
  SqliteDatabase database_;
};

}  // namespace

int run_desk_command(const std::string& dir, const DeskCommand& command, int64_t now, std::ostream& out,
                     const AskPassword& ask) {
  DeskRunner runner(dir, now, out, ask);
  try {
    const int exit = std::visit([&](const auto& one) { return runner(one); }, command);
    if (exit == kDeskDone) runner.keep_audit_of(command);
    return exit;
  } catch (const SqliteFailure& failure) {
    throw data_file_error(dir, failure);
  }
}

}  // namespace signpost
