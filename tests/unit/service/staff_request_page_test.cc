// staff_request_page_test.cc - what staff see of one request and do with it, and what its sender sees of
// that.
#include "pages/staff_request_page.h"

#include <gmock/gmock.h>

#include "base/ascii.h"
#include "pages/staff_fitting_view.h"
#include "staff_app.h"
#include "store/answer_table.h"
#include "store/complaint_table.h"
#include "store/gap_table.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::header_of;
using testing::Headers;
using ::testing::Not;
using testing::StaffApp;

class StaffRequestPageTest : public StaffApp {
 protected:
  std::string page(const std::string& more = "") {
    Headers headers = cookie(token_);
    headers.emplace_back("accept-language", "en");
    return ask("GET", "/staff/requests/" + code_ + more, headers).body;
  }
  Response post(const std::string& place, const std::string& fields) {
    Headers headers = cookie(token_);
    headers.emplace_back("accept-language", "en");
    return ask("POST", "/staff/requests/" + code_ + place, headers,
               fields + "&form_token=" + form_token(token_));
  }
  std::string keep(const std::string& message) {
    RequestDraft draft;
    draft.message = message;
    draft.lang = "en";
    return store_.keep(draft, "", now_)->code;
  }
  std::string theirs(const std::string& code) { return ask("GET", "/en/requests/" + code).body; }

  const std::string token_ = begin_session();
};

TEST_F(StaffRequestPageTest, SaysWhatFitsInTheLanguageOfTheRequest) {
  RequestDraft draft;
  draft.lang = "en";
  draft.message = "How do I reset my password? I have forgotten it.";
  draft.packet.read = {{"sign-in", ""}};
  code_ = store_.keep(draft, "", now_)->code;
  const std::string whole = page();
  EXPECT_THAT(whole, HasSubstr("href=\"/en/articles/reset-password"));
  EXPECT_THAT(whole, HasSubstr("?quote=en%2Freset-password%23"));
  EXPECT_THAT(whole, HasSubstr("They have seen it"));
}

TEST_F(StaffRequestPageTest, AnswersWithAQuotationThatItsSenderSees) {
  const std::string form = page("?quote=en/reset-password%23forgotten-password");
  EXPECT_THAT(form,
              HasSubstr("Ask for a link by mail.\n\nReset your password\n"
                        "https://help.example.com/en/articles/reset-password#forgotten-password</textarea>"));
  EXPECT_THAT(form, HasSubstr("name=\"source\" value=\"en/reset-password#forgotten-password\""));
  EXPECT_THAT(form, HasSubstr("No mail goes out."));
  const std::string fields =
      "answer=Ask+for+%3Cb%3E+link.&once=abc&known=0&source=en/reset-password%23forgotten-password";
  const Response sent = post("/answer", fields);
  EXPECT_EQ(sent.status, 303);
  EXPECT_EQ(header_of(sent, "Location"), "/staff/requests/" + code_ + "#answers");
  EXPECT_EQ(post("/answer", fields).status, 303) << "once more";
  ASSERT_EQ(stored().answers.size(), 1u);
  EXPECT_EQ(stored().answers[0].author, "lee");
  const std::string shown = theirs(code_);
  EXPECT_THAT(shown, HasSubstr("Ask for &lt;b&gt; link."));
  EXPECT_THAT(shown, HasSubstr("Did this answer help?"));
  EXPECT_THAT(shown, Not(HasSubstr("lee"))) << "who answered is not said";
  EXPECT_THAT(ask("GET", "/api/v1/requests/" + code_).body, HasSubstr("\"text\":\"Ask for <b> link.\""));
}

TEST_F(StaffRequestPageTest, KeepsTheTextOfAnAnswerThatWasOvertaken) {
  post("/answer", "answer=First.&once=a&known=0");
  const Response late = post("/answer", "answer=My+second+text.&once=b&known=0");
  EXPECT_EQ(late.status, 409);
  EXPECT_THAT(late.body, HasSubstr("My second text.</textarea>"));
  EXPECT_THAT(late.body, HasSubstr("It was answered or merged meanwhile."));
  EXPECT_THAT(late.body, HasSubstr("name=\"known\" value=\"1\""));
  EXPECT_EQ(stored().answers.size(), 1u);
  EXPECT_EQ(post("/answer", "answer=+&once=c&known=1").status, 400);
  EXPECT_EQ(post("/answer", "answer=x&known=1").status, 400) << "a form that was not drawn here";
}

TEST_F(StaffRequestPageTest, ItsSenderSaysWhetherItHelped) {
  const auto say = [&](const std::string& word) {
    return ask("POST", "/en/requests/" + code_, {}, "helped=" + word);
  };
  EXPECT_EQ(say("yes").status, 404) << "there is no answer yet";
  post("/answer", "answer=First.&once=a&known=0");
  EXPECT_EQ(say("perhaps").status, 400);
  const Response said = say("no");
  EXPECT_EQ(said.status, 303);
  EXPECT_EQ(header_of(said, "Location"), "/en/requests/" + code_);
  EXPECT_EQ(stored().state(), RequestState::received);
  EXPECT_THAT(theirs(code_), HasSubstr("You said that it did not help."));
  EXPECT_THAT(page(), HasSubstr("It did not help"));
  EXPECT_EQ(ask("POST", "/en/requests/" + code_, {{"origin", "https://evil.example"}}, "helped=yes").status,
            403);
}

TEST_F(StaffRequestPageTest, SomebodyLooksAfterItAndItIsListedUnderThem) {
  EXPECT_EQ(post("/assignee", "assignee=lee").status, 303);
  EXPECT_EQ(stored().assignee, "lee");
  EXPECT_THAT(page(), HasSubstr("<option value=\"lee\" selected>"));
  EXPECT_THAT(ask("GET", "/staff/?assignee=lee", cookie(token_)).body, HasSubstr(code_));
  keep("Another");
  EXPECT_THAT(ask("GET", "/staff/?assignee=lee", cookie(token_)).body, Not(HasSubstr("Another")));
  EXPECT_EQ(post("/assignee", "assignee=eve").status, 400);
}

TEST_F(StaffRequestPageTest, OneGoesOnInAnother) {
  const std::string other = keep("The other one's words");
  EXPECT_EQ(post("/merge", "into=0000-0000-0000").status, 400);
  EXPECT_EQ(post("/merge", "into=" + lower_case(other)).status, 303);
  EXPECT_THAT(page(),
              HasSubstr("This request goes on in <a class=\"staff-code\" href=\"/staff/requests/" + other));
  EXPECT_THAT(page(), Not(HasSubstr("name=\"answer\"")));
  EXPECT_EQ(post("/answer", "answer=x&once=q&known=0").status, 409);
  const std::string first = code_;
  code_ = other;
  EXPECT_THAT(page(), HasSubstr(">" + first + "</a>"));
  post("/answer", "answer=To+the+other+one.&once=a&known=0");
  const std::string shown = theirs(first);
  EXPECT_THAT(shown, HasSubstr("Answered"));
  EXPECT_THAT(shown, Not(HasSubstr("To the other one.")));
  EXPECT_THAT(shown, Not(HasSubstr(other)));
  EXPECT_THAT(shown, HasSubstr("It goes on together with another request"));
  const std::string api = ask("GET", "/api/v1/requests/" + first).body;
  EXPECT_THAT(api, HasSubstr("\"state\":\"answered\""));
  EXPECT_THAT(api, Not(HasSubstr(other)));
  code_ = first;
  EXPECT_EQ(post("/merge", "part=1").status, 303);
  EXPECT_EQ(stored().state(), RequestState::received);
}

TEST_F(StaffRequestPageTest, LeadsToAGapAndAComplaint) {
  EXPECT_EQ(post("/gap", "").status, 400) << "a form that was not drawn here";
  const Response made = post("/gap", "once=a");
  EXPECT_EQ(header_of(made, "Location"), "/staff/requests/" + code_ + "#articles");
  EXPECT_EQ(
      post("/complaint", "once=a&article=en/install%23steps&reason=wrong&comment=Call+010-1234-5678").status,
      303);
  EXPECT_EQ(post("/complaint", "once=b&article=en/none%23&reason=wrong").status, 400);
  EXPECT_EQ(post("/complaint", "once=b&article=en/install%23&reason=odd").status, 400);
  const std::string whole = page();
  EXPECT_THAT(whole, HasSubstr("href=\"/staff/gaps/G-1\">G-1</a>"));
  EXPECT_THAT(whole, HasSubstr("href=\"/staff/complaints?state=all#F-1\">F-1</a>"));
  const std::string gap = ask("GET", "/staff/gaps/G-1", cookie(token_)).body;
  EXPECT_THAT(gap, HasSubstr(">" + code_ + "</a>"));
  EXPECT_THAT(gap, Not(HasSubstr("does not start"))) << "nothing that they wrote is copied";
  store_.read([](SqliteDatabase& database) {
    EXPECT_EQ(find_complaint(database, 1)->comments, std::vector<std::string>{"Call [phone]"});
  });
}

TEST_F(StaffRequestPageTest, ShowsLikeRequestsWithWhatWasSent) {
  const std::string other = keep("The printer prints blank pages since the update.");
  store_.write([&](SqliteDatabase& database) {
    send_answer(
        database, *parse_request_code(other),
        {.form = "f", .author = "lee", .text = "Clean it.", .source = {"install", "en", "", "Install"}},
        now_);
    judge_answer(database, *parse_request_code(other), AnswerVerdict::helped, now_);
  });
  code_ = keep("My printer prints blank pages since the last update");
  const std::string whole = page();
  EXPECT_THAT(whole, HasSubstr("href=\"/staff/requests/" + other + "\">"));
  EXPECT_THAT(whole, HasSubstr("It helped"));
}

TEST(SourcePlace, IsReadBack) {
  const QuotedSource source{"install", "en", "on/debian", ""};
  EXPECT_EQ(parse_source(place_of_source(source)), source);
  for (const char* wrong : {"", "install", "en/install", "#en/install"})
    EXPECT_EQ(parse_source(wrong), QuotedSource());
}

}  // namespace
}  // namespace signpost
