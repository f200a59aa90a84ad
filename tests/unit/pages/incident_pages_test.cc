// incident_pages_test.cc - which pages tell of incidents, and how.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "test_site.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::kTestNow;
using ::testing::Not;
using testing::TestApp;

constexpr const char* kCrash = "The desktop app &lt;crashes&gt;";
constexpr const char* kSlow = "Signing in is slow";

class IncidentPagesTest : public ::testing::Test {
 protected:
  IncidentPagesTest() {
    static const testing::TemporaryDirectory index;
    static const std::string published =
        testing::publish_test_generation(index.path() + "/index", "", testing::test_incidents());
    app_.serve(app_.open(published));
  }

  static bool has(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }
  // What stands between the header and the page itself.
  std::string banner(const std::string& target) {
    const std::string body = app_.get(target).body;
    const size_t from = body.find("</header>");
    return body.substr(from, body.find("<main") - from);
  }

  TestApp app_{AppOptions{.clock = [] { return kTestNow; }}};
};

TEST_F(IncidentPagesTest, TellThoseWhomItConcerns) {
  const struct {
    const char* target;
    bool crash;  // of the product Desktop
    bool slow;   // of everything
  } cases[] = {
      {"/", true, true},
      {"/ja/", true, true},
      {"/en/articles/install", true, true},
      {"/en/articles/backup", false, true},
      {"/community/printer-offline", false, true},
      {"/en/categories/setup", false, true},
      {"/en/categories", false, true},
      {"/search?q=backup&lang=en", false, true},
      {"/search?q=the+app+crashes&lang=en", true, true},
      {"/search?q=backup&product=Desktop&lang=en", true, true},
      {"/en/incidents", false, false},
      {"/en/incidents/app-crash", false, false},
      {"/en/nothing", false, false},
  };
  for (const auto& one : cases) {
    const std::string shown = banner(one.target);
    EXPECT_EQ(has(shown, kCrash), one.crash) << one.target;
    EXPECT_EQ(has(shown, kSlow), one.slow) << one.target;
    EXPECT_EQ(has(shown, "role=\"status\""), one.crash || one.slow) << one.target;
    EXPECT_FALSE(has(shown, "Accounts were closed")) << one.target;
  }
  EXPECT_THAT(banner("/"), HasSubstr("<a href=\"/en/incidents/app-crash\" lang=\"en\">"));
}

TEST_F(IncidentPagesTest, ComeBeforeTheAnswer) {
  EXPECT_TRUE(has(banner("/en/ask"), kSlow)) << "where nothing is asked yet";
  const std::string asked = app_.get("/en/ask?q=why+does+the+app+crash").body;
  const size_t turn = asked.find("id=\"~now\"");
  const size_t incident = asked.find(kCrash);
  EXPECT_LT(turn, incident) << "a keyboard goes on from the newest turn, so the incident is in it";
  EXPECT_LT(incident, asked.find("<p>", turn));
  EXPECT_EQ(asked.find("class=\"incidents\""), asked.rfind("class=\"incidents\"")) << "told once";
  const std::string results = app_.get("/search?q=why+does+the+app+crash&lang=en").body;
  EXPECT_LT(results.find(kCrash), results.find("id=\"answer\""));
}

TEST_F(IncidentPagesTest, TellInTheReadersLanguage) {
  const std::string korean = banner("/ko/");
  EXPECT_THAT(korean, HasSubstr("원인 확인"));
  EXPECT_THAT(korean,
              HasSubstr("<a href=\"/ko/incidents/app-crash\" lang=\"ko\"><bdi dir=\"ltr\">데스크톱 앱이"));
  EXPECT_THAT(korean, HasSubstr("<a href=\"/ko/incidents/sign-in-slow\" lang=\"en\">"));
}

TEST_F(IncidentPagesTest, HaveTheHistory) {
  const std::string english = app_.get("/en/incidents/app-crash").body;
  EXPECT_THAT(english, HasSubstr("<bdi dir=\"ltr\">The desktop app &lt;crashes&gt;</bdi></h1>"));
  EXPECT_THAT(english, HasSubstr("<p>It is a <b>file</b>.</p>"));
  EXPECT_LT(english.find("We look."), english.size());
  EXPECT_LT(english.find("It is a"), english.find("We look."));  // the newest comes first
  EXPECT_THAT(english, HasSubstr("UTC+9"));
  const std::string korean = app_.get("/ko/incidents/app-crash").body;
  EXPECT_THAT(korean, HasSubstr("<div class=\"prose\" lang=\"en\" dir=\"ltr\">\n<p>It is"));
  EXPECT_THAT(korean, HasSubstr("확인하고 있습니다."));
  EXPECT_THAT(korean, Not(HasSubstr("We look.")));
  EXPECT_EQ(app_.get("/en/incidents/none").status, 404);
  EXPECT_EQ(app_.get("/fr/incidents").status, 404);
}

TEST_F(IncidentPagesTest, ListWhatIsAndWhatWas) {
  const std::string list = app_.get("/en/incidents").body;
  const size_t past = list.find("Past incidents");
  EXPECT_LT(list.find(kCrash), past);
  EXPECT_LT(list.find(kSlow), past);
  EXPECT_GT(list.find("Accounts were closed"), past);
  EXPECT_THAT(list,
              HasSubstr("<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Known incidents\" "
                        "href=\"/en/incidents.atom\">"));
}

TEST_F(IncidentPagesTest, AreLinkedWhereAnyIsKnown) {
  for (const char* target : {"/", "/en/articles/backup", "/search?q=backup&lang=en"})
    EXPECT_THAT(app_.get(target).body, HasSubstr("href=\"/en/incidents\"")) << target;
  TestApp without;
  for (const char* target : {"/", "/en/articles/backup", "/search?q=backup&lang=en"}) {
    EXPECT_THAT(without.get(target).body, Not(HasSubstr("incidents"))) << target;
  }
  EXPECT_EQ(without.get("/en/incidents").status, 200);
  EXPECT_THAT(without.get("/en/incidents").body, HasSubstr("No incident is known"));
  EXPECT_EQ(without.get("/en/incidents.atom").status, 200);
}

}  // namespace
}  // namespace signpost
