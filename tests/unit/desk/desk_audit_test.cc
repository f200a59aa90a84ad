#include "desk/desk_audit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/request_code.h"

namespace signpost {
namespace {

TEST(DeskAudit, SaysWhatACommandDoesToWhich) {
  const std::string kept = make_request_code();
  const std::string code = shown_code(kept);
  const struct {
    DeskCommand command;
    AuditKind kind;
    const char* what;
    std::string object;
  } cases[] = {
      {ShowCommand{" " + kept}, AuditKind::saw, "request", code},
      {ShowCommand{"no code"}, AuditKind::saw, "request", ""},
      {ListCommand{}, AuditKind::saw, "requests", ""},
      {ListCommand{.state = std::nullopt, .format = ListingFormat::csv}, AuditKind::exported, "requests", ""},
      {ExportCommand{}, AuditKind::exported, "requests", ""},
      {ComplaintsCommand{.format = ComplaintFormat::sarif}, AuditKind::exported, "complaints", ""},
      {NoteCommand{code, "A customer's words"}, AuditKind::changed, "note", code},
      {ForgetCommand{"ann@example.com"}, AuditKind::changed, "forget", ""},
      {UserCommand{UserChange::add, "lee"}, AuditKind::changed, "users", "lee"},
      {GapCommand{GapCommand::What::show, "G-1"}, AuditKind::saw, "gap", "G-1"},
      {GapCommand{GapCommand::What::not_topic, "G-1"}, AuditKind::changed, "gap", "G-1"},
  };
  for (const auto& one : cases) {
    const AuditEntry entry = deed_of(one.command);
    EXPECT_EQ(entry.kind, one.kind) << one.what;
    EXPECT_EQ(entry.what, one.what);
    EXPECT_EQ(entry.object, one.object);
  }
}

TEST(DeskAudit, NamesWhoRunsIt) {
  EXPECT_THAT(desk_person(), ::testing::MatchesRegex("signpost-desk \\(.+\\)"));
}

}  // namespace
}  // namespace signpost
