// staff_gaps_page_test.cc - the pages of what visitors don't find, and what staff say of it there.
#include <gmock/gmock.h>

#include "staff_app.h"
#include "store/gap_table.h"

namespace signpost {
namespace {

using ::testing::HasSubstr;
using testing::Headers;
using ::testing::Not;
using testing::StaffApp;

class StaffGapsPageTest : public StaffApp {
 protected:
  StaffGapsPageTest() {
    Gap gap;
    gap.lang = "en";
    gap.sums = {.visits = 12, .lost = 9, .without_result = 9};
    gap.queries = {{1, 12, 9, {}, 0}};
    gap.nearest = {{"install", "en", "<b>Install</b>"}, {"no-such-article", "en", "Gone"}};
    gap.changes = {{GapState::open, kTestSecond, "g1", ""}};
    store_.write([&](SqliteDatabase& database) { number_ = keep_gap(database, gap); });
  }

  std::string page(const std::string& target, const std::string& language = "en") {
    Headers headers = cookie(token_);
    headers.emplace_back("accept-language", language);
    return ask("GET", target, headers).body;
  }
  Response send(const std::string& target, const std::string& fields) {
    return ask("POST", target, cookie(token_), fields + "&form_token=" + form_token(token_));
  }
  Gap stored() {
    std::optional<Gap> found;
    store_.read([&](SqliteDatabase& database) { found = find_gap(database, number_); });
    return *found;
  }

  static constexpr int64_t kTestSecond = 1'790'000'000;
  const std::string token_ = begin_session();
  int64_t number_ = 0;
};

TEST_F(StaffGapsPageTest, ListsThoseOfAState) {
  const std::string open = page("/staff/gaps");
  EXPECT_THAT(open, HasSubstr("href=\"/staff/gaps/G-1\""));
  EXPECT_THAT(open, HasSubstr("9 visits lost"));
  EXPECT_THAT(open, HasSubstr("Each query is too rare to be shown"));
  EXPECT_THAT(page("/staff/gaps?state=closed"), HasSubstr("There is no such gap."));
  EXPECT_THAT(page("/staff/gaps?state=all"), HasSubstr("G-1"));
  EXPECT_THAT(page("/staff/gaps?state=nonsense&page=x"), HasSubstr("G-1"));
  EXPECT_THAT(page("/staff/gaps", "ko"), HasSubstr("놓친 방문 9회"));
  EXPECT_THAT(page("/staff/gaps", "ja"), HasSubstr("逃した訪問9回"));
}

TEST_F(StaffGapsPageTest, ShowsAllOfOneWithLinesToCopy) {
  const std::string whole = page("/staff/gaps/g-1");
  EXPECT_THAT(whole, HasSubstr("&lt;b&gt;Install&lt;/b&gt;"));
  EXPECT_THAT(whole, Not(HasSubstr("<b>Install")));
  EXPECT_THAT(whole, HasSubstr("href=\"/en/articles/install\""));
  EXPECT_THAT(whole, Not(HasSubstr("no-such-article\"")));
  EXPECT_THAT(whole, HasSubstr("signpost-desk gap new-article G-1"));
  EXPECT_THAT(whole, HasSubstr("synonyms/en.txt"));
  EXPECT_THAT(whole, HasSubstr("1 more query is too rare"));
}

TEST_F(StaffGapsPageTest, StaffSayWhatIsTheirTopicAndTakeItBack) {
  EXPECT_EQ(send("/staff/gaps/G-1", "state=not-topic").status, 303);
  EXPECT_EQ(stored().state, GapState::not_topic);
  EXPECT_EQ(stored().changes.back().author, "lee");
  EXPECT_THAT(page("/staff/gaps/G-1"), HasSubstr("It is our topic after all"));
  EXPECT_EQ(send("/staff/gaps/G-1", "state=open").status, 303);
  EXPECT_EQ(stored().state, GapState::open);
}

TEST_F(StaffGapsPageTest, RefusesWhatIsNothing) {
  EXPECT_EQ(ask("GET", "/staff/gaps/G-2", cookie(token_)).status, 404);
  EXPECT_THAT(page("/staff/gaps/G-2"), HasSubstr("There is no gap of this number."));
  EXPECT_EQ(ask("GET", "/staff/gaps/12", cookie(token_)).status, 404);
  EXPECT_EQ(send("/staff/gaps/G-2", "state=not-topic").status, 404);
  for (const char* state : {"closed", "answered", "", "nonsense"})
    EXPECT_EQ(send("/staff/gaps/G-1", std::string("state=") + state).status, 400) << state;
  EXPECT_EQ(ask("POST", "/staff/gaps/G-1", cookie(token_), "state=not-topic").status, 403)
      << "without a token";
  EXPECT_EQ(stored().state, GapState::open);
}

}  // namespace
}  // namespace signpost
