// contact_page_test.cc - the contact page and what leads to it, as people get them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "contact/presence.h"
#include "net/webhook.h"
#include "test_site.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::header_of;
using testing::kTestNow;
using ::testing::Not;

class ContactPageTest : public ::testing::Test {
 protected:
  ContactPageTest() : app_({.clock = [] { return now_; }, .presence = &presence_, .webhooks = &webhooks_}) {
    now_ = kTestNow;
    serve(testing::test_channels());
  }

  void serve(const ContactSettings& contact) {
    const std::string folder = index_.path() + "/" + std::to_string(++generations_);
    app_.serve(app_.open(testing::publish_test_generation(folder, "", {}, contact)));
  }

  static int64_t now_;
  testing::TemporaryDirectory index_;
  Presence presence_;
  WebhookReceiver webhooks_{{std::string(32, 'k')}, 0};
  testing::TestApp app_;
  int generations_ = 0;
};

int64_t ContactPageTest::now_ = 0;

TEST_F(ContactPageTest, SaysWhatIsOpenAndWhyTheRestIsNot) {
  const Response page = app_.get("/en/contact");
  ASSERT_EQ(page.status, 200);
  EXPECT_EQ(header_of(page, "Cache-Control"), "no-store");
  EXPECT_THAT(
      page.body,
      HasSubstr(
          "It closes on <time datetime=\"2026-11-30T18:00:00+09:00\">30 Nov 2026, 18:00 UTC+9</time>."));
  EXPECT_THAT(page.body, HasSubstr("<span class=\"badge badge-good\">Open</span>"));
  EXPECT_THAT(page.body, HasSubstr("<span class=\"badge\">Closed</span>"));
  EXPECT_THAT(page.body, HasSubstr("Clocks of Asia/Seoul"));
  EXPECT_THAT(page.body, HasSubstr("href=\"tel:+82212345678\""));
  EXPECT_THAT(page.body, HasSubstr("For &lt;urgent&gt; matters."));
  EXPECT_THAT(page.body, HasSubstr("Write &amp; attach"));
  EXPECT_THAT(page.body,
              HasSubstr("Outside opening hours. It opens on <time datetime=\"2026-11-30T09:00:00-05:00\">"));
  EXPECT_THAT(page.body, HasSubstr("You can write at any time"));
  EXPECT_THAT(page.body, HasSubstr("tell whether anybody is there"));
  EXPECT_THAT(page.body, Not(HasSubstr("https://chat.example.com/")));
  EXPECT_THAT(page.body, HasSubstr("This form is not offered here."));
  EXPECT_THAT(page.body, Not(HasSubstr("/requests/new")));
  EXPECT_THAT(app_.get("/ko/contact").body, HasSubstr("운영 종료: <time"));
}

TEST_F(ContactPageTest, ASignedHeartbeatOpensTheChat) {
  const std::string body = R"({"free":1,"waiting":2,"ttl_s":60})";
  const std::string time = std::to_string(kTestNow);
  const auto beat = [&](const std::string& id, const std::string& key) {
    return app_.post("/api/v1/presence/chat", body,
                     {{"content-type", "application/json"},
                      {"webhook-id", id},
                      {"webhook-timestamp", time},
                      {"webhook-signature", webhook_signature(key, id, time, body)}});
  };
  EXPECT_EQ(beat("msg_1", std::string(32, 'x')).status, 401);
  EXPECT_EQ(nlohmann::json::parse(app_.get("/api/v1/channels").body)["channels"][1]["open"], false);
  EXPECT_EQ(beat("msg_1", std::string(32, 'k')).status, 200);
  const Response channels = app_.get("/api/v1/channels");
  EXPECT_EQ(header_of(channels, "Cache-Control"), "no-store");
  EXPECT_EQ(nlohmann::json::parse(channels.body)["channels"][1]["waiting_lately"], 2);
  EXPECT_THAT(app_.get("/en/contact").body, HasSubstr("Lately 2 people were waiting."));
  EXPECT_THAT(app_.get("/en/contact").body, HasSubstr("https://chat.example.com/"));
  now_ += 60;
  EXPECT_THAT(app_.get("/en/contact").body, Not(HasSubstr("https://chat.example.com/")));
}

TEST_F(ContactPageTest, SearchEnginesReadTheHours) {
  const std::string body = app_.get("/en/contact").body;
  const std::string begin = "<script type=\"application/ld+json\">";
  const size_t at = body.find(begin) + begin.size();
  const auto data = nlohmann::json::parse(body.substr(at, body.find("</script>", at) - at));
  EXPECT_EQ(data["@type"], "Organization");
  ASSERT_EQ(data["contactPoint"].size(), 2u);  // the chat is closed, the form not offered
  const auto& phone = data["contactPoint"][1];
  EXPECT_EQ(phone["telephone"], "+82 2 1234-5678");
  EXPECT_EQ(phone["availableLanguage"][0], "ko");
  EXPECT_EQ(phone["hoursAvailable"][0]["dayOfWeek"], "Monday");
  EXPECT_EQ(phone["hoursAvailable"][0]["closes"], "18:00");
  EXPECT_EQ(phone["hoursAvailable"][5]["validFrom"], "2026-12-25");
  EXPECT_EQ(phone["hoursAvailable"][5]["opens"], phone["hoursAvailable"][5]["closes"]);
}

TEST_F(ContactPageTest, IsNarrowedToAProduct) {
  EXPECT_THAT(app_.get("/en/contact").body, HasSubstr("href=\"/en/contact?product=Desktop\""));
  ContactSettings contact = testing::test_channels();
  contact.channels[3].products = {"Server"};
  serve(contact);
  EXPECT_THAT(app_.get("/en/contact?product=Server").body, Not(HasSubstr("+82 2 1234-5678")));
  EXPECT_THAT(app_.get("/en/contact?product=Server").body, HasSubstr("product=Server&amp;lang=ko"));
  EXPECT_EQ(app_.get("/en/contact?product=unheard").body, app_.get("/en/contact").body);
}

TEST_F(ContactPageTest, PagesLeadToIt) {
  for (const char* target :
       {"/en/", "/en/articles/install", "/search?q=nothingmatchesthis&lang=en", "/en/nowhere",
        "/en/ask?q=where+is+my+invoice", "/search?q=where+is+my+invoice&lang=en",
        "/en/ask?q=how+do+I+install+the+app&not=install%23&not=install%23steps"})
    EXPECT_THAT(app_.get(target).body, HasSubstr("href=\"/en/contact\"")) << target;
  EXPECT_THAT(app_.get("/en/ask?q=where+is+my+invoice").body, HasSubstr("<li><a href=\"/en/contact?q=where"));
}

TEST_F(ContactPageTest, IsNotThereWithoutChannels) {
  serve({});
  EXPECT_EQ(app_.get("/en/contact").status, 404);
  for (const char* target : {"/en/", "/search?q=nothingmatchesthis&lang=en", "/en/ask?q=where+is+my+invoice"})
    EXPECT_THAT(app_.get(target).body, Not(HasSubstr("/contact"))) << target;
  EXPECT_EQ(app_.get("/api/v1/channels").body, R"({"now":"2026-11-30T00:53:20Z","channels":[]})");
}

}  // namespace
}  // namespace signpost
