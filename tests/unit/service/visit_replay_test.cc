// visit_replay_test.cc - a day of visitors of whom it is known what they wanted: what the service counts of
// their requests is that, but for those who can't be told apart or who think for long while they type.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>

#include "base/percent.h"
#include "insights/event_counter.h"
#include "store/event_file.h"
#include "store/insight_table.h"
#include "store/store.h"
#include "test_site.h"

namespace signpost {
namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;
using Figures = std::map<std::string, double>;

constexpr int kVisitors = 3000;
constexpr int64_t kDaySeconds = 86'400;
constexpr int64_t kMidnight = testing::kTestNow / kDaySeconds * kDaySeconds;

class VisitReplayTest : public ::testing::Test {
 protected:
  VisitReplayTest() {
    counter_.use({});
    plan_.reserve(size_t{kVisitors} * 8);
  }

  AppOptions options() {
    AppOptions options;
    options.clock = [] { return testing::kTestNow; };
    options.store = &store_;
    options.counter = &counter_;
    return options;
  }

  struct Visitor {
    std::string agent;
    int64_t at = 0;  // of what is done next
    bool wants_none = false;
  };

  void request(const Visitor& visitor, const std::string& target, const std::string& from = "") {
    Headers headers = {{"user-agent", visitor.agent}, {"host", "help.example.com"}};
    if (!from.empty()) headers.emplace_back("referer", "https://help.example.com" + from);
    if (visitor.wants_none) headers.emplace_back("sec-gpc", "1");
    plan_.push_back({visitor.at, [this, target, headers] { app_.get(target, headers); }});
  }
  void tell(const Visitor& visitor, const std::string& json) {
    const Headers headers = {{"user-agent", visitor.agent}, {"content-type", "text/plain;charset=UTF-8"}};
    plan_.push_back({visitor.at, [this, json, headers] { app_.post("/api/v1/events", json, headers); }});
  }
  static std::string results_of(const std::string& query) { return "/search?q=" + percent_encode(query); }

  // Letter for letter, as the page asks while somebody types. One in a hundred thinks for a while before the
  // last letter.
  void type(Visitor& visitor, const std::string& query) {
    for (size_t end = 2; end <= query.size(); ++end) {
      visitor.at += end == query.size() && random_() % 100 == 0 ? 20 : 1;
      request(visitor, results_of(query.substr(0, end)));
    }
    truth_["searches"] += 1;
  }
  void open(Visitor& visitor, const std::string& id, const std::string& query) {
    visitor.at += 4;
    request(visitor, "/en/articles/" + id, results_of(query));
  }

  void finds(Visitor& visitor) {
    type(visitor, "install");
    open(visitor, "install", "install");
    open(visitor, "install", "install");  // back, and there again
    visitor.at += 30;
    for (int twice = 0; twice < 2; ++twice) tell(visitor, R"({"kind": "read", "id": "install"})");
    for (const char* what : {"clicked", "article_visits", "read"}) truth_[what] += 1;
  }
  void asks_anew(Visitor& visitor) {
    type(visitor, "password");
    visitor.at += 10;
    request(visitor, results_of("password"));  // loaded again
    visitor.at += 10;
    type(visitor, "sign in");
    open(visitor, "sign-in", "sign in");
    for (const char* what : {"clicked", "article_visits"}) truth_[what] += 1;
  }
  void gives_up(Visitor& visitor) {
    visitor.at += 1;
    request(visitor, results_of("zzzz" + std::to_string(random_() % 5)));
    visitor.at += 20;
    request(visitor, "/en/requests/new");
    for (const char* what : {"searches", "without_result", "contact_begun"}) truth_[what] += 1;
  }
  void is_refused(Visitor& visitor) {
    visitor.at += 1;
    request(visitor, "/ask?q=zzzz");
    for (const char* what : {"searches", "without_result", "refused"}) truth_[what] += 1;
  }
  void comes_from_elsewhere(Visitor& visitor) {
    visitor.at += 1;
    request(visitor, "/en/articles/install");
    truth_["article_visits"] += 1;
  }

  void plan(int number) {
    Visitor visitor;
    // One in two hundred comes from where somebody else does, with the same browser.
    visitor.agent = "Browser " + std::to_string(number % 200 == 1 ? number - 1 : number);
    visitor.at = kMidnight + static_cast<int64_t>(random_() % (kDaySeconds - 3600));
    switch (number % 7) {
      case 0:
      case 1:
        finds(visitor);
        break;
      case 2:
        asks_anew(visitor);
        break;
      case 3:
        gives_up(visitor);
        break;
      case 4:
        is_refused(visitor);
        break;
      case 5:
        comes_from_elsewhere(visitor);
        break;
      default:
        visitor.wants_none = true;
        request(visitor, results_of("install"));
        truth_["not_counted"] += 1;
        return;
    }
    truth_["visits"] += 1;
  }

  void replay() {
    std::stable_sort(plan_.begin(), plan_.end(), [](const Deed& a, const Deed& b) { return a.at < b.at; });
    for (const Deed& deed : plan_) {
      if (deed.at != now_) counter_.write();
      now_ = deed.at;
      deed.act();
    }
    counter_.write();
  }

  struct Deed {
    int64_t at = 0;
    std::function<void()> act;
  };

  int64_t now_ = kMidnight;
  std::mt19937 random_{7};
  std::vector<Deed> plan_;
  Figures truth_;
  testing::TemporaryDirectory folder_;
  Store store_{{.dir = folder_.path()}};
  EventCounter counter_{{.dir = folder_.path(), .most_of_address = 0, .clock = [this] { return now_; }}};
  testing::TestApp app_{options()};
};

TEST_F(VisitReplayTest, CountsWhatVisitorsWantedWithinTwoPercent) {
  for (int number = 0; number < kVisitors; ++number) plan(number);
  replay();
  auto events = open_existing_event_file(folder_.path(), std::chrono::milliseconds(0));
  ASSERT_TRUE(events);
  Figures counted;
  const auto day = static_cast<uint32_t>(kMidnight / kDaySeconds);
  each_day_count(*events, day, day, "",
                 [&](const DayCount& count) { counted[count.what] += static_cast<double>(count.number); });
  for (const auto& [what, figure] : truth_) EXPECT_NEAR(counted[what], figure, 0.02 * figure) << what;
  EXPECT_LE(counted["clicked"], counted["searches"]);
  EXPECT_EQ(events->number("SELECT count(*) FROM query_days WHERE clicked > searches"), 0);
}

}  // namespace
}  // namespace signpost
