// feedback_operation_test.cc - what readers say of sections, over the doors that a client uses.
#include "api/feedback_operation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "contact/request_guard.h"
#include "feedback/visits.h"
#include "service/complaint_ends.h"
#include "store/complaint_table.h"
#include "store/store.h"
#include "test_site.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::kTestNow;
using testing::TestApp;

class FeedbackOperationTest : public ::testing::Test {
 protected:
  Response send(const nlohmann::json& body, const std::string& agent = "Firefox") {
    return app_.post("/api/v1/feedback", body.dump(),
                     {{"content-type", "application/json"}, {"user-agent", agent}});
  }
  Response send_form(const std::string& target, const std::string& body) {
    return app_.post(target, body, {{"content-type", "application/x-www-form-urlencoded"}});
  }
  static nlohmann::json json_of(const Response& response) { return nlohmann::json::parse(response.body); }
  std::optional<Complaint> kept(const Response& response) {
    SqliteDatabase database = folder_.open();
    return find_complaint(database, *parse_complaint(json_of(response)["item"].get<std::string>()));
  }
  int64_t count(const char* sql) { return folder_.open().number(sql); }

  const DataFolder folder_{"signpost-feedback"};
  Store store_{{.dir = folder_.path(),
                .write_patience = std::chrono::milliseconds(0),
                .read_patience = std::chrono::milliseconds(0)}};
  Visits visits_;
  TestApp app_{{.store = &store_, .clock = [] { return kTestNow; }, .visits = &visits_}};
};

TEST_F(FeedbackOperationTest, CountsWhatHelpedOncePerVisit) {
  const nlohmann::json yes = {{"id", "install"}, {"helpful", true}};
  EXPECT_EQ(send(yes).status, 204);
  EXPECT_EQ(send(yes).status, 204);
  EXPECT_EQ(send(yes, "Chromium").status, 204);
  EXPECT_EQ(count("SELECT sum(helpful) FROM votes"), 2);
  EXPECT_EQ(count("SELECT count(*) FROM complaints"), 0);
}

TEST_F(FeedbackOperationTest, MakesOneItemOfWhatSaysTheSame) {
  const nlohmann::json no = {{"id", "install"},
                             {"lang", "en"},
                             {"helpful", false},
                             {"reason", "unclear"},
                             {"comment", "Which installer? Write to kim@example.com"}};
  const Response first = send(no);
  ASSERT_EQ(first.status, 201) << first.body;
  nlohmann::json again = no;
  again["comment"] = "which INSTALLER write to lee@example.com";
  EXPECT_EQ(send(again, "Chromium").body, first.body);
  EXPECT_EQ(send(again, "Chromium").body, first.body);
  const auto complaint = kept(first);
  ASSERT_TRUE(complaint);
  EXPECT_EQ(complaint->count, 2);
  EXPECT_EQ(complaint->place, (SectionPlace{"install", "en", ""}));
  EXPECT_THAT(complaint->comments,
              ElementsAre("Which installer? Write to [e-mail]", "which INSTALLER write to [e-mail]"));
  EXPECT_EQ(complaint->section_sum.size(), 64u);
  EXPECT_EQ(complaint->first_day, static_cast<uint32_t>(kTestNow / 86400));
  EXPECT_EQ(count("SELECT sum(unhelpful) FROM votes"), 2);
}

TEST_F(FeedbackOperationTest, SaysWhatIsWrong) {
  const auto field = [&](const nlohmann::json& body) {
    const Response response = send(body);
    EXPECT_EQ(response.status, 400) << body;
    EXPECT_EQ(response.content_type, "application/problem+json");
    return json_of(response)["errors"][0]["field"].get<std::string>();
  };
  EXPECT_EQ(field({{"helpful", true}}), "id");
  EXPECT_EQ(field({{"id", "nowhere"}, {"helpful", true}}), "id");
  EXPECT_EQ(field({{"id", "install"}, {"lang", "xx"}, {"helpful", true}}), "id");
  EXPECT_EQ(field({{"id", "install"}, {"anchor", "nowhere"}, {"helpful", true}}), "anchor");
  EXPECT_EQ(field({{"id", "install"}}), "helpful");
  EXPECT_EQ(field({{"id", "install"}, {"helpful", "yes"}}), "helpful");
  EXPECT_EQ(field({{"id", "install"}, {"helpful", false}}), "reason");
  EXPECT_EQ(field({{"id", "install"}, {"helpful", false}, {"reason", "rude"}}), "reason");
  EXPECT_EQ(field({{"id", "install"}, {"helpful", true}, {"comment", std::string(2001, 'x')}}), "comment");
  EXPECT_EQ(field({{"id", "install"}, {"helpful", true}, {"name", "Ann"}}), "name");
  EXPECT_EQ(field({{"id", 5}, {"helpful", true}}), "id");
  for (const nlohmann::json& step : {nlohmann::json("3"), nlohmann::json(0), nlohmann::json(1000),
                                     nlohmann::json(1.5), nlohmann::json(10'000'000'000'000'000'000u)})
    EXPECT_EQ(field({{"id", "install"}, {"helpful", true}, {"step", step}}), "step") << step;
  EXPECT_EQ(field(nlohmann::json::array()), "");
  EXPECT_EQ(count("SELECT count(*) FROM votes"), 0);
}

TEST_F(FeedbackOperationTest, KnowsTheStepThatIsMeant) {
  nlohmann::json no = {{"id", "install"}, {"helpful", false}, {"reason", "unclear"}, {"step", 3}};
  const Response third = send(no);
  EXPECT_EQ(kept(third)->step, 3);
  no["step"] = 4;
  EXPECT_NE(send(no).body, third.body);
  EXPECT_EQ(count("SELECT sum(number) FROM complaints"), 2);  // one visit may mean two steps
  EXPECT_EQ(count("SELECT unhelpful FROM votes"), 1);         // and has one vote
  no["step"] = nullptr;
  EXPECT_EQ(kept(send(no))->step, 0);
  EXPECT_EQ(send_form("/api/v1/feedback", "id=install&helpful=no&reason=wrong&step=").status, 201);
  const Response form = send_form("/api/v1/feedback", "id=install&helpful=no&reason=wrong&step=12");
  EXPECT_EQ(kept(form)->step, 12);
  EXPECT_EQ(send_form("/api/v1/feedback", "id=install&helpful=no&reason=wrong&step=one").status, 400);
}

// Where there are many items of a reason, complaints of several steps are one.
TEST_F(FeedbackOperationTest, AVisitIsOneReaderOfAnItemWhateverTheStep) {
  nlohmann::json no = {{"id", "install"}, {"helpful", false}, {"reason", "unclear"}, {"step", 1}};
  for (int64_t step = 1; step <= kMaxOpenComplaints; ++step) {
    no["step"] = step;
    EXPECT_EQ(send(no, "bot " + std::to_string(step)).status, 201);
  }
  EXPECT_EQ(count("SELECT sum(number) FROM complaints"), kMaxOpenComplaints);
  for (int step = 20; step < 25; ++step) {
    no["step"] = step;
    EXPECT_EQ(send(no, "Firefox").status, 201);
  }
  EXPECT_EQ(count("SELECT sum(number) FROM complaints"), kMaxOpenComplaints + 1);
}

TEST_F(FeedbackOperationTest, CountsTheSectionThatAnAnswerQuoted) {
  for (const char* source : {"en/install%23steps", "en/install%23steps", "en/install%23nowhere",
                             "en/nowhere%23", "install%23steps", "en/install", "%23/", ""}) {
    EXPECT_EQ(send_form("/en/outcomes", std::string("outcome=solved&source=") + source).status, 200)
        << source;
  }
  EXPECT_EQ(count("SELECT helpful FROM votes WHERE article = 'install' AND anchor = 'steps'"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM votes"), 1);
}

TEST_F(FeedbackOperationTest, AsksWhyAnAnswerDidNotHelp) {
  for (const char* page :
       {"/en/ask?q=installer&not=install%23steps", "/search?q=installer&lang=en&not=install%23steps"}) {
    const std::string body = app_.get(page).body;
    EXPECT_THAT(body, HasSubstr("<input type=\"hidden\" name=\"anchor\" value=\"steps\">")) << page;
    EXPECT_THAT(body, HasSubstr("name=\"reason\" value=\"outdated\"")) << page;
  }
  EXPECT_THAT(app_.get("/en/ask?q=installer").body, ::testing::Not(HasSubstr("name=\"reason\"")));
  EXPECT_THAT(app_.get("/en/ask?q=installer&not=nowhere%23").body,
              ::testing::Not(HasSubstr("name=\"reason\"")));
}

TEST_F(FeedbackOperationTest, CountsWhoTriesAgainAfterAFailure) {
  const nlohmann::json yes = {{"id", "install"}, {"helpful", true}};
  const nlohmann::json no = {{"id", "install"}, {"helpful", false}, {"reason", "wrong"}};
  {
    SqliteDatabase other = folder_.open();
    const SqliteTransaction writing(other);
    EXPECT_EQ(send(yes).status, 503);
    EXPECT_EQ(send(no).status, 503);
  }
  EXPECT_EQ(send(yes).status, 204);
  EXPECT_EQ(kept(send(no))->count, 1);
  EXPECT_EQ(count("SELECT helpful + unhelpful FROM votes"), 2);
}

TEST_F(FeedbackOperationTest, TakesTheFormOfAPage) {
  const Response page = app_.get("/en/articles/install");
  EXPECT_THAT(page.body, HasSubstr("action=\"/en/feedback\""));
  const Response no =
      send_form("/en/feedback", "id=install&lang=en&reason=wrong&anchor=&comment=Not+so.&helpful=no");
  EXPECT_EQ(no.status, 200);
  EXPECT_THAT(no.body, HasSubstr("F-1"));
  EXPECT_THAT(no.body, HasSubstr("href=\"/en/articles/install\""));
  EXPECT_EQ(send_form("/en/feedback", "id=install&lang=en&helpful=yes").status, 200);
  const Response wrong = send_form("/ko/feedback", "id=%3Cscript%3E&helpful=yes");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_THAT(wrong.body, ::testing::Not(HasSubstr("<script>")));
  EXPECT_EQ(send_form("/api/v1/feedback", "id=install&helpful=yes").status, 204);
}

TEST_F(FeedbackOperationTest, IsBoundedHoweverManyWrite) {
  const nlohmann::json spam = {{"id", "install"}, {"helpful", false}, {"reason", "wrong"}};
  for (int i = 0; i < 300; ++i) {
    nlohmann::json one = spam;
    one["comment"] = "casino " + std::to_string(i) + " http://spam" + std::to_string(i) + ".example " +
                     std::string(1500, 'x');
    EXPECT_EQ(send(one, "bot " + std::to_string(i)).status, 201);
  }
  EXPECT_LE(count("SELECT count(*) FROM complaints"), kMaxOpenComplaints);
  EXPECT_LE(count("SELECT count(*) FROM complaint_comments"),
            kMaxOpenComplaints * static_cast<int64_t>(kMaxComments));
}

TEST_F(FeedbackOperationTest, HearsOneAddressOnlySoOften) {
  RequestGuard guard;
  TestApp guarded({.store = &store_, .guard = &guard});
  const auto yes = [&](const std::string& agent) {
    return guarded.post("/api/v1/feedback", R"({"id": "install", "helpful": true})",
                        {{"content-type", "application/json"}, {"user-agent", agent}});
  };
  int status = 204;
  for (int i = 0; i < 1000 && status == 204; ++i) status = yes("bot " + std::to_string(i)).status;
  EXPECT_EQ(status, 429);
}

TEST_F(FeedbackOperationTest, KeepsNoMoreThanItMay) {
  Store full({.dir = folder_.path(), .most_bytes = 1});
  full.check();
  TestApp app({.store = &full});
  const Response response = app.post("/api/v1/feedback", R"({"id": "install", "helpful": true})",
                                     {{"content-type", "application/json"}});
  EXPECT_EQ(response.status, 507);
}

TEST_F(FeedbackOperationTest, IsNotThereWithoutAStore) {
  TestApp app;
  EXPECT_EQ(app.get("/api/v1/feedback").status, 404);
  EXPECT_THAT(app.get("/en/articles/install").body, ::testing::Not(HasSubstr("/feedback")));
}

// A commit that came before a complaint ends another one of that number.
TEST_F(FeedbackOperationTest, EndsWhatIsGoneAndForgetsVotesForOtherTexts) {
  ASSERT_EQ(send({{"id", "install"}, {"helpful", false}, {"reason", "wrong"}}).status, 201);
  store_.write([](SqliteDatabase& database) {
    keep_complaint(
        database,
        {.place = {"deleted", "en", ""}, .section_sum = "a", .revision = "", .comment = "", .words = {}}, 1);
    count_vote(database, {"install", "en", ""}, "another text", true);
  });
  const auto generation = app_.open(app_.generation_dir());
  const ComplaintEnds ends = end_complaints(store_, generation->searcher(), kTestNow);
  EXPECT_EQ(ends.gone, 1);
  EXPECT_EQ(ends.by_commits, 0);
  EXPECT_EQ(count("SELECT count(*) FROM votes"), 1);  // what was said of another text is counted no more
  EXPECT_EQ(count("SELECT helpful FROM votes"), 0);
  EXPECT_EQ(end_complaints(store_, generation->searcher(), kTestNow).gone, 0);
  EXPECT_EQ(count("SELECT count(*) FROM complaints WHERE state = 'open' AND article = 'install'"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM complaints WHERE state = 'gone' AND article = 'deleted'"), 1);
}

}  // namespace
}  // namespace signpost
