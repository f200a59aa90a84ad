#include "delivery/delivery_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <deque>

#include "data_folder.h"
#include "delivery/retry_schedule.h"
#include "scripted_server.h"
#include "store/request_code.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using testing::http_answer;
using ::testing::IsEmpty;
using testing::ReceivedRequest;
using testing::ScriptedServer;
using ::testing::SizeIs;

constexpr int64_t kHour = 3600;

// A receiver that answers what it is told, 200 otherwise, and a clock that a test turns.
class DeliveryRunTest : public ::testing::Test {
 protected:
  DeliveryRunTest()
      : store_(
            {.dir = folder_.path(),
             .write_patience = std::chrono::milliseconds(0),
             .subscriptions = {{"desk", {EventKind::request_received, EventKind::request_state_changed}}}}) {}

  std::string keep(const std::string& reply_to = "ann@example.com") {
    return *parse_request_code(store_.keep(draft_of(reply_to), "", now_)->code);
  }
  void change(const std::string& code, RequestState state) {
    store_.write([&](SqliteDatabase& database) { set_request_state(database, code, state, now_); });
  }
  void answer_next(std::initializer_list<std::string> answers) {
    const MutexLock lock(mutex_);
    answers_.assign(answers.begin(), answers.end());
  }
  void pass() {
    while (run_.pass()) {
    }
  }
  std::vector<std::string> subjects() {
    std::vector<std::string> told;
    for (const ReceivedRequest& request : server_.received()) {
      const size_t at = request.body.find("\"type\":\"") + 8;
      told.push_back(request.body.substr(at, request.body.find('"', at) - at));
    }
    return told;
  }
  std::vector<OutboxEntry> entries() {
    std::vector<OutboxEntry> all;
    store_.read([&](SqliteDatabase& database) {
      each_outbox_entry(database, std::nullopt, 0, [&](const OutboxEntry& entry) { all.push_back(entry); });
    });
    return all;
  }

  int64_t count_of(OutboxState state) {
    int64_t count = 0;
    for (const OutboxEntry& entry : entries()) count += entry.state == state ? 1 : 0;
    return count;
  }

  const DataFolder folder_{"signpost-delivery-run"};
  int64_t now_ = 1'796'000'000;
  Mutex mutex_;
  std::deque<std::string> answers_ GUARDED_BY(mutex_);
  ScriptedServer server_{[this](const ReceivedRequest&, size_t) {
    const MutexLock lock(mutex_);
    if (answers_.empty()) return http_answer(200, "");
    std::string answer = answers_.front();
    answers_.pop_front();
    return answer;
  }};
  Store store_;
  std::vector<DeliveryNote> notes_;
  const DeliveryWork work_{store_, [] { return DeliverySite{}; },
                           [this](const DeliveryNote& note) { notes_.push_back(note); },
                           [this] { return now_; }};
  DeliveryTally tally_;
  std::atomic<bool> cancelled_{false};
  DeliveryRun run_{{.id = "desk",
                    .kinds = {},
                    .gate = {{*parse_network("127.0.0.1")}, true},
                    .ca_file = "",
                    .target = WebhookTarget{server_.url(), {"a key of twenty-four byte"}, {}, {}}},
                   work_,
                   tally_,
                   cancelled_};
};

TEST_F(DeliveryRunTest, TellsOfEachEventOnce) {
  const std::string code = keep();
  change(code, RequestState::answered);
  keep();
  pass();
  pass();
  EXPECT_THAT(subjects(), SizeIs(3));
  EXPECT_THAT(entries(), IsEmpty());
  EXPECT_EQ(tally_.delivered, 3u);
  EXPECT_EQ(notes_.at(0).kind, DeliveryNote::Kind::delivered);
}

TEST_F(DeliveryRunTest, TriesAgainLaterWithTheSameIdAndInOrder) {
  const std::string code = keep();
  change(code, RequestState::answered);
  answer_next({http_answer(500, "")});
  pass();
  EXPECT_THAT(subjects(), ElementsAre("request.received"));
  auto waiting = entries();
  ASSERT_THAT(waiting, SizeIs(2));
  EXPECT_EQ(waiting[0].attempts, 1);
  EXPECT_EQ(waiting[0].last_failure, "answered 500");
  EXPECT_GT(waiting[0].due_at, now_);
  EXPECT_LE(waiting[0].due_at, now_ + 6);
  pass();  // nothing is due
  EXPECT_THAT(subjects(), SizeIs(1));
  now_ += 6;
  pass();
  EXPECT_THAT(subjects(), ElementsAre("request.received", "request.received", "request.state_changed"));
  EXPECT_THAT(entries(), IsEmpty());
  const auto id_of = [](const ReceivedRequest& request) {
    const size_t at = request.head.find("webhook-id: ");
    return request.head.substr(at, 48);
  };
  EXPECT_EQ(id_of(server_.received()[0]), id_of(server_.received()[1]));
  EXPECT_NE(id_of(server_.received()[0]), id_of(server_.received()[2]));
}

TEST_F(DeliveryRunTest, LetsTheOtherSideRestWhenItIsBroken) {
  for (int i = 0; i < 10; ++i) keep();
  answer_next({http_answer(503, ""), http_answer(503, "")});
  pass();
  EXPECT_THAT(subjects(), SizeIs(1));  // not one after the other into the fire
  now_ += 3;
  pass();
  EXPECT_THAT(subjects(), SizeIs(2));
  now_ += 10;
  pass();
  EXPECT_THAT(entries(), IsEmpty());
  EXPECT_EQ(tally_.failed, 2u);
}

// What one visitor wrote and the other side can't read holds up nobody else.
TEST_F(DeliveryRunTest, GoesOnBehindAnEventThatIsRefused) {
  for (int i = 0; i < 5; ++i) keep();
  answer_next({http_answer(400, ""), http_answer(422, "")});
  pass();
  EXPECT_THAT(subjects(), SizeIs(5));
  EXPECT_THAT(entries(), SizeIs(2));
}

TEST_F(DeliveryRunTest, WaitsAsLongAsItIsAskedToWithinReason) {
  keep();
  answer_next(
      {http_answer(429, "", "Retry-After: 600\r\n"), http_answer(503, "", "Retry-After: 9999999\r\n")});
  pass();
  keep();
  now_ += 599;
  pass();
  EXPECT_THAT(subjects(), SizeIs(1));
  now_ += 1;
  pass();
  EXPECT_THAT(subjects(), SizeIs(2));
  now_ += kLongestRetryAfter;
  pass();
  EXPECT_THAT(entries(), IsEmpty());
}

TEST_F(DeliveryRunTest, BuriesWhatIsGoneAtOnce) {
  const std::string code = keep();
  change(code, RequestState::answered);
  answer_next({http_answer(410, "")});
  pass();
  const auto dead = entries();
  ASSERT_THAT(dead, SizeIs(2));
  EXPECT_EQ(dead[0].state, OutboxState::dead);
  EXPECT_EQ(dead[0].last_failure, "answered 410");
  EXPECT_EQ(dead[1].state, OutboxState::waiting);
  now_ += 10;
  pass();
  EXPECT_THAT(entries(), SizeIs(1));
}

// Nobody is there for three days; what nobody has even tried is over then too.
TEST_F(DeliveryRunTest, GivesUpAfterThreeDays) {
  for (int i = 0; i < 3; ++i) keep();
  const int64_t begin = now_;
  while (now_ < begin + kGiveUpAfter) {
    answer_next({http_answer(500, ""), http_answer(500, "")});
    run_.pass();
    EXPECT_EQ(count_of(OutboxState::dead), 0);
    now_ += kHour;
  }
  keep();  // a new one, which is not over
  now_ += 1;
  answer_next({http_answer(500, "")});
  run_.pass();
  EXPECT_EQ(count_of(OutboxState::dead), 3);
  EXPECT_EQ(count_of(OutboxState::waiting), 1);
  EXPECT_EQ(tally_.dead, 3u);
  store_.write([&](SqliteDatabase& database) { retry_all_dead_letters(database, now_); });
  answer_next({});
  now_ += kHour;
  pass();
  EXPECT_THAT(entries(), IsEmpty());
}

TEST_F(DeliveryRunTest, SendsNothingOfWhatWasDeleted) {
  const std::string code = keep();
  answer_next({http_answer(400, "")});
  pass();
  store_.write([&](SqliteDatabase& database) { delete_request(database, code); });
  now_ += kHour;
  pass();
  EXPECT_THAT(subjects(), SizeIs(1));
}

TEST_F(DeliveryRunTest, GoesOnBehindARequestThatCannotBeRead) {
  const std::string broken = keep();
  keep();
  store_.write([&](SqliteDatabase& database) {
    SqliteStatement update(database, "UPDATE requests SET packet = 'x' WHERE code = ?");
    update.bind_text(1, broken).step();
  });
  pass();
  EXPECT_THAT(subjects(), SizeIs(1));
  ASSERT_THAT(entries(), SizeIs(1));
  EXPECT_EQ(entries()[0].last_failure, "the request can't be read");
}

// The file can't be written at the moment when something has arrived.
TEST_F(DeliveryRunTest, SendsNothingTwiceWhenItCannotBeMarked) {
  keep();
  keep();
  {
    SqliteDatabase other = folder_.open();
    const SqliteTransaction transaction(other);
    pass();
    now_ += 10;
    pass();
    EXPECT_THAT(subjects(), SizeIs(1));
    EXPECT_THAT(entries(), SizeIs(2));
  }
  now_ += 10;
  pass();
  EXPECT_THAT(subjects(), SizeIs(2));
  EXPECT_THAT(entries(), IsEmpty());
}

TEST_F(DeliveryRunTest, LeavesEverythingAsItWasWhenItIsCancelled) {
  keep();
  cancelled_ = true;
  EXPECT_FALSE(run_.pass());
  EXPECT_THAT(entries(), SizeIs(1));
  EXPECT_EQ(entries()[0].attempts, 0);
  EXPECT_THAT(notes_, IsEmpty());
}

}  // namespace
}  // namespace signpost
