#include "desk/desk_command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>

namespace signpost {
namespace {

std::optional<DeskOptions> parse(std::vector<const char*> words, int& exit_code) {
  words.insert(words.begin(), "signpost-desk");
  return parse_desk_command_line(static_cast<int>(words.size()), words.data(), exit_code);
}

template <typename Command>
Command parsed(std::vector<const char*> words) {
  words.insert(words.end(), {"--data", "d"});
  int exit_code = 0;
  const DeskOptions options = parse(words, exit_code).value();
  EXPECT_EQ(options.data, "d");
  return std::get<Command>(options.command);
}

TEST(DeskOptions, AreRead) {
  EXPECT_EQ(parsed<ListCommand>({"list"}).state, std::nullopt);
  const auto list = parsed<ListCommand>({"list", "--state", "passed_on", "--format", "csv"});
  EXPECT_EQ(list.state, RequestState::passed_on);
  EXPECT_EQ(list.format, ListingFormat::csv);
  EXPECT_EQ(parsed<ShowCommand>({"show", "4F9K-0A7C-PQX3"}).code, "4F9K-0A7C-PQX3");
  EXPECT_EQ(parsed<ExportCommand>({"export"}).format, ListingFormat::json);
  EXPECT_EQ(parsed<ExportCommand>({"export", "--format", "csv"}).format, ListingFormat::csv);
  const auto state = parsed<StateCommand>({"state", "c", "answered"});
  EXPECT_EQ(state.code, "c");
  EXPECT_EQ(state.state, RequestState::answered);
  EXPECT_EQ(parsed<NoteCommand>({"note", "c", "Called back."}).text, "Called back.");
  EXPECT_EQ(parsed<AssignCommand>({"assign", "c", "lee"}).name, "lee");
  EXPECT_EQ(parsed<AssignCommand>({"assign", "c"}).name, "");
  EXPECT_EQ(parsed<MergeCommand>({"merge", "c", "d"}).into, "d");
  EXPECT_EQ(parsed<MergeCommand>({"unmerge", "c"}).into, "");
  const auto audit = parsed<AuditCommand>({"audit", "--person", "lee", "--kind", "saw", "--format", "csv"});
  EXPECT_EQ(audit.person, "lee");
  EXPECT_EQ(audit.kind, AuditKind::saw);
  EXPECT_EQ(audit.format, ListingFormat::csv);
  EXPECT_EQ(parsed<ForgetCommand>({"forget", "a@example.com"}).whom, "a@example.com");
  EXPECT_EQ(parsed<RetentionCommand>({"retention", "run"}).index, "");
  EXPECT_EQ(parsed<RetentionCommand>({"retention", "run", "--index", "i"}).index, "i");
  EXPECT_EQ(parsed<BackupCommand>({"backup", "f"}).file, "f");
  EXPECT_EQ(parsed<OutcomesCommand>({"outcomes"}).format, ListingFormat::text);
  EXPECT_EQ(parsed<OutcomesCommand>({"outcomes", "--format", "json"}).format, ListingFormat::json);
  EXPECT_EQ(parsed<InsightsCommand>({"insights"}).period, 30);
  const auto insights = parsed<InsightsCommand>(
      {"insights", "--days", "90", "--lang", "ko", "--table", "asked", "--format", "csv"});
  EXPECT_EQ(insights.period, 90);
  EXPECT_EQ(insights.lang, "ko");
  EXPECT_EQ(insights.table, "asked");
  EXPECT_EQ(insights.format, ListingFormat::csv);
  const auto complaints =
      parsed<ComplaintsCommand>({"complaints", "--state", "all", "--owner", "@docs", "--since", "2026-11-30",
                                 "--index", "i", "--format", "sarif", "--comments"});
  EXPECT_EQ(complaints.state, std::nullopt);
  EXPECT_EQ(complaints.owner, "@docs");
  EXPECT_EQ(complaints.since, 20'787u);
  EXPECT_EQ(complaints.index, "i");
  EXPECT_EQ(complaints.format, ComplaintFormat::sarif);
  EXPECT_EQ(complaints.comments, ShownComments::first);
  EXPECT_EQ(parsed<ComplaintsCommand>({"complaints"}).state, ComplaintState::open);
  EXPECT_EQ(parsed<ComplaintsCommand>({"complaints"}).since, 0u);
  parsed<UserListCommand>({"user", "list"});
  for (const auto& [word, change] : {std::pair("add", UserChange::add),
                                     {"password", UserChange::change_password},
                                     {"remove", UserChange::remove}}) {
    const auto user = parsed<UserCommand>({"user", word, "lee"});
    EXPECT_EQ(user.change, change);
    EXPECT_EQ(user.name, "lee");
  }
}

TEST(DeskOptions, TakeTheFolderFromTheEnvironment) {
  ::setenv("SIGNPOST_DATA", "elsewhere", 1);
  int exit_code = 0;
  EXPECT_EQ(parse({"list"}, exit_code)->data, "elsewhere");
  ::unsetenv("SIGNPOST_DATA");
}

TEST(DeskOptions, WrongOnesEndWithTwoAndHelpWithZero) {
  const struct {
    std::vector<const char*> words;
    int want;
  } cases[] = {{{}, 2},
               {{"list"}, 2},
               {{"--data", "d"}, 2},
               {{"--data", "d", "list", "--state", "open"}, 2},
               {{"--data", "d", "list", "--format", "xml"}, 2},
               {{"--data", "d", "export", "--format", "text"}, 2},
               {{"--data", "d", "insights", "--days", "31"}, 2},
               {{"--data", "d", "insights", "--table", "queries"}, 2},
               {{"--data", "d", "show"}, 2},
               {{"--data", "d", "state", "c", "open"}, 2},
               {{"--data", "d", "retention"}, 2},
               {{"--data", "d", "complaints", "--since", "soon"}, 2},
               {{"--data", "d", "complaints", "--format", "xml"}, 2},
               {{"--data", "d", "user"}, 2},
               {{"--data", "d", "user", "add"}, 2},
               {{"--data", "d", "erase", "x"}, 2},
               {{"--help"}, 0},
               {{"list", "--help"}, 0},
               {{"--version"}, 0}};
  for (const auto& [words, want] : cases) {
    int exit_code = -1;
    EXPECT_FALSE(parse(words, exit_code));
    EXPECT_EQ(exit_code, want) << ::testing::PrintToString(words);
  }
}

}  // namespace
}  // namespace signpost
