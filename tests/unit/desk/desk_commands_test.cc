#include "desk/desk_commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/dates.h"
#include "base/error.h"
#include "content/site_json.h"
#include "staff/password_hash.h"
#include "store/complaint_table.h"
#include "store/event_file.h"
#include "store/maintenance.h"
#include "store/note_table.h"
#include "store/request_code.h"
#include "store/staff_table.h"
#include "store/store.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

// Beside a service that has the file open.
class DeskTest : public ::testing::Test {
 protected:
  int run(const DeskCommand& command, int64_t now = 1000) {
    std::ostringstream out;
    const int exit_code = run_desk_command(folder_.path(), command, now, out, [this] { return password_; });
    said_ = out.str();
    return exit_code;
  }
  std::string keep(const std::string& reply_to) { return store_.keep(draft_of(reply_to), "", 100)->code; }

  const DataFolder folder_{"signpost-desk"};
  Store store_{{.dir = folder_.path()}};
  std::string said_;
  std::string password_ = "correct horse battery";
};

TEST_F(DeskTest, ShowsTheOutboxAndRetriesDeadLetters) {
  store_.use_subscriptions({{"desk", {EventKind::request_received, EventKind::request_state_changed}}});
  const std::string code = keep("a@example.com");
  EXPECT_EQ(run(StateCommand{code, RequestState::answered}), 0);  // which the service tells others, too
  EXPECT_EQ(run(OutboxListCommand{}), 0);
  EXPECT_THAT(said_, HasSubstr("waiting  desk  request.received  " + code));
  EXPECT_THAT(said_, HasSubstr("waiting  desk  request.state_changed  " + code));
  EXPECT_EQ(run(OutboxListCommand{.state = OutboxState::dead, .format = ListingFormat::json}), 0);
  EXPECT_EQ(said_, "[]\n");
  EXPECT_EQ(run(OutboxListCommand{.state = std::nullopt, .format = ListingFormat::csv}), 0);
  EXPECT_THAT(said_, HasSubstr("\r\n2,\"waiting\",\"desk\","));
  EXPECT_EQ(run(OutboxRetryCommand{"1"}), 1);
  for (const char* which : {"", "one", "1x", "99999999999999999999", "\x1B"})
    EXPECT_EQ(run(OutboxRetryCommand{which}), 1) << which;
  store_.write([](SqliteDatabase& database) { bury(database, 1, "answered 410"); });
  EXPECT_EQ(run(OutboxListCommand{.state = OutboxState::dead, .format = ListingFormat::json}), 0);
  EXPECT_THAT(said_, HasSubstr("\"number\":1,\"state\":\"dead\""));
  EXPECT_EQ(run(OutboxRetryCommand{"1"}), 0);
  EXPECT_EQ(said_, "1 dead letter waiting again\n");
  store_.write([](SqliteDatabase& database) { bury(database, 1, "answered 410"); });
  EXPECT_EQ(run(OutboxRetryCommand{"all"}), 0);
  EXPECT_EQ(run(OutboxRetryCommand{"all"}), 0);
  EXPECT_EQ(said_, "0 dead letters waiting again\n");
}

TEST_F(DeskTest, NotesAssignsAndMergesAsStaffDoOnTheirPages) {
  const std::string code = keep("a@example.com");
  const std::string other = keep("b@example.com");
  EXPECT_EQ(run(NoteCommand{code, "Called back."}), 0);
  EXPECT_EQ(run(NoteCommand{"0000-0000-0000", "x"}), 1);
  EXPECT_THROW(run(NoteCommand{code, " "}), Error);
  EXPECT_EQ(run(AssignCommand{code, "lee"}), 1) << "is no account";
  EXPECT_EQ(run(UserCommand{UserChange::add, "lee"}), 0);
  EXPECT_EQ(run(AssignCommand{code, "lee"}), 0);
  EXPECT_EQ(said_, code + ": assigned to lee\n");
  EXPECT_THROW(run(MergeCommand{code, code}), Error);
  EXPECT_EQ(run(MergeCommand{code, "0000-0000-0000"}), 1);
  EXPECT_EQ(run(MergeCommand{code, other}), 0);
  EXPECT_EQ(said_, code + ": goes on in " + other + "\n");
  EXPECT_EQ(run(ShowCommand{code}), 0);
  EXPECT_THAT(said_, HasSubstr("assigned to: lee\ngoes on in: " + other + "\n"));
  EXPECT_THAT(said_, HasSubstr("Called back."));
  EXPECT_EQ(run(MergeCommand{code, ""}), 0);
  EXPECT_EQ(run(MergeCommand{code, ""}), 1);
}

TEST_F(DeskTest, SaysWhoDidWhat) {
  const std::string code = keep("ann@example.com");
  run(ShowCommand{code});
  run(ExportCommand{});
  run(ShowCommand{"0000-0000-0000"});
  EXPECT_EQ(run(AuditCommand{}), 0);
  EXPECT_THAT(said_, HasSubstr("saw       request   " + code));
  EXPECT_THAT(said_, HasSubstr("exported  requests"));
  EXPECT_THAT(said_, ::testing::Not(HasSubstr("0000")));
  EXPECT_EQ(run(AuditCommand{.kind = AuditKind::exported, .format = ListingFormat::csv}), 0);
  EXPECT_THAT(said_, ::testing::Not(HasSubstr(code)));
  EXPECT_EQ(run(AuditCommand{.person = "nobody", .format = ListingFormat::json}), 0);
  EXPECT_EQ(said_, "[]\n");
  // What is forgotten is forgotten here, too.
  EXPECT_EQ(run(ForgetCommand{code}), 0);
  run(AuditCommand{});
  EXPECT_THAT(said_, ::testing::Not(HasSubstr(code)));
  EXPECT_THAT(said_, HasSubstr("changed   forget"));
  run(RetentionCommand{}, 1000 + 91 * kSecondsOfDay);
  run(AuditCommand{}, 1000 + 91 * kSecondsOfDay);
  EXPECT_THAT(said_, ::testing::Not(HasSubstr("forget")));
  EXPECT_THAT(said_, HasSubstr("retention"));
}

TEST_F(DeskTest, ListsComplaintsSinceADayAndOfAnOwnerByTheIndex) {
  store_.write([](SqliteDatabase& database) {
    keep_complaint(
        database,
        {.place = {"print", "en", ""}, .section_sum = "a", .revision = "", .comment = "No.", .words = {1}},
        20'000);
  });
  EXPECT_EQ(run(ComplaintsCommand{.since = 20'000}), 0);
  EXPECT_THAT(said_, HasSubstr("F-1  open  en/print  unclear  1 reader"));
  EXPECT_EQ(run(ComplaintsCommand{.since = 20'001}), 0);
  EXPECT_EQ(said_, "");
  EXPECT_THROW(run(ComplaintsCommand{.owner = "@docs"}), Error);
  EXPECT_THROW(run(ComplaintsCommand{.format = ComplaintFormat::sarif}), Error);
  EXPECT_THROW(run(ComplaintsCommand{.index = folder_.path() + "/no-index"}), Error);
}

TEST_F(DeskTest, ListsAndShows) {
  const std::string code = keep("a@example.com");
  EXPECT_EQ(run(ListCommand{}), 0);
  EXPECT_THAT(said_,
              HasSubstr(code + "  received  1970-01-01T00:01:40Z  a@example.com  It does not print.\n"));
  EXPECT_EQ(run(ListCommand{.state = RequestState::closed, .format = ListingFormat::json}), 0);
  EXPECT_EQ(said_, "[]\n");
  EXPECT_EQ(run(ShowCommand{" " + code}), 0);
  EXPECT_THAT(said_, HasSubstr("It does not print."));
  EXPECT_EQ(run(ShowCommand{"0000-0000-0000"}), 1);
  EXPECT_EQ(said_, "there is no request 0000-0000-0000\n");
  EXPECT_EQ(run(ShowCommand{"x\x1B"}), 1);
  EXPECT_EQ(said_, "there is no request x\\x1b\n");
  EXPECT_EQ(run(ExportCommand{ListingFormat::csv}), 0);
  EXPECT_THAT(said_, HasSubstr("\"It does not print.\",\"{"));
}

TEST_F(DeskTest, ListsWhatBecameOfQuestions) {
  store_.add_outcomes({{"2026-11-30", "en", Outcome::left, 3}, {"2026-11-30", "en", Outcome::sent, 2}});
  EXPECT_EQ(run(OutcomesCommand{ListingFormat::csv}), 0);
  EXPECT_EQ(said_, "day,lang,solved,left,sent\r\n2026-11-30,en,0,3,2\r\n");
}

TEST_F(DeskTest, SaysWhatVisitorsLookedFor) {
  store_.add_outcomes({{"2026-11-30", "en", Outcome::left, 3}});
  const int64_t now = *parse_time("2026-11-30T12:00:00Z");
  EXPECT_EQ(run(InsightsCommand{.period = 7}, now), 0) << "though nothing was counted";
  EXPECT_THAT(said_, HasSubstr("2026-11-24 to 2026-11-30, all languages\n"));
  SqliteDatabase events = open_event_file(folder_.path(), std::chrono::milliseconds(0));
  events.execute("INSERT INTO day_counts VALUES (" + std::to_string(now / kSecondsOfDay) +
                 ", 'en', 'searches', 12)");
  EXPECT_EQ(
      run(InsightsCommand{.format = ListingFormat::csv, .period = 7, .lang = "en", .table = "languages"},
          now),
      0);
  EXPECT_THAT(said_, HasSubstr("\r\n\"en\",0,12,0,12,"));
  EXPECT_EQ(run(InsightsCommand{.format = ListingFormat::csv, .period = 7, .table = "outcomes"}, now), 0);
  EXPECT_THAT(said_, HasSubstr("\"2026-11-30\",0,3,0\r\n"));
}

TEST_F(DeskTest, ChangesStatesAndDeletesWhatWasClosedLongAgo) {
  const std::string code = keep("a@example.com");
  EXPECT_EQ(run(StateCommand{code, RequestState::closed}, 1000), 0);
  EXPECT_EQ(said_, code + ": closed\n");
  EXPECT_EQ(run(StateCommand{"0000-0000-0000", RequestState::closed}), 1);
  EXPECT_EQ(run(RetentionCommand{}, 1000 + 90 * kSecondsOfDay), 0);
  EXPECT_EQ(said_, "deleted 0 requests closed more than 90 days ago\n");
  EXPECT_EQ(run(RetentionCommand{}, 1001 + 90 * kSecondsOfDay), 0);
  EXPECT_EQ(said_, "deleted 1 request closed more than 90 days ago\n");
  EXPECT_EQ(run(ShowCommand{code}), 1);
}

TEST_F(DeskTest, KeepsRequestsAsLongAsTheSiteSays) {
  keep("a@example.com");
  const std::string generation = folder_.path() + "/generation";
  fs::create_directories(generation);
  std::ofstream(generation + "/manifest.json") << "{}";
  Site site;
  site.requests.retention_days = 1;
  std::ofstream(generation + "/site.json") << site_to_json(site);
  EXPECT_EQ(run(RetentionCommand{generation}), 0);
  EXPECT_EQ(said_, "deleted 0 requests closed more than 1 day ago\n");
  EXPECT_THROW(run(RetentionCommand{folder_.path() + "/none"}), Error);
}

TEST_F(DeskTest, ForgetsAPersonOrARequest) {
  const std::string code = keep("a@example.com");
  keep("b@example.com");
  keep("b@example.com");
  EXPECT_EQ(run(ForgetCommand{code}), 0);
  EXPECT_EQ(said_, "deleted 1 request\n");
  EXPECT_EQ(run(ForgetCommand{"B@example.com"}), 0);
  EXPECT_EQ(said_, "deleted 2 requests\n");
  EXPECT_EQ(run(ForgetCommand{"b@example.com"}), 1);
  EXPECT_EQ(said_, "deleted 0 requests\n");
  EXPECT_THROW(run(ForgetCommand{" a "}), Error);
  keep("c@example.com");  // the service goes on
}

TEST_F(DeskTest, BacksUpAndSaysWhatIsMissing) {
  keep("a@example.com");
  const std::string file = folder_.path() + "/copy.db";
  EXPECT_EQ(run(BackupCommand{file}), 0);
  EXPECT_EQ(said_, "wrote " + file + "\n");
  EXPECT_THROW(run(BackupCommand{file}), Error);
  std::ostringstream out;
  EXPECT_THROW(run_desk_command(folder_.path() + "/none", ListCommand{}, 0, out, {}), Error);
}

TEST_F(DeskTest, KeepsAccountsOfStaff) {
  store_.check();
  EXPECT_EQ(run(UserListCommand{}), 0);
  EXPECT_EQ(said_, "");
  EXPECT_EQ(run(UserCommand{UserChange::add, "lee"}), 0);
  EXPECT_EQ(said_, "lee: added\n");
  EXPECT_THROW(run(UserCommand{UserChange::add, "lee"}), Error) << "there is one";
  EXPECT_THROW(run(UserCommand{UserChange::add, " kim"}), Error);
  EXPECT_EQ(run(UserListCommand{}), 0);
  EXPECT_EQ(said_, "1970-01-01T00:16:40Z  lee\n");
  std::string hash;
  store_.read([&](SqliteDatabase& database) { hash = *find_password_hash(database, "lee"); });
  EXPECT_TRUE(is_password_of(password_, hash));
  password_ = "too short";
  EXPECT_THROW(run(UserCommand{UserChange::change_password, "lee"}), Error);
  password_ = "another long password";
  EXPECT_EQ(run(UserCommand{UserChange::change_password, "lee"}), 0);
  store_.read([&](SqliteDatabase& database) { hash = *find_password_hash(database, "lee"); });
  EXPECT_TRUE(is_password_of(password_, hash));
  EXPECT_EQ(run(UserCommand{UserChange::change_password, "kim"}), 1);
  EXPECT_EQ(said_, "there is no account kim\n");
  EXPECT_EQ(run(UserCommand{UserChange::remove, "lee"}), 0);
  EXPECT_EQ(run(UserCommand{UserChange::remove, "lee"}), 1);
}

TEST_F(DeskTest, ShowsNotes) {
  const std::string code = keep("a@example.com");
  store_.write([&](SqliteDatabase& database) {
    add_note(database, *parse_request_code(code), {"lee", 200, "Called.\n\x1B[2J"});
  });
  run(ShowCommand{code});
  EXPECT_THAT(said_, HasSubstr("\nNote by lee, 1970-01-01T00:03:20Z:\nCalled.\n\\x1b[2J\n"));
  run(ExportCommand{ListingFormat::json});
  EXPECT_THAT(said_, HasSubstr("\"notes\":[{\"author\":\"lee\",\"at\":\"1970-01-01T00:03:20Z\""));
  run(ListCommand{.state = std::nullopt, .format = ListingFormat::json});
  EXPECT_THAT(said_, ::testing::Not(HasSubstr("notes")));
}

// A name is no request; whoever means the person has to remove the account first.
TEST_F(DeskTest, ForgetsNoAccountOfStaff) {
  keep("lee@example.com");
  run(UserCommand{UserChange::add, "lee@example.com"});
  EXPECT_THROW(run(ForgetCommand{"Lee@example.com"}), Error);
  run(UserCommand{UserChange::remove, "lee@example.com"});
  EXPECT_EQ(run(ForgetCommand{"Lee@example.com"}), 0);
  EXPECT_FALSE(folder_has(folder_.path(), "lee@example.com"));
}

}  // namespace
}  // namespace signpost
