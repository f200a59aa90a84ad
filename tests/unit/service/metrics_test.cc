// metrics_test.cc - what is counted, as Prometheus reads it.
#include "service/metrics.h"

#include <gmock/gmock.h>

#include <set>
#include <sstream>

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using namespace std::chrono_literals;

Gauges gauges() {
  Gauges gauges;
  gauges.generation = "000042-20261122T101502Z";
  gauges.generation_age = 90;
  gauges.documents = 96;
  gauges.pages = {.hits = 3, .misses = 2, .bytes = 1000};
  gauges.listener = {
      .connections = 7, .queued = 4, .turned_away = 5, .cut_off = 6, .given_at_once = 9, .not_taken = 8};
  return gauges;
}

TEST(Metrics, CountsDeliveriesWhereThereAreAny) {
  Gauges with = gauges();
  EXPECT_THAT(Metrics().text(with), Not(HasSubstr("deliver")));
  with.deliveries = {{.delivery = "desk", .waiting = 3, .dead = 1, .delivered = 20, .failed = 4}};
  const std::string text = Metrics().text(with);
  for (const char* line :
       {"signpost_deliveries_waiting{delivery=\"desk\"} 3\n",
        "signpost_deliveries_dead{delivery=\"desk\"} 1\n",
        "signpost_deliveries_total{delivery=\"desk\"} 20\n",
        "signpost_delivery_failures_total{delivery=\"desk\"} 4\n", "# TYPE signpost_deliveries_dead gauge\n"})
    EXPECT_THAT(text, HasSubstr(line));
}

TEST(Metrics, CountsRequestsByRouteAndStatus) {
  Metrics metrics;
  metrics.count_request("search", 200, 2ms);
  metrics.count_request("search", 200, 20ms);
  metrics.count_request("search", 400, 10s);
  metrics.count_request("home", 304, 1us);
  metrics.count_refusal(431);
  metrics.count_search(true);
  metrics.count_search(false);
  const std::string text = metrics.text(gauges());
  for (const char* line : {
           "signpost_requests_total{route=\"search\",status=\"200\"} 2\n",
           "signpost_requests_total{route=\"search\",status=\"400\"} 1\n",
           "signpost_requests_total{route=\"home\",status=\"304\"} 1\n",
           "signpost_requests_refused_total{status=\"431\"} 1\n",
           "signpost_request_duration_seconds_bucket{route=\"search\",le=\"0.001\"} 0\n",
           "signpost_request_duration_seconds_bucket{route=\"search\",le=\"0.0025\"} 1\n",
           "signpost_request_duration_seconds_bucket{route=\"search\",le=\"0.025\"} 2\n",
           "signpost_request_duration_seconds_bucket{route=\"search\",le=\"5\"} 2\n",
           "signpost_request_duration_seconds_bucket{route=\"search\",le=\"+Inf\"} 3\n",
           "signpost_request_duration_seconds_count{route=\"search\"} 3\n",
           "signpost_request_duration_seconds_sum{route=\"search\"} 10.022\n",
           "signpost_searches_total 2\n",
           "signpost_searches_without_result_total 1\n",
           "signpost_connections 7\n",
           "signpost_queue_length 4\n",
           "signpost_connections_turned_away_total 5\n",
           "signpost_connections_cut_off_total 6\n",
           "signpost_connections_not_taking_total 8\n",
           "signpost_answers_at_once_total 9\n",
           "signpost_ready 1\n",
           "signpost_generation_info{generation=\"000042-20261122T101502Z\"} 1\n",
           "signpost_generation_age_seconds 90\n",
           "signpost_documents 96\n",
           "signpost_cache_hits_total{cache=\"pages\"} 3\n",
           "signpost_cache_misses_total{cache=\"pages\"} 2\n",
           "signpost_cache_bytes{cache=\"pages\"} 1000\n",
       }) {
    EXPECT_THAT(text, HasSubstr(line));
  }
}

TEST(Metrics, HasNoGenerationBeforeTheFirst) {
  const std::string text = Metrics().text(Gauges{});
  EXPECT_THAT(text, HasSubstr("signpost_ready 0\n"));
  EXPECT_THAT(text, Not(HasSubstr("signpost_generation")));
}

TEST(Metrics, HaveAnEmbedderWhereThereIsOne) {
  EXPECT_THAT(Metrics().text(gauges()), Not(HasSubstr("embedder")));
  Gauges asked = gauges();
  asked.embedder = {.answered = 5, .late = 1, .failed = 2, .known = 4, .passed_over = 3, .away = true};
  const std::string text = Metrics().text(asked);
  for (const char* line : {
           "signpost_embedder_questions_total{outcome=\"answered\"} 5\n",
           "signpost_embedder_questions_total{outcome=\"late\"} 1\n",
           "signpost_embedder_questions_total{outcome=\"failed\"} 2\n",
           "signpost_embedder_questions_total{outcome=\"known\"} 4\n",
           "signpost_embedder_questions_total{outcome=\"passed_over\"} 3\n",
           "signpost_embedder_away 1\n",
       }) {
    EXPECT_THAT(text, HasSubstr(line));
  }
}

// Each family has one HELP and one TYPE, before its samples, and all its samples together.
TEST(Metrics, IsWellFormed) {
  Metrics metrics;
  metrics.count_request("search", 200, 2ms);
  metrics.count_refusal(400);
  Gauges all = gauges();
  all.embedder.emplace();
  std::istringstream lines(metrics.text(all));
  std::set<std::string> families;
  std::string family;
  std::string line;
  while (std::getline(lines, line)) {
    std::istringstream words(line);
    std::string first, second, name;
    words >> first >> second >> name;
    if (second == "HELP") {
      family = name;
      EXPECT_TRUE(families.insert(name).second) << line;
    } else if (second == "TYPE") {
      EXPECT_EQ(name, family) << line;
    } else {
      EXPECT_EQ(first.rfind(family, 0), 0u) << line;
      EXPECT_NO_THROW(std::stod(second)) << line;
    }
  }
}

}  // namespace
}  // namespace signpost
