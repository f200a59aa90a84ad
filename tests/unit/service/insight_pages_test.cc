// insight_pages_test.cc - what visitors looked for, as staff see it and take it away.
#include <gmock/gmock.h>

#include "base/dates.h"
#include "report/insight_tables.h"
#include "staff_app.h"
#include "store/event_file.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::header_of;
using testing::Headers;
using ::testing::Not;
using testing::StaffApp;
using ::testing::StartsWith;

class InsightPagesTest : public StaffApp {
 protected:
  Response get(const std::string& target, const std::string& language = "en") {
    Headers headers = cookie(token_);
    headers.emplace_back("accept-language", language);
    return ask("GET", target, headers);
  }
  std::string page(const std::string& target, const std::string& language = "en") {
    const Response response = get(target, language);
    EXPECT_EQ(response.status, 200) << target;
    EXPECT_EQ(header_of(response, "Cache-Control"), "no-store");
    return response.body;
  }

  // On the day of the test: English searches, one query that is no text and one that is hostile.
  void count() {
    SqliteDatabase events = open_event_file(folder_.path() + "/data", std::chrono::milliseconds(0));
    const std::string today = std::to_string(now_ / kSecondsOfDay);
    events.execute("INSERT INTO day_counts VALUES (" + today + ", 'en', 'searches', 12345), (" + today +
                   ", 'en', 'without_result', 246), (" + today + ", 'en', 'clicked', 12345), (" + today +
                   ", 'en', 'refused:account', 3), (" + today + ", 'ko', 'searches', 5)");
    events.execute(
        "INSERT INTO queries(id, lang, text, sum) VALUES (1, 'en', '<script>alert(1)</script>', 1), "
        "(2, 'ko', '환불', 2);"
        "INSERT INTO leading_queries VALUES (7, 'en', 1, 1, 9, 8, 7, 0, 0, 0, 0, 0, 0, 0), "
        "(7, 'ko', 2, 1, 5, 5, 0, 0, 0, 0, 0, 0, 0, 0), (7, 'en', 0, 4, 6, 6, 0, 0, 0, 0, 0, 0, 0, 0);"
        "INSERT INTO documents(id, article, lang) VALUES (1, 'install', 'en'), (2, 'gone', 'en');"
        "INSERT INTO leading_articles VALUES (7, 1, 50, 20, 30, 6, 2, 3, 1, 0), (7, 2, 9, 0, 0, 1, 0, 0, 0, "
        "0)");
  }

  const std::string token_ = begin_session();
};

TEST_F(InsightPagesTest, SaysThatNothingWasCounted) {
  const std::string whole = page("/staff/insights");
  EXPECT_THAT(whole, HasSubstr("Nothing was counted in this period."));
  EXPECT_THAT(whole, Not(HasSubstr("<svg class=\"plot")));
  EXPECT_THAT(whole, HasSubstr("<option value=\"30\" selected>Last 30 days"));
}

TEST_F(InsightPagesTest, ShowsSumsPicturesAndLists) {
  count();
  const std::string whole = page("/staff/insights?days=7");
  EXPECT_THAT(whole, HasSubstr("<dt>Searches</dt><dd>12,350</dd>"));
  EXPECT_THAT(whole, HasSubstr("<dt>Without result</dt><dd>246 <span class=\"quiet\">2.0 %</span></dd>"));
  EXPECT_THAT(whole, HasSubstr("<svg class=\"plot plot-lines plot-margin-m\" role=\"img\""));
  EXPECT_THAT(whole, HasSubstr("Searches: 12,350. Without result: 246. Nothing opened: 5.</desc>"));
  EXPECT_THAT(whole, HasSubstr("<th scope=\"row\"><bdi>한국어</bdi></th><td>5</td><td>0</td><td>5</td>"));
  EXPECT_THAT(whole, HasSubstr("About the visitor’s own account"));
  EXPECT_THAT(whole, HasSubstr("4 rare queries, which are not shown"));
  EXPECT_THAT(whole, HasSubstr("<bdi>Install the desktop app</bdi></a> <span class=\"badge\">"));
  EXPECT_THAT(whole, HasSubstr("<th scope=\"row\"><bdi>gone</bdi>")) << "an article that is there no more";
  EXPECT_THAT(whole, HasSubstr("href=\"/staff/insights/without_result.csv?days=7\""));
  EXPECT_THAT(whole, HasSubstr("<a href=\"/staff/insights\" aria-current=\"page\">"));
  EXPECT_THAT(page("/staff/insights?days=7", "ko"), HasSubstr("드문 검색어 4개"));
  EXPECT_THAT(page("/staff/insights?days=7", "ja"), HasSubstr("お問い合わせにつながった記事"));
}

TEST_F(InsightPagesTest, ShowsWhatStrangersAskedAsText) {
  count();
  const std::string whole = page("/staff/insights?days=7");
  EXPECT_THAT(whole, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(whole, HasSubstr("<a href=\"/search?q=%3Cscript%3Ealert%281%29%3C%2Fscript%3E&amp;lang=en\">"
                               "<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi></a>"));
}

TEST_F(InsightPagesTest, TakesPeriodAndLanguageFromTheAddress) {
  count();
  const std::string korean = page("/staff/insights?days=7&language=ko");
  EXPECT_THAT(korean, HasSubstr("<dt>Searches</dt><dd>5</dd>"));
  EXPECT_THAT(korean, HasSubstr("<option value=\"ko\" selected>"));
  EXPECT_THAT(korean, HasSubstr("/staff/insights/days.csv?days=7&amp;language=ko"));
  EXPECT_THAT(korean, Not(HasSubstr("rare quer")));
  EXPECT_THAT(page("/staff/insights?days=365"), HasSubstr("<option value=\"365\" selected>"));
  for (const char* none : {"31", "x", "-7", "99999999999999999999"})
    EXPECT_THAT(page(std::string("/staff/insights?days=") + none),
                HasSubstr("<option value=\"30\" selected>"));
  const std::string none = page("/staff/insights?days=7&language=" + std::string(4000, 'x'));
  EXPECT_THAT(none, HasSubstr("<dt>Searches</dt><dd>12,350</dd>")) << "what is no language is all of them";
  EXPECT_THAT(none, HasSubstr("href=\"/staff/insights/days.csv?days=7\""));
}

TEST_F(InsightPagesTest, GivesEachTableAsAFile) {
  count();
  const Response csv = get("/staff/insights/without_result.csv?days=7&language=en");
  EXPECT_EQ(csv.status, 200);
  EXPECT_EQ(csv.content_type, "text/csv; charset=utf-8");
  EXPECT_EQ(header_of(csv, "Cache-Control"), "no-store");
  EXPECT_EQ(header_of(csv, "Content-Disposition"),
            "attachment; filename=\"insights-without_result-" +
                format_day(static_cast<uint32_t>(now_ / kSecondsOfDay)) + ".csv\"");
  EXPECT_THAT(csv.body, StartsWith("\xEF\xBB\xBF\"lang\",\"queries\","));
  EXPECT_THAT(csv.body, HasSubstr("\r\n\"en\",1,8,9,7,9,0,0,0,0,0,\"<script>alert(1)</script>\"\r\n"));
  const Response json = get("/staff/insights/days.json?days=7");
  EXPECT_EQ(json.content_type, "application/json; charset=utf-8");
  EXPECT_THAT(json.body, StartsWith("[{\"day\":"));
  EXPECT_THAT(get("/staff/insights/all.json?days=7").body,
              HasSubstr("\"period\":7,\"lang\":\"\",\"visits\":0,\"searches\":12350,"));
  for (const std::string& name : insight_table_names())
    EXPECT_EQ(get("/staff/insights/" + name + ".csv").status, 200) << name;
  for (const char* none : {"all.csv", "days", "days.xml", ".csv", "queries.json", "days.csv.json"})
    EXPECT_EQ(get(std::string("/staff/insights/") + none).status, 404) << none;
}

TEST_F(InsightPagesTest, SaysThatTheFileCantBeUsed) {
  count();
  std::filesystem::resize_file(event_file_path(folder_.path() + "/data"), 100);
  for (const char* path : {"/staff/insights", "/staff/insights/days.csv"})
    EXPECT_EQ(get(path).status, 503) << path;
}

}  // namespace
}  // namespace signpost
