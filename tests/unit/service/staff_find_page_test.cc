// staff_find_page_test.cc - what staff find to give to a customer, as they and their programs are served it.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "staff_app.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::header_of;
using ::testing::Not;
using testing::StaffApp;

class StaffFindPageTest : public StaffApp {
 protected:
  nlohmann::json find(const std::string& query) {
    const Response response = ask("GET", "/staff/find?" + query, session_);
    EXPECT_EQ(response.status, 200) << query;
    EXPECT_EQ(response.content_type, "application/json");
    EXPECT_EQ(header_of(response, "Cache-Control"), "no-store");
    return nlohmann::json::parse(response.body);
  }

  const testing::Headers session_ = cookie(begin_session());
};

TEST_F(StaffFindPageTest, ProgramsGetWhatIsFound) {
  const auto found = find("q=install&lang=ko&typed=en");
  EXPECT_EQ(found.at("lang"), "ko");
  EXPECT_EQ(found.at("items").at(0).at("url"), "https://help.example.com/ko/articles/install");
  EXPECT_EQ(find("q=" + code_).at("items").at(0).at("kind"), "request");
  EXPECT_EQ(find("q=install&from=" + code_).at("lang"), "ko") << "as the request says";
  EXPECT_EQ(find("").at("items").size(), 0u);
  const Response settings = ask("GET", "/staff/find/settings?lang=ja", session_);
  EXPECT_THAT(settings.body, HasSubstr("\"palette_title\":\"検索してコピー\""));
}

TEST_F(StaffFindPageTest, ThePageHasItWithoutScripts) {
  const Response page = ask("GET", "/staff/find-page?q=install&language=ko&lang=en", session_);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("<html lang=\"en\""));
  EXPECT_THAT(page.body, HasSubstr("href=\"https://help.example.com/ko/articles/install\""));
  EXPECT_THAT(page.body, HasSubstr("[데스크톱 앱 설치하기](https://help.example.com/ko/articles/install)"));
  EXPECT_THAT(page.body, HasSubstr("<option value=\"ko\" selected>"));
  const Response hostile = ask("GET", "/staff/find-page?q=%22%3E%3Cimg%20src%3Dx%3E", session_);
  EXPECT_THAT(hostile.body, Not(HasSubstr("<img src=x")));
  EXPECT_EQ(ask("GET", "/staff/find-page", session_).status, 200);
}

// What staff look for is theirs, and may be a customer's words.
TEST_F(StaffFindPageTest, NothingOfItIsLogged) {
  testing::TestApp logging(
      {.log_queries = true, .store = &store_, .clock = [] { return now_; }, .staff = &entrance_});
  for (const char* path : {"/staff/find", "/staff/find-page", "/staff/"})
    EXPECT_EQ(logging.get(std::string(path) + "?q=teapot", session_).status, 200) << path;
  EXPECT_THAT(logging.log_text(), Not(HasSubstr("teapot")));
  logging.get("/search?q=samovar");
  EXPECT_THAT(logging.log_text(), HasSubstr("samovar"));
}

}  // namespace
}  // namespace signpost
