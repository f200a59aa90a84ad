// metrics.h - what the service counts, as text for Prometheus (exposition format 0.0.4).
// Tested by tests/unit/service/metrics_test.cc.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/mutex.h"
#include "delivery/deliverer.h"
#include "insights/event_counter.h"
#include "meaning/query_model.h"
#include "net/listener.h"
#include "service/response_cache.h"

namespace signpost {

// What is read at the moment of asking.
struct Gauges {
  std::string generation;     // "" while none is served
  double generation_age = 0;  // seconds since it was made
  uint64_t documents = 0;
  CacheStats pages;
  CacheStats searches;
  ListenerStats listener;
  std::optional<QueryModelCounts> embedder;  // where there is one
  std::vector<DeliveryCounts> deliveries;    // where there are any
  std::optional<EventCounts> events;         // where what visitors look for is counted
};

// Safe to use from many threads.
class Metrics {
 public:
  // `route` is a name that lives as long as the program.
  void count_request(std::string_view route, int status, std::chrono::duration<double> took) EXCLUDES(mutex_);
  void count_refusal(int status) EXCLUDES(mutex_);
  void count_search(bool has_result) EXCLUDES(mutex_);

  std::string text(const Gauges& gauges) const EXCLUDES(mutex_);

 private:
  static constexpr size_t kBuckets = 11;
  struct Route {
    std::map<int, uint64_t> by_status;
    std::array<uint64_t, kBuckets + 1> buckets{};  // each by itself; the last one has no bound
    double seconds = 0;
  };

  void add_requests(std::string& out) const REQUIRES(mutex_);
  void add_durations(std::string& out) const REQUIRES(mutex_);

  static const std::array<double, kBuckets> kBounds;  // seconds

  mutable Mutex mutex_;
  std::map<std::string_view, Route> routes_ GUARDED_BY(mutex_);
  std::map<int, uint64_t> refusals_ GUARDED_BY(mutex_);
  uint64_t searches_ GUARDED_BY(mutex_) = 0;
  uint64_t empty_searches_ GUARDED_BY(mutex_) = 0;
};

}  // namespace signpost
