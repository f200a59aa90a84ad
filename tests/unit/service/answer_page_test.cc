// answer_page_test.cc - an answer on the page of results: what the API says, and links whose addresses are
// the state.
#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "answer/confidence.h"
#include "net/url.h"
#include "pages/answer_view.h"
#include "test_site.h"

namespace signpost {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::TestApp;

class AnswerPageTest : public ::testing::Test {
 protected:
  static TestApp& app() {
    static TestApp instance;
    return instance;
  }

  static PageContext context(const Request& request, const std::string& lang) {
    static const Services services{app().web().templates, app().web().i18n, app().web().assets};
    return {services, request, {}, app().open(app().generation_dir()), lang};
  }

  static Quotation quotation() {
    Quotation made;
    made.kind = AnswerKind::community;
    made.text = "Turn it on.";
    made.html = "<p>Turn it on.</p>";
    made.source = {
        "printer-offline", "en",       "community", "Why <i>?", "/community/printer-offline#answer-1",
        "answer-1",        {"A", "B"}, "2026-09-02"};
    return made;
  }
};

TEST_F(AnswerPageTest, ShowsAQuotationWithItsSourceAndTheWaysOn) {
  const Request request;
  AnswerLinks links{"/search", Parameters({{"q", "a b"}, {"not", "x#"}})};
  links.place = "#there";
  const Json view = quotation_view(context(request, "ko"), quotation(), links);
  EXPECT_EQ(view["html"], "<p>Turn it on.</p>");
  EXPECT_EQ(view["href"], "/community/printer-offline#answer-1:~:text=Turn%20it%20on.");
  EXPECT_EQ(view["title"], "Why <i>?");
  EXPECT_EQ(view["lang_badge"], "영어");
  EXPECT_EQ(view["path"][1]["text"], "B");
  EXPECT_TRUE(view["accepted"]);
  EXPECT_THAT(std::string(view["updated_label"]), HasSubstr("2026년 9월 2일"));
  EXPECT_FALSE(view["answered"]);
  EXPECT_EQ(view["yes_url"], "/search?q=a%20b&not=x%23&answered=1#there");
  EXPECT_EQ(view["no_url"], "/search?q=a%20b&not=x%23&not=printer-offline%23answer-1#there");
}

// Editors read them, so each stands for itself: which others there are, and in which order, the answer says.
TEST_F(AnswerPageTest, EverySignalHasANameInEveryLanguage) {
  std::vector<std::string_view> names = model_names();
  names.insert(names.end(), {"start", "kind", "ahead", "ahead of documents", "ahead in document", "share",
                             "share around"});
  for (const char* lang : {"en", "ko", "ja"}) {
    const Strings& strings = app().web().i18n.strings(lang);
    std::set<std::string> seen;
    for (const std::string_view name : names) {
      std::string key = "explain_part_" + std::string(name);
      std::replace(key.begin(), key.end(), ' ', '_');
      const std::string text = strings.text(key);
      EXPECT_NE(text, key) << lang;
      EXPECT_TRUE(seen.insert(text).second) << lang << ": " << text << " is said of two";
      for (const char* leans_on_another : {"Of it", "Of these", "그중", "そのうち"})
        EXPECT_THAT(text, Not(::testing::StartsWith(leans_on_another))) << lang;
    }
  }
}

// An address names only so many that did not help; then nobody is asked again.
TEST_F(AnswerPageTest, StopsAskingWhenTheAddressIsFull) {
  const Request request;
  AnswerLinks links{"/search", {}};
  for (int i = 0; i < 15; ++i) links.asked.add("not", "a#" + std::to_string(i));
  EXPECT_NE(quotation_view(context(request, "en"), quotation(), links)["no_url"], "");
  links.asked.add("not", "a#15");
  EXPECT_EQ(quotation_view(context(request, "en"), quotation(), links)["no_url"], "");
}

std::string escaped_address(std::string address) {
  for (size_t at = address.find('&'); at != std::string::npos; at = address.find('&', at + 1))
    address.replace(at, 1, "&amp;");
  return address;
}

// The page and the API answer alike, and "No" leads to the next best answer, until there is none.
TEST_F(AnswerPageTest, QuotesWhatTheApiQuotesUntilNothingIsLeft) {
  int answered = 0;
  for (const char* question :
       {"how do I install the desktop app", "memory requirements", "forgotten password",
        "what do I need to install the app", "why is my printer offline"}) {
    Parameters query({{"q", question}, {"lang", "en"}});
    for (int miss = 0; miss < 5; ++miss) {
      const json found = json::parse(app().get(with_query("/api/v1/answer", query)).body);
      const std::string page = app().get(with_query("/search", query)).body;
      const size_t section = page.find("id=\"answer\"");
      ASSERT_NE(section, std::string::npos);
      const bool is_hidden = page.substr(section, page.find('>', section) - section).ends_with(" hidden");
      if (found["answer"].is_null()) {
        EXPECT_EQ(is_hidden, miss == 0) << question;
        EXPECT_THAT(page, Not(HasSubstr("class=\"quote\"")));
        break;
      }
      ++answered;
      EXPECT_FALSE(is_hidden) << question;
      EXPECT_THAT(page, HasSubstr(found["answer"]["html"].get<std::string>()));
      const json& source = found["answer"]["source"];
      query.add("not", source["id"].get<std::string>() + "#" + source["anchor"].get<std::string>());
      EXPECT_THAT(page, HasSubstr("href=\"" + escaped_address(with_query("/search", query)) + "\""));
    }
  }
  EXPECT_GT(answered, 0);
}

TEST_F(AnswerPageTest, IsExplained) {
  const std::string page = app().get("/search?q=why+install+the+desktop+app&lang=en&explain=1").body;
  EXPECT_THAT(page, HasSubstr("Why this answer"));
  EXPECT_THAT(page, HasSubstr("Quoted from a confidence of 0.57"));
  EXPECT_THAT(page, HasSubstr("What every quotation begins with"));
  EXPECT_THAT(page, HasSubstr("below the title or heading that asks this question: <a href=\"/en/articles/"
                              "install\"><bdi dir=\"ltr\">Install the desktop app</bdi></a>"));
  const std::string other = app().get("/search?q=memory+requirements&lang=en&explain=1").body;
  EXPECT_THAT(other, HasSubstr("Why this answer"));
  EXPECT_THAT(other, Not(HasSubstr("that asks this question")));
}

TEST_F(AnswerPageTest, ResultsAreThoseOfASearch) {
  for (const char* query :
       {"q=install&lang=en", "q=password&lang=en&per_page=2&level=basic", "q=instal&lang=en"}) {
    const json found = json::parse(app().get(std::string("/api/v1/search?") + query).body);
    const std::string page = app().get(std::string("/search?") + query).body;
    size_t at = 0;
    for (const json& hit : found["hits"]) {
      at = page.find("<h2><a href=\"" + hit["section"]["url"].get<std::string>(), at);
      ASSERT_NE(at, std::string::npos) << query << " " << hit["id"];
    }
    EXPECT_EQ(page.find("<h2><a href=\"", at + 1), std::string::npos) << query;
  }
}

TEST_F(AnswerPageTest, OnlyTheFirstPageHasOne) {
  for (const char* query : {"", "?lang=en", "?q=install&lang=en&per_page=1&page=2"})
    EXPECT_THAT(app().get(std::string("/search") + query).body,
                HasSubstr("id=\"answer\" tabindex=\"-1\" hidden"));
}

}  // namespace
}  // namespace signpost
