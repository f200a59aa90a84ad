// desk_command_line.cc - the only file of this program that includes CLI11.
#include "desk/desk_command_line.h"

#include <CLI/CLI.hpp>
#include <iterator>
#include <map>
#include <vector>

#include "base/dates.h"
#include "report/insight_tables.h"

#ifndef SIGNPOST_VERSION
#define SIGNPOST_VERSION "unknown"
#endif

namespace signpost {
namespace {

std::vector<std::string> state_names() {
  std::vector<std::string> names;
  for (const RequestState state : kRequestStates) names.emplace_back(name_of(state));
  return names;
}

constexpr char kStates[] = "received, passed_on, answered or closed";

// What each command is told; the one that was named is taken.
struct DeskWords {
  ListCommand list;
  std::string list_state;
  ShowCommand show;
  ExportCommand all;
  StateCommand state;
  std::string new_state;
  NoteCommand note;
  AssignCommand assign;
  MergeCommand merge;
  MergeCommand part;
  AuditCommand audit;
  std::string audit_kind;
  ForgetCommand forget;
  RetentionCommand retention;
  BackupCommand backup;
  OutboxListCommand outbox;
  std::string outbox_state;
  OutboxRetryCommand retry;
  OutcomesCommand outcomes;
  InsightsCommand insights;
  ComplaintsCommand complaints;
  std::string complaint_state = "open";
  GapsCommand gaps;
  std::string gap_state = "open";
  GapCommand gap;
  std::string complaints_since;
  UserCommand user;
};

// What lists can be written as.
void add_format(CLI::App& command, ListingFormat& format) {
  static const std::map<std::string, ListingFormat> kFormats = {
      {"text", ListingFormat::text}, {"json", ListingFormat::json}, {"csv", ListingFormat::csv}};
  command.add_option("--format", format, "text, json or csv [text]")
      ->transform(CLI::CheckedTransformer(kFormats).description(""))
      ->type_name("FORMAT");
}

void add_reading(CLI::App& app, DeskWords& words, DeskCommand& command) {
  static const std::map<std::string, ListingFormat> kExportFormats = {{"json", ListingFormat::json},
                                                                      {"csv", ListingFormat::csv}};
  CLI::App* list = app.add_subcommand("list", "One line for each request, the oldest first");
  list->add_option("--state", words.list_state, std::string("Only those that are ") + kStates)
      ->check(CLI::IsMember(state_names()).description(""))
      ->type_name("STATE");
  add_format(*list, words.list.format);
  list->final_callback([&words, &command] {
    if (!words.list_state.empty()) words.list.state = request_state_named(words.list_state);
    command = words.list;
  });
  CLI::App* show = app.add_subcommand("show", "All that is known of one request");
  show->add_option("code", words.show.code, "Code of the request, as it was read out")->required();
  show->final_callback([&words, &command] { command = words.show; });
  CLI::App* all = app.add_subcommand("export", "All requests with all that is known of them");
  all->add_option("--format", words.all.format, "json or csv [json]")
      ->transform(CLI::CheckedTransformer(kExportFormats).description(""))
      ->type_name("FORMAT");
  all->final_callback([&words, &command] { command = words.all; });
  CLI::App* outcomes = app.add_subcommand(
      "outcomes", "How many said that it is solved, left the form, and sent it, by day and language");
  add_format(*outcomes, words.outcomes.format);
  outcomes->final_callback([&words, &command] { command = words.outcomes; });
}

void add_insights(CLI::App& app, DeskWords& words, DeskCommand& command) {
  static const std::vector<int> kPeriods(std::begin(kInsightPeriods), std::end(kInsightPeriods));
  std::string tables;
  for (const std::string& name : insight_table_names()) tables += (tables.empty() ? "" : ", ") + name;
  CLI::App* insights =
      app.add_subcommand("insights", "What visitors looked for, and what became of it, from sums of days");
  insights->add_option("--days", words.insights.period, "How many, up to today: 7, 30, 90 or 365 [30]")
      ->check(CLI::IsMember(kPeriods).description(""))
      ->type_name("N");
  insights->add_option("--lang", words.insights.lang, "Only in this language")->type_name("LANG");
  insights->add_option("--table", words.insights.table, "Only one of " + tables + " [csv: days]")
      ->check(CLI::IsMember(insight_table_names()).description(""))
      ->type_name("TABLE");
  add_format(*insights, words.insights.format);
  insights->final_callback([&words, &command] { command = words.insights; });
}

void add_complaints(CLI::App& app, DeskWords& words, DeskCommand& command) {
  static const std::vector<std::string> kStatesOrAll = {"open", "fixed", "wontfix", "gone", "all"};
  static const std::map<std::string, ComplaintFormat> kComplaintFormats = {
      {"text", ComplaintFormat::text},
      {"json", ComplaintFormat::json},
      {"csv", ComplaintFormat::csv},
      {"sarif", ComplaintFormat::sarif},
      {"github", ComplaintFormat::github}};
  CLI::App* complaints =
      app.add_subcommand("complaints", "What readers found wrong with articles, what most of them say first");
  complaints->add_option("--state", words.complaint_state, "open, fixed, wontfix, gone or all [open]")
      ->check(CLI::IsMember(kStatesOrAll).description(""))
      ->type_name("STATE");
  complaints->add_option("--lang", words.complaints.lang, "Only of articles in this language")
      ->type_name("LANG");
  complaints
      ->add_option("--owner", words.complaints.owner,
                   "Only of articles that this one looks after, as front matter or CODEOWNERS says")
      ->type_name("OWNER");
  complaints->add_option("--since", words.complaints_since, "Only what a reader said on this day or later")
      ->check([](const std::string& day) {
        return parse_day(day) > 0 ? std::string() : "'" + day + "' is no day like 2026-11-30";
      })
      ->type_name("DAY");
  complaints
      ->add_option("--index", words.complaints.index,
                   "Folder of the index, which knows files, lines and owners of sections")
      ->envname("SIGNPOST_INDEX")
      ->type_name("INDEX");
  complaints->add_option("--format", words.complaints.format, "text, json, csv, sarif or github [text]")
      ->transform(CLI::CheckedTransformer(kComplaintFormats).description(""))
      ->type_name("FORMAT");
  complaints->add_flag(
      "--comments", [&words](int64_t) { words.complaints.comments = ShownComments::first; },
      "SARIF and GitHub's annotations have what readers wrote, too");
  complaints->final_callback([&words, &command] {
    words.complaints.state = complaint_state_named(words.complaint_state);
    words.complaints.since = parse_day(words.complaints_since);
    command = words.complaints;
  });
}

void add_gaps(CLI::App& app, DeskWords& words, DeskCommand& command) {
  static const std::vector<std::string> kStatesOrAll = {"open", "answered", "closed", "not-topic", "all"};
  CLI::App* gaps =
      app.add_subcommand("gaps", "What visitors looked for and didn't find, what most of them did first");
  gaps->add_option("--state", words.gap_state, "open, answered, closed, not-topic or all [open]")
      ->check(CLI::IsMember(kStatesOrAll).description(""))
      ->type_name("STATE");
  add_format(*gaps, words.gaps.format);
  gaps->add_flag("--golden", words.gaps.golden,
                 "Golden queries for queries.yaml, of those that visitors have proven to be closed");
  gaps->final_callback([&words, &command] {
    words.gaps.state = words.gaps.golden ? GapState::closed : gap_state_named(words.gap_state);
    command = words.gaps;
  });
  CLI::App* gap = app.add_subcommand("gap", "One of them");
  gap->require_subcommand(1);
  const auto add = [&](const char* name, const char* what, GapCommand::What wanted) {
    CLI::App* one = gap->add_subcommand(name, what);
    one->add_option("gap", words.gap.number, "Its number, such as G-12")->required();
    one->final_callback([&words, &command, wanted] {
      words.gap.what = wanted;
      command = words.gap;
    });
  };
  add("show", "All that is known of it, with lines to copy", GapCommand::What::show);
  add("new-article", "The beginning of an article about it", GapCommand::What::new_article);
  add("not-our-topic", "Says that there will be no article about it", GapCommand::What::not_topic);
  add("open", "Takes that back", GapCommand::What::open);
}

void add_writing(CLI::App& app, DeskWords& words, DeskCommand& command) {
  CLI::App* state = app.add_subcommand("state", "Changes the state of a request");
  state->add_option("code", words.state.code, "Code of the request")->required();
  state->add_option("state", words.new_state, kStates)
      ->required()
      ->check(CLI::IsMember(state_names()).description(""))
      ->type_name("STATE");
  state->final_callback([&words, &command] {
    words.state.state = *request_state_named(words.new_state);
    command = words.state;
  });
  CLI::App* forget =
      app.add_subcommand("forget", "Deletes all of one person, or one request, without a trace");
  forget->add_option("whom", words.forget.whom, "The address that answers should go to, or a code")
      ->required();
  forget->final_callback([&words, &command] { command = words.forget; });
  CLI::App* retention = app.add_subcommand("retention", "Deletes what was closed long enough ago");
  retention->require_subcommand(1);
  CLI::App* run = retention->add_subcommand("run", "Deletes it now, as the service does once an hour");
  run->add_option("--index", words.retention.index,
                  "Folder of the index whose site.yaml says how many days [none: 90 days]")
      ->envname("SIGNPOST_INDEX");
  run->final_callback([&words, &command] { command = words.retention; });
  CLI::App* backup = app.add_subcommand("backup", "Copies the data file as it is now; the service may run");
  backup->add_option("file", words.backup.file, "The file to write; there must be none")->required();
  backup->final_callback([&words, &command] { command = words.backup; });
}

// What staff do on their pages, too.
void add_work(CLI::App& app, DeskWords& words, DeskCommand& command) {
  CLI::App* note = app.add_subcommand("note", "Adds a note to a request, which only staff see");
  note->add_option("code", words.note.code, "Code of the request")->required();
  note->add_option("text", words.note.text, "What it says")->required();
  note->final_callback([&words, &command] { command = words.note; });
  CLI::App* assign = app.add_subcommand("assign", "Says who looks after a request; without a name, nobody");
  assign->add_option("code", words.assign.code, "Code of the request")->required();
  assign->add_option("name", words.assign.name, "Name of an account of staff");
  assign->final_callback([&words, &command] { command = words.assign; });
  CLI::App* merge = app.add_subcommand("merge", "Lets a request go on in another one about the same");
  merge->add_option("code", words.merge.code, "Code of the request")->required();
  merge->add_option("into", words.merge.into, "Code of the other one")->required();
  merge->final_callback([&words, &command] { command = words.merge; });
  CLI::App* part = app.add_subcommand("unmerge", "Lets it go on by itself again");
  part->add_option("code", words.part.code, "Code of the request")->required();
  part->final_callback([&words, &command] { command = words.part; });
}

void add_audit_listing(CLI::App& app, DeskWords& words, DeskCommand& command) {
  std::vector<std::string> kinds;
  std::string all;
  for (const AuditKind kind : kAuditKinds) {
    kinds.emplace_back(name_of(kind));
    all += (all.empty() ? "" : ", ") + kinds.back();
  }
  CLI::App* audit =
      app.add_subcommand("audit", "Who signed in, saw, changed and took away what, the newest first");
  audit->add_option("--person", words.audit.person, "Only of this one")->type_name("NAME");
  audit->add_option("--kind", words.audit_kind, "Only one of " + all)
      ->check(CLI::IsMember(kinds).description(""))
      ->type_name("KIND");
  add_format(*audit, words.audit.format);
  audit->final_callback([&words, &command] {
    words.audit.kind = audit_kind_named(words.audit_kind);
    command = words.audit;
  });
}

void add_outbox(CLI::App& app, DeskWords& words, DeskCommand& command) {
  CLI::App* outbox = app.add_subcommand("outbox", "What help desks and mailboxes are still to be told");
  outbox->require_subcommand(1);
  CLI::App* list = outbox->add_subcommand("list", "One line for each event and delivery, the oldest first");
  list->add_option("--state", words.outbox_state, "Only those that are waiting or dead")
      ->check(CLI::IsMember({"waiting", "dead"}).description(""))
      ->type_name("STATE");
  add_format(*list, words.outbox.format);
  list->final_callback([&words, &command] {
    if (!words.outbox_state.empty()) words.outbox.state = outbox_state_named(words.outbox_state);
    command = words.outbox;
  });
  CLI::App* retry = outbox->add_subcommand("retry", "Has a dead letter tried again, as if it were new");
  retry->add_option("which", words.retry.which, "Its number in the list, or all")->required();
  retry->final_callback([&words, &command] { command = words.retry; });
}

void add_users(CLI::App& app, DeskWords& words, DeskCommand& command) {
  CLI::App* user = app.add_subcommand("user", "Who may sign in to the staff pages");
  user->require_subcommand(1);
  user->add_subcommand("list", "Their names, and since when")->final_callback([&command] {
    command = UserListCommand();
  });
  const auto add = [&](const char* name, const char* what, UserChange change) {
    CLI::App* one = user->add_subcommand(name, what);
    one->add_option("name", words.user.name, "Name to sign in with")->required();
    one->final_callback([&words, &command, change] {
      words.user.change = change;
      command = words.user;
    });
  };
  add("add", "Lets somebody in; asks for a password, or reads it from standard input", UserChange::add);
  add("password", "Changes a password, and ends the sessions", UserChange::change_password);
  add("remove", "Lets somebody in no longer, and ends the sessions", UserChange::remove);
}

}  // namespace

std::optional<DeskOptions> parse_desk_command_line(int argc, const char* const* argv, int& exit_code) {
  DeskOptions options;
  DeskWords words;
  CLI::App app("Reads and keeps in order what people sent to a help centre.", "signpost-desk");
  app.add_option("--data", options.data, "Data folder, as signpost-serve --data has it")
      ->envname("SIGNPOST_DATA")
      ->required()
      ->type_name("DIR");
  app.set_version_flag("--version", "signpost-desk " SIGNPOST_VERSION);
  app.require_subcommand(1);
  app.fallthrough();
  add_reading(app, words, options.command);
  add_insights(app, words, options.command);
  add_complaints(app, words, options.command);
  add_gaps(app, words, options.command);
  add_writing(app, words, options.command);
  add_work(app, words, options.command);
  add_audit_listing(app, words, options.command);
  add_outbox(app, words, options.command);
  add_users(app, words, options.command);
  app.footer(
      "Exit status: 0; 1 when there is no such request, dead letter, gap or account; 2 when it could not be "
      "done.");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error) == 0 ? 0 : 2;
    return std::nullopt;
  }
  return options;
}

}  // namespace signpost
