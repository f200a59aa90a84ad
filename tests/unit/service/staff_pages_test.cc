// staff_pages_test.cc - the pages of staff as they are drawn, and what is done in them.
#include <gmock/gmock.h>

#include "base/ascii.h"
#include "pages/staff_packet.h"
#include "pages/staff_view.h"
#include "staff_app.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::header_of;
using testing::Headers;
using ::testing::Not;
using testing::StaffApp;

class StaffPagesTest : public StaffApp {
 protected:
  std::string page(const std::string& target, const std::string& language = "en") {
    Headers headers = cookie(token_);
    headers.emplace_back("accept-language", language);
    return ask("GET", target, headers).body;
  }
  Response send(const std::string& fields) {
    return ask("POST", "/staff/requests/" + code_, cookie(token_),
               fields + "&form_token=" + form_token(token_));
  }
  Response sign_in(const std::string& name, const std::string& password, const std::string& back = "") {
    return ask("POST", "/staff/sign-in", {}, "name=" + name + "&password=" + password + "&back=" + back);
  }

  const std::string token_ = begin_session();
};

TEST_F(StaffPagesTest, SigningInGivesACookieThatOnlyThisHostGetsAndNoScript) {
  const Response form = ask("GET", "/staff/sign-in");
  EXPECT_EQ(form.status, 200);
  EXPECT_THAT(form.body, HasSubstr("autocomplete=\"current-password\""));
  const Response done = sign_in("lee", "correct+horse+battery", "/staff/requests/" + code_);
  EXPECT_EQ(done.status, 303);
  EXPECT_EQ(header_of(done, "Location"), "/staff/requests/" + code_);
  const std::string set = header_of(done, "Set-Cookie");
  EXPECT_THAT(set, ::testing::MatchesRegex(
                       "__Host-signpost-staff=[0-9a-f]+; Path=/; Secure; HttpOnly; SameSite=Strict"));
  const std::string value = set.substr(set.find('=') + 1, 64);
  EXPECT_EQ(ask("GET", "/staff/", cookie(value)).status, 200);
  // Out again, everywhere this token is.
  const Response out = ask("POST", "/staff/sign-out", cookie(value), "form_token=" + form_token(value));
  EXPECT_EQ(out.status, 303);
  EXPECT_THAT(header_of(out, "Set-Cookie"), HasSubstr("__Host-signpost-staff=; Path=/; Secure"));
  EXPECT_THAT(header_of(out, "Set-Cookie"), HasSubstr("Max-Age=0"));
  EXPECT_EQ(ask("GET", "/staff/", cookie(value)).status, 303);
}

TEST_F(StaffPagesTest, AWrongPasswordSaysSoAndThenWaits) {
  Response refused;
  for (int i = 0; i < SignInDelays::kFreeTries; ++i) {
    refused = sign_in("lee", "wrong%22password");
    EXPECT_EQ(refused.status, 403);
    EXPECT_THAT(refused.body, HasSubstr("is not right"));
    EXPECT_THAT(refused.body, Not(HasSubstr("wrong&quot;password")));
    EXPECT_THAT(refused.body, HasSubstr("value=\"lee\""));
    EXPECT_EQ(header_of(refused, "Set-Cookie"), "");
  }
  refused = sign_in("lee", "correct+horse+battery");
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(header_of(refused, "Retry-After"), "1");
  now_ += 1;
  EXPECT_EQ(sign_in("lee", "correct+horse+battery").status, 303);
}

TEST_F(StaffPagesTest, ListsAndNarrows) {
  RequestDraft draft;
  draft.message = "Another one";
  draft.lang = "en";
  draft.product = "Fax\"><script>";
  store_.keep(draft, "", now_ + 1);
  const std::string all = page("/staff/");
  EXPECT_THAT(all, HasSubstr("2 requests"));
  EXPECT_LT(all.find("Another one"), all.find("&lt;b&gt;It&lt;/b&gt; does not start."));
  EXPECT_THAT(all, HasSubstr("href=\"/staff/requests/" + code_ + "\""));
  EXPECT_THAT(all, HasSubstr("ann@example.com"));
  EXPECT_THAT(all, Not(HasSubstr("<script>")));
  EXPECT_THAT(page("/staff/?state=closed"), HasSubstr("No request fits."));
  EXPECT_THAT(page("/staff/?language=ko"), HasSubstr("1 request<"));
  EXPECT_THAT(page("/staff/?product=Desktop"), Not(HasSubstr("Another one")));
  EXPECT_THAT(page("/staff/?q=another"), HasSubstr("1 request<"));
  EXPECT_THAT(page("/staff/?q=" + code_.substr(0, 4)), HasSubstr("No request fits.")) << "is no code yet";
  EXPECT_THAT(page("/staff/?q=%22%3E%3Cb%3E"), HasSubstr("value=\"&quot;&gt;&lt;b&gt;\""));
  EXPECT_THAT(page("/staff/?page=x&state=none"), HasSubstr("2 requests")) << "what is none narrows nothing";
  EXPECT_THAT(page("/staff/?product=gone"), HasSubstr("<option value=\"gone\" selected>"));
}

// However it was heard and typed, and whatever the list is narrowed to.
TEST_F(StaffPagesTest, ACodeLeadsToItsRequest) {
  std::string typed = lower_case(code_);
  typed.erase(typed.find('-'), 1);
  for (const std::string& q : {code_, typed, "+" + code_ + "+", code_ + "&state=closed"}) {
    const Response led = ask("GET", "/staff/?q=" + q, cookie(token_));
    EXPECT_EQ(led.status, 303) << q;
    EXPECT_EQ(header_of(led, "Location"), "/staff/requests/" + code_) << q;
  }
  EXPECT_THAT(page("/staff/?q=0000-0000-0000"), HasSubstr("No request fits."));
}

TEST_F(StaffPagesTest, AListIsInPages) {
  RequestDraft draft;
  for (int i = 0; i < 60; ++i) {
    draft.message = "Number " + std::to_string(i);
    store_.keep(draft, "", now_);
  }
  EXPECT_THAT(page("/staff/"), HasSubstr("/staff/?page=2"));
  EXPECT_THAT(page("/staff/"), Not(HasSubstr(code_)));
  EXPECT_THAT(page("/staff/?page=2&q="), HasSubstr(code_));
  EXPECT_THAT(page("/staff/?page=1000000"), HasSubstr("61 requests"));
}

TEST_F(StaffPagesTest, ShowsAllOfARequestAsText) {
  const std::string whole = page("/staff/requests/" + code_);
  EXPECT_THAT(whole, HasSubstr("<h1>Request " + code_ + "</h1>"));
  EXPECT_THAT(whole, HasSubstr("&lt;b&gt;It&lt;/b&gt; does not start.\nAt all."));
  EXPECT_THAT(whole, HasSubstr("why does it not &lt;start&gt;?"));
  EXPECT_THAT(whole, HasSubstr("<a href=\"/ko/articles/install#steps\"><bdi>데스크톱 앱 설치하기"));
  EXPECT_THAT(whole, HasSubstr("<bdi>no-such-article</bdi>"));
  EXPECT_THAT(whole, HasSubstr("step 2"));
  EXPECT_THAT(whole, HasSubstr("<a href=\"/ko/articles/reset-password\"><bdi>비밀번호 재설정"));
  EXPECT_THAT(whole, HasSubstr("<bdi>Put in paper.</bdi>"));
  EXPECT_THAT(whole, HasSubstr("<a href=\"/ko/incidents/app-crash\">"));
  EXPECT_THAT(page("/staff/requests/" + code_.substr(0, 4) + "%20" + code_.substr(5)),
              HasSubstr("does not start"))
      << "as it is typed";
  EXPECT_THAT(page("/staff/requests/" + code_, "ko"), HasSubstr("문의하기 전에 한 일"));
  EXPECT_THAT(page("/staff/requests/" + code_, "ja"), HasSubstr("送信する前にしたこと"));
  const Response none = ask("GET", "/staff/requests/0000-0000-0000", cookie(token_));
  EXPECT_EQ(none.status, 404);
  EXPECT_THAT(none.body, HasSubstr("There is no request of this code."));
}

TEST_F(StaffPagesTest, GivesTwelveLinesToCopyAtMost) {
  const std::string whole = page("/staff/requests/" + code_);
  const size_t begin = whole.find("readonly");
  const std::string copied = whole.substr(begin, whole.find("</textarea>", begin) - begin);
  EXPECT_THAT(copied, HasSubstr(code_ + " · Received\nAnn ann@example.com\nDesktop 한국어\n&lt;b&gt;It"));
  EXPECT_THAT(copied, HasSubstr("does not start. At all."));
  EXPECT_THAT(copied, HasSubstr("\nRead: https://help.example.com/ko/articles/install#steps\n"));
  EXPECT_THAT(copied, HasSubstr("\nTried: https://help.example.com/ko/articles/install step 2\n"));
  EXPECT_LE(std::count(copied.begin(), copied.end(), '\n'), static_cast<int64_t>(kMostCopied));
}

// Whoever asked often has also tried something, and the agent hears of both, and that there is more.
TEST_F(StaffPagesTest, CopiesTheNewestOfEachKindWhereThereIsNoRoomForAll) {
  RequestDraft draft;
  draft.message = "x";
  for (int i = 1; i <= 20; ++i) draft.packet.questions.push_back("question " + std::to_string(i) + "?");
  draft.packet.tried = {{"install", "steps", 1}, {"install", "", 1}, {"install", "steps", 2}};
  draft.packet.incidents = {"app-crash"};
  code_ = store_.keep(draft, "", now_)->code;
  const std::string whole = page("/staff/requests/" + code_);
  const size_t begin = whole.find("readonly");
  const std::string copied = whole.substr(begin, whole.find("</textarea>", begin) - begin);
  std::string questions;
  for (int i = 15; i <= 20; ++i) questions += "\nAsked: question " + std::to_string(i) + "?";
  const std::string site = "https://help.example.com/en/";
  EXPECT_THAT(copied, ::testing::EndsWith(code_ + " · Received\nx" + questions + "\nTried: " + site +
                                          "articles/install#steps steps 1, 2\nTried: " + site +
                                          "articles/install step 1\nIncident shown: " + site +
                                          "incidents/app-crash\n… +14"));
  EXPECT_EQ(std::count(copied.begin(), copied.end(), '\n'), static_cast<int64_t>(kMostCopied));
  EXPECT_THAT(whole, HasSubstr("<span class=\"badge\">steps 1, 2</span>"));
}

TEST_F(StaffPagesTest, ChangesStatesAndNotesThings) {
  const Response changed = send("state=passed_on");
  EXPECT_EQ(changed.status, 303);
  EXPECT_EQ(header_of(changed, "Location"), "/staff/requests/" + code_);
  EXPECT_EQ(stored().state(), RequestState::passed_on);
  EXPECT_EQ(send("note=Called+%3Cb%3Eback.%0D%0ANobody.").status, 303);
  ASSERT_EQ(stored().notes.size(), 1u);
  EXPECT_EQ(stored().notes[0], (RequestNote{"lee", now_, "Called <b>back.\nNobody."}));
  EXPECT_THAT(page("/staff/requests/" + code_), HasSubstr("Called &lt;b&gt;back.\nNobody."));
  // Whoever sent it sees the state, and never what is noted.
  const std::string theirs = ask("GET", "/en/requests/" + code_, cookie(token_)).body;
  EXPECT_THAT(theirs, HasSubstr("Passed on"));
  EXPECT_THAT(theirs, Not(HasSubstr("Called")));
  EXPECT_THAT(ask("GET", "/api/v1/requests/" + code_, cookie(token_)).body, Not(HasSubstr("Called")));
}

TEST_F(StaffPagesTest, WhatCantBeDoneSaysSoAndKeepsTheText) {
  EXPECT_EQ(send("state=gone").status, 400);
  EXPECT_EQ(send("").status, 400);
  EXPECT_EQ(send("note=+").status, 400);
  const Response long_one = send("note=" + std::string(8001, 'a'));
  EXPECT_EQ(long_one.status, 400);
  EXPECT_THAT(long_one.body, HasSubstr(std::string(8001, 'a')));
  EXPECT_TRUE(stored().notes.empty());
  code_ = "0000-0000-0000";
  EXPECT_EQ(send("state=closed").status, 404);
  EXPECT_EQ(send("note=a").status, 404);
}

TEST_F(StaffPagesTest, ShowsWhatCouldNotBeDeliveredAndHasItTriedAgain) {
  EXPECT_THAT(page("/staff/dead-letters"), HasSubstr("Everything was delivered"));
  store_.use_subscriptions({{"desk", {EventKind::request_received}}});
  RequestDraft draft;
  draft.message = "x";
  const std::string code = store_.keep(draft, "", now_)->code;
  store_.write([&](SqliteDatabase& database) {
    bury(database, due_events(database, "desk", now_, 1).at(0).row, "no <answer>");
  });
  EXPECT_THAT(page("/staff/"), HasSubstr("1 message could not be delivered"));
  const std::string letters = page("/staff/dead-letters");
  EXPECT_THAT(letters, HasSubstr("<a href=\"/staff/requests/" + code + "\">"));
  EXPECT_THAT(letters, HasSubstr("no &lt;answer&gt;"));
  const auto retry = [&](const std::string& fields) {
    return ask("POST", "/staff/dead-letters", cookie(token_), fields + "form_token=" + form_token(token_));
  };
  EXPECT_EQ(retry("row=x&").status, 303);
  EXPECT_THAT(page("/staff/"), HasSubstr("1 message could"));
  EXPECT_EQ(retry("").status, 303);
  EXPECT_THAT(page("/staff/"), Not(HasSubstr("could not be delivered")));
}

TEST_F(StaffPagesTest, AChosenLanguageIsKept) {
  const Response kept = ask("GET", "/staff/?lang=ja&keep=1&q=x", cookie(token_));
  EXPECT_EQ(kept.status, 303);
  EXPECT_EQ(header_of(kept, "Location"), "/staff/?lang=ja&q=x");
}

}  // namespace
}  // namespace signpost
