#include "store/request_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data_folder.h"
#include "store/request_code.h"
#include "store/request_table.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class RequestSearchTest : public ::testing::Test {
 protected:
  std::string keep(const std::string& reply_to, const std::string& message, const std::string& lang = "en",
                   const std::string& product = "printer") {
    RequestDraft draft = draft_of(reply_to, message);
    draft.lang = lang;
    draft.product = product;
    return *parse_request_code(keep_request(database_, draft, "", ++now_)->code);
  }
  std::vector<std::string> found(const RequestQuery& query) {
    std::vector<std::string> who;
    for (const FoundRequest& request : search_requests(database_, query).requests)
      who.push_back(request.reply_to);
    return who;
  }

  const DataFolder folder_{"signpost-request-search"};
  SqliteDatabase database_ = folder_.open();
  int64_t now_ = 100;
};

TEST_F(RequestSearchTest, PutsFirstWhatSomebodyWaitsForAndTheNewestOfThat) {
  keep("a", "x");
  const std::string closed = keep("b", "x");
  keep("c", "x");
  const std::string passed_on = keep("d", "x");
  const std::string answered = keep("e", "x");
  set_request_state(database_, closed, RequestState::closed, 200);
  set_request_state(database_, passed_on, RequestState::passed_on, 200);
  set_request_state(database_, answered, RequestState::answered, 200);
  EXPECT_THAT(found({}), ElementsAre("d", "c", "a", "e", "b"));
  EXPECT_THAT(found({.state = RequestState::received}), ElementsAre("c", "a"));
  EXPECT_THAT(found({.state = RequestState::closed}), ElementsAre("b"));
}

TEST_F(RequestSearchTest, NarrowsByProductAndLanguage) {
  keep("a", "x", "en", "printer");
  keep("b", "x", "ko", "printer");
  keep("c", "x", "ko", "Fax'; --");
  keep("d", "x", "", "");
  EXPECT_THAT(found({.product = "printer"}), ElementsAre("b", "a"));
  EXPECT_THAT(found({.product = "Fax'; --", .lang = "ko"}), ElementsAre("c"));
  EXPECT_THAT(found({.product = "fax"}), IsEmpty());
  const RequestValues values = request_values(database_, 10);
  EXPECT_THAT(values.products, ElementsAre("printer", "Fax'; --"));
  EXPECT_THAT(values.languages, ElementsAre("ko", "en"));
  EXPECT_THAT(request_values(database_, 1).products, ElementsAre("printer"));
}

TEST_F(RequestSearchTest, FindsByCodeHoweverItIsTyped) {
  keep("a", "x");
  const std::string code = keep("b", "x");
  EXPECT_THAT(found({.text = code}), ElementsAre("b"));
  EXPECT_THAT(found({.text = " " + shown_code(code) + " "}), ElementsAre("b"));
}

TEST_F(RequestSearchTest, FindsByWordsThatAllAreThere) {
  keep("ann@example.com", "The Printer is on fire");
  keep("bob@example.com", "프린터가 100% 멈춥니다");
  EXPECT_THAT(found({.text = "printer FIRE"}), ElementsAre("ann@example.com"));
  EXPECT_THAT(found({.text = "프린터"}), ElementsAre("bob@example.com"));
  EXPECT_THAT(found({.text = "printer 프린터"}), IsEmpty());
  EXPECT_THAT(found({.text = "bob@"}), ElementsAre("bob@example.com"));
  EXPECT_THAT(found({.text = "100%"}), ElementsAre("bob@example.com")) << "a percent sign is one";
  EXPECT_THAT(found({.text = "%"}), ElementsAre("bob@example.com"));
  EXPECT_THAT(found({.text = "_rinter"}), IsEmpty());
  EXPECT_THAT(found({.text = "!"}), IsEmpty());
  EXPECT_THAT(found({.text = "a b c d e f g h i j k"}), IsEmpty());
}

TEST_F(RequestSearchTest, GivesPagesAndHowManyThereAre) {
  for (const char* who : {"a", "b", "c", "d", "e"}) keep(who, "x");
  const FoundRequests page = search_requests(database_, {.first = 2, .most = 2});
  EXPECT_EQ(page.total, 5);
  ASSERT_EQ(page.requests.size(), 2u);
  EXPECT_EQ(page.requests[0].reply_to, "c");
  EXPECT_EQ(page.requests[0].received_at, 103);
  EXPECT_THAT(found({.first = 5}), IsEmpty());
}

TEST_F(RequestSearchTest, ShowsHowAMessageBegins) {
  keep("a", std::string(5000, 'x'));
  EXPECT_EQ(search_requests(database_, {}).requests[0].beginning, std::string(300, 'x'));
}

}  // namespace
}  // namespace signpost
