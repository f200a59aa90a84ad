// request_form_test.cc - the form to people without any script: what it shows is what arrives, and what can't
// be sent is not lost.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>

#include "net/url.h"
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
  EXPECT_THAT(sent.body, HasSubstr("id=\"not-kept\""));
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

}  // namespace
}  // namespace signpost
