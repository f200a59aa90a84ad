// request_form_test.cc - the form to people without any script: what it shows is what arrives, and what can't
// be sent is not lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "contact/proof.h"
#include "contact/request_guard.h"
#include "net/url.h"
#include "store/outcome_table.h"
#include "store/request_code.h"
#include "store/store.h"
#include "test_site.h"
#include "tests/unit/store/data_folder.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::header_of;
using testing::kTestNow;
using ::testing::MatchesRegex;
using ::testing::Not;
using testing::TestApp;

constexpr char kFormPath[] = "/en/requests/new";

class RequestFormTest : public ::testing::Test {
 protected:
  Response send(const Parameters& fields, std::vector<std::pair<std::string, std::string>> headers = {}) {
    headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    return app_.post(kFormPath, format_query(fields), std::move(headers));
  }
  // The fields of a form as a browser sends it that runs nothing.
  static Parameters fields_of(const std::string& html) {
    Parameters fields;
    static const std::regex kField(R"re(<input type="(hidden|checkbox)" name="([^"]*)" value="([^"]*)")re");
    for (std::sregex_iterator i(html.begin(), html.end(), kField), end; i != end; ++i)
      fields.add((*i)[2].str(), (*i)[3].str());
    return fields;
  }
  RequestDraft arrived(const Response& sent) {
    const std::string location = header_of(sent, "Location");
    SqliteDatabase database = folder_.open();
    return find_request(database, *parse_request_code(location.substr(location.rfind('/') + 1)))->draft;
  }
  int64_t count() { return folder_.open().number("SELECT count(*) FROM requests"); }

  const DataFolder folder_{"signpost-form"};
  Store store_{{.dir = folder_.path()}};
  TestApp app_{{.store = &store_, .clock = [] { return kTestNow; }}};
};

TEST_F(RequestFormTest, WhatItShowsArrives) {
  const Response form = app_.get(
      std::string(kFormPath) + "?q=my+printer+%26+I&not=printer-offline%23a&not=install%23&product=Desktop");
  ASSERT_EQ(form.status, 200);
  EXPECT_EQ(header_of(form, "Cache-Control"), "no-store");
  EXPECT_THAT(form.body, HasSubstr("my printer &amp; I"));
  Parameters fields = fields_of(form.body);
  EXPECT_EQ(fields.all("packet.answers"), (std::vector<std::string>{"printer-offline#a", "install#"}));
  fields = fields.without("packet.questions").with("packet.questions", "my printer & I");
  fields.add("message", "It does\r\nnot print.");
  fields.add("reply_to", "a@example.com");
  const Response sent = send(fields);
  ASSERT_EQ(sent.status, 303);
  EXPECT_THAT(header_of(sent, "Location"), MatchesRegex("/en/requests/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"));
  const RequestDraft draft = arrived(sent);
  EXPECT_EQ(draft.message, "It does\nnot print.");
  EXPECT_EQ(draft.lang, "en");
  EXPECT_EQ(draft.product, "Desktop");
  EXPECT_EQ(draft.packet.questions, std::vector<std::string>{"my printer & I"});
  EXPECT_EQ(draft.packet.answers, (std::vector<std::string>{"printer-offline#a", "install#"}));
  EXPECT_EQ(app_.get(header_of(sent, "Location")).status, 200);
}

// Nobody is refused for the address that led them here: what is shown can be sent.
TEST_F(RequestFormTest, WhatAnAddressSaysCanBeSent) {
  std::string address =
      std::string(kFormPath) + "?product=" + std::string(500, 'p') + "&level=a%0Ab&q=why%0D%0A";
  for (int i = 0; i < 200; ++i) address += "%EA%B0%80";  // a Korean letter
  for (int i = 0; i < 30; ++i) address += "&not=a%23" + std::to_string(i);
  const Response form = app_.get(address);
  const Parameters fields = fields_of(form.body);
  EXPECT_EQ(fields.all("packet.answers").size(), kMaxPacketEntries);
  const Response sent = send(fields.with("message", "a"));
  ASSERT_EQ(sent.status, 303) << sent.body;
  EXPECT_EQ(arrived(sent).packet.questions, fields.all("packet.questions"));
  EXPECT_EQ(arrived(sent).product, std::string(kMaxProductBytes, 'p'));
}

TEST_F(RequestFormTest, SentTwiceItIsOneRequest) {
  Parameters fields = fields_of(app_.get(kFormPath).body);
  fields.add("message", "a");
  EXPECT_EQ(header_of(send(fields), "Location"), header_of(send(fields), "Location"));
  EXPECT_EQ(count(), 1);
  // Gone back, changed and sent again, it is another one, with a key of its own.
  const Response changed = send(fields.without("message").with("message", "b"));
  ASSERT_EQ(changed.status, 422);
  EXPECT_THAT(changed.body, HasSubstr(">\nb</textarea>"));
  EXPECT_EQ(send(fields_of(changed.body).with("message", "b")).status, 303);
  EXPECT_EQ(count(), 2);
}

TEST_F(RequestFormTest, WhatIsWrongIsSaidAndNothingIsLost) {
  Parameters fields = fields_of(app_.get(std::string(kFormPath) + "?q=why").body);
  fields.add("message", "  ");
  fields.add("name", "<b>Kim");
  const Response empty = send(fields);
  EXPECT_EQ(empty.status, 400);
  EXPECT_THAT(empty.body, HasSubstr("Please write what it is about."));
  EXPECT_THAT(empty.body, HasSubstr("&lt;b&gt;Kim"));
  EXPECT_THAT(empty.body, HasSubstr(R"(name="packet.questions" value="why" checked)"));
  const Response unknown = send(fields.with("message", "a").with("website", "x"));
  EXPECT_EQ(unknown.status, 400);
  EXPECT_THAT(unknown.body, Not(HasSubstr("Please write what it is about.")));
  EXPECT_EQ(count(), 0);
}

TEST_F(RequestFormTest, AFileThatTakesNothingIsSaidAndTheTextIsStillThere) {
  std::filesystem::remove_all(folder_.path());
  testing::write_file(folder_.path(), "not a folder");
  const Response form = app_.get(kFormPath);
  ASSERT_EQ(form.status, 200);
  const Response sent = send(fields_of(form.body).with("message", "keep this"));
  EXPECT_EQ(sent.status, 503);
  EXPECT_THAT(sent.body, HasSubstr("id=\"refused\""));
  EXPECT_THAT(sent.body, HasSubstr("keep this</textarea>"));
  EXPECT_EQ(app_.get("/en/articles/install").status, 200);
  std::filesystem::remove_all(folder_.path());
}

TEST_F(RequestFormTest, ComesFromThisSitesPagesOnly) {
  const Parameters fields = Parameters().with("message", "a");
  EXPECT_EQ(send(fields, {{"sec-fetch-site", "cross-site"}}).status, 403);
  EXPECT_EQ(send(fields, {{"origin", "https://evil.example"}, {"host", "help.example.com"}}).status, 403);
  EXPECT_EQ(count(), 0);
  EXPECT_EQ(send(fields, {{"sec-fetch-site", "same-origin"}}).status, 303);
  EXPECT_EQ(app_.post(kFormPath, "message=a", {{"content-type", "text/plain"}}).status, 415);
}

TEST_F(RequestFormTest, IsNotThereWithoutAStore) {
  TestApp reading;
  EXPECT_EQ(reading.get(kFormPath).status, 404);
  EXPECT_THAT(reading.get("/en/articles/install").body, Not(HasSubstr("requests/new")));
  EXPECT_THAT(app_.get("/en/articles/install").body, HasSubstr("requests/new"));
}

// The same where floods are kept away and outcomes counted, as the service has it.
class GuardedFormTest : public RequestFormTest {
 protected:
  Response send_guarded(const Parameters& fields) {
    return guarded_.post(kFormPath, format_query(fields),
                         {{"content-type", "application/x-www-form-urlencoded"}});
  }
  Parameters filled(const std::string& html, const std::string& message = "a") {
    return fields_of(html).without("outcome").with("message", message);  // which is another form's
  }
  std::vector<std::string> counted() {
    std::vector<std::string> lines;
    for (const OutcomeCount& count : outcomes_.take())
      lines.push_back(count.lang + " " + std::string(name_of(count.outcome)) + " " +
                      std::to_string(count.number));
    return lines;
  }
  // As many as make the guard ask for proofs.
  void flood() {
    for (int i = 0; !guard_.is_flooded(); ++i) guard_.admit(std::to_string(i), "", "", kTestNow);
  }

  RequestGuard guard_;
  OutcomeCounter outcomes_;
  TestApp guarded_{
      {.store = &store_, .clock = [] { return kTestNow; }, .guard = &guard_, .outcomes = &outcomes_}};
};

TEST_F(GuardedFormTest, IsSentOnceMoreWhereItIsNotOneOfOursLately) {
  Parameters fields = filled(guarded_.get(kFormPath).body, "keep this");
  EXPECT_EQ(send_guarded(fields).status, 303);
  fields = filled(guarded_.get(kFormPath).body, "keep this too");
  const std::string token = fields.get("token").value();
  for (const std::string& wrong : {std::string(), std::string("x"), token + "0"}) {
    const Response again = send_guarded(fields.without("token").with("token", wrong));
    EXPECT_EQ(again.status, 400);
    EXPECT_THAT(again.body, HasSubstr("please send it once more"));
    EXPECT_THAT(again.body, HasSubstr("keep this too</textarea>"));
    EXPECT_EQ(send_guarded(filled(again.body, "keep this too")).status, 303) << "one click";
  }
  EXPECT_EQ(count(), 2) << "the key stays the same";
  EXPECT_THAT(counted(), ::testing::ElementsAre("en sent 2"));
}

TEST_F(GuardedFormTest, WhatOnlyProgramsFillInIsSaidAndNothingIsLost) {
  const Response trapped =
      send_guarded(filled(guarded_.get(kFormPath).body, "buy").with("homepage", "https://spam.example"));
  EXPECT_EQ(trapped.status, 400);
  EXPECT_THAT(trapped.body, HasSubstr("A field that people don’t see"));
  EXPECT_THAT(trapped.body, Not(HasSubstr("spam.example")));
  EXPECT_EQ(count(), 0);
  EXPECT_EQ(send_guarded(filled(trapped.body, "buy").with("homepage", "")).status, 303);
}

TEST_F(GuardedFormTest, OneAddressWaitsAndKeepsItsText) {
  Response sent;
  for (int i = 0; i < 21; ++i)
    sent = send_guarded(filled(guarded_.get(kFormPath).body, "number " + std::to_string(i)));
  EXPECT_EQ(sent.status, 429);
  EXPECT_EQ(header_of(sent, "Retry-After"), "60");
  EXPECT_THAT(sent.body, HasSubstr("send it again in 1 min"));
  EXPECT_THAT(sent.body, HasSubstr("number 20</textarea>"));
  EXPECT_EQ(count(), 20);
}

TEST_F(GuardedFormTest, InAFloodItAsksForAProofAndSaysWhoCannotGiveOne) {
  EXPECT_THAT(guarded_.get(kFormPath).body, Not(HasSubstr("data-proof-bits")));
  const Parameters before = filled(guarded_.get(kFormPath).body, "keep this");
  flood();
  const Response asked = send_guarded(before);
  EXPECT_EQ(asked.status, 429);
  EXPECT_EQ(header_of(asked, "Retry-After"), "600");
  EXPECT_THAT(asked.body, HasSubstr("data-proof-bits=\"16\""));
  EXPECT_THAT(asked.body, HasSubstr("<noscript><div class=\"notice\" id=\"needs-scripts\">"));
  EXPECT_THAT(asked.body, HasSubstr("keep this</textarea>"));
  Parameters fields = filled(asked.body, "keep this");
  EXPECT_EQ(send_guarded(fields).status, 429);
  const std::string token = fields.get("token").value();
  fields.add("proof", token + ":" + find_proof(token, kProofBits));
  const Response sent = send_guarded(fields);
  EXPECT_EQ(sent.status, 303);
  EXPECT_EQ(header_of(send_guarded(fields), "Location"), header_of(sent, "Location")) << "a double click";
  EXPECT_EQ(count(), 1);
  EXPECT_THAT(guarded_.get(kFormPath).body, HasSubstr("data-proof-bits"));
}

TEST_F(GuardedFormTest, SaysThatNoMoreIsKept) {
  Store full({.dir = folder_.path(), .most_bytes = 1});
  ASSERT_TRUE(full.check());
  TestApp app({.store = &full, .clock = [] { return kTestNow; }});
  const Response sent = app.post(kFormPath, format_query(filled(app.get(kFormPath).body, "keep this")),
                                 {{"content-type", "application/x-www-form-urlencoded"}});
  EXPECT_EQ(sent.status, 507);
  EXPECT_THAT(sent.body, HasSubstr("any more requests"));
  EXPECT_THAT(sent.body, HasSubstr("keep this</textarea>"));
}

TEST_F(GuardedFormTest, NamesWhatGoesAlong) {
  const std::string html =
      guarded_.get(std::string(kFormPath) + "?not=printer-offline%23&not=nowhere%23x&level=basic").body;
  EXPECT_THAT(html, HasSubstr("<bdi class=\"packet-sent is-name\">printer-offline#</bdi>"));
  EXPECT_THAT(html, HasSubstr("<bdi class=\"packet-sent\">nowhere#x</bdi>"));
  EXPECT_THAT(html, HasSubstr("<bdi>Basic</bdi> <bdi class=\"packet-sent is-name\">basic</bdi>"));
  const Response sent = send_guarded(filled(html));
  ASSERT_EQ(sent.status, 303);
  EXPECT_EQ(arrived(sent).packet.level, "basic");
}

TEST_F(GuardedFormTest, CountsWhatBecameOfQuestionsEachByItself) {
  const auto say = [&](const Parameters& fields,
                       std::vector<std::pair<std::string, std::string>> headers = {}) {
    headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    return guarded_.post("/ko/outcomes", format_query(fields), std::move(headers));
  };
  const Parameters solved = Parameters().with("outcome", "solved");
  const Response thanks = say(solved);
  EXPECT_EQ(thanks.status, 200);
  EXPECT_THAT(thanks.body, HasSubstr("해결되어 다행입니다"));
  const Response back = say(solved.with("to", "/search?q=a&answered=1#~now"));
  EXPECT_EQ(back.status, 303);
  EXPECT_EQ(header_of(back, "Location"), "/search?q=a&answered=1#~now");
  for (const char* elsewhere :
       {"//evil.example", "https://evil.example", "/\\evil.example", "/a b", "/%0d%0a\r\nX: y"})
    EXPECT_EQ(say(solved.with("to", elsewhere)).status, 200) << elsewhere;
  const Parameters left = Parameters().with("outcome", "left");
  EXPECT_EQ(say(left).status, 204);
  EXPECT_EQ(say(left, {{"sec-gpc", "1"}}).status, 204);
  EXPECT_EQ(say(left, {{"dnt", "1"}}).status, 204);
  EXPECT_EQ(say(Parameters().with("outcome", "sent")).status, 400) << "only what was kept is sent";
  EXPECT_EQ(say(left, {{"sec-fetch-site", "cross-site"}}).status, 403);
  EXPECT_THAT(counted(), ::testing::ElementsAre("ko solved 7", "ko left 1"));
  EXPECT_EQ(app_.get("/ko/outcomes").status, 405);
}

}  // namespace
}  // namespace signpost
