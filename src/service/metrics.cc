// metrics.cc - see metrics.h.
#include "service/metrics.h"

#include <algorithm>
#include <cstdio>

namespace signpost {
namespace {

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.9g", value);
  return text;
}

void add_family(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
  out.append("# HELP signpost_").append(name).append(" ").append(help);
  out.append("\n# TYPE signpost_").append(name).append(" ").append(type).append("\n");
}

void add_sample(std::string& out, std::string_view name, const std::string& labels,
                const std::string& value) {
  out.append("signpost_").append(name);
  if (!labels.empty()) out.append("{").append(labels).append("}");
  out.append(" ").append(value).append("\n");
}

void add_one(std::string& out, std::string_view name, std::string_view type, std::string_view help,
             double value) {
  add_family(out, name, type, help);
  add_sample(out, name, "", number(value));
}

// Names of routes and generations have nothing in them that would need escapes.
std::string label_text(std::string_view name, std::string_view value) {
  return std::string(name) + "=\"" + std::string(value) + "\"";
}

void add_listener(std::string& out, const ListenerStats& stats) {
  add_one(out, "connections", "gauge", "Open connections.", static_cast<double>(stats.connections));
  add_one(out, "queue_length", "gauge", "Complete requests that wait for a thread.",
          static_cast<double>(stats.queued));
  add_one(out, "buffered_bytes", "gauge", "Incomplete requests and answers that clients have not taken yet.",
          static_cast<double>(stats.buffered));
  add_one(out, "connections_accepted_total", "counter", "Connections that were accepted.",
          static_cast<double>(stats.accepted));
  add_one(out, "connections_turned_away_total", "counter", "Connections over the limit of one address.",
          static_cast<double>(stats.turned_away));
  add_one(out, "connections_cut_off_total", "counter", "Connections closed to make room for others.",
          static_cast<double>(stats.cut_off));
  add_one(out, "answers_at_once_total", "counter", "Answers that lay ready: no thread had to be found.",
          static_cast<double>(stats.given_at_once));
  add_one(out, "connections_not_taking_total", "counter",
          "Connections closed because the client did not take its answer.",
          static_cast<double>(stats.not_taken));
}

void add_generation(std::string& out, const Gauges& gauges) {
  add_one(out, "ready", "gauge", "1 while a generation is served.", gauges.generation.empty() ? 0 : 1);
  if (gauges.generation.empty()) return;
  add_family(out, "generation_info", "gauge", "The generation that is served.");
  add_sample(out, "generation_info", label_text("generation", gauges.generation), "1");
  add_one(out, "generation_age_seconds", "gauge", "Time since the generation was made.",
          gauges.generation_age);
  add_one(out, "documents", "gauge", "Documents of the generation.", static_cast<double>(gauges.documents));
}

void add_caches(std::string& out, const Gauges& gauges) {
  const std::pair<std::string, const CacheStats&> caches[] = {
      {label_text("cache", "pages"), gauges.pages}, {label_text("cache", "searches"), gauges.searches}};
  add_family(out, "cache_hits_total", "counter", "Answers that were kept.");
  for (const auto& [name, stats] : caches)
    add_sample(out, "cache_hits_total", name, std::to_string(stats.hits));
  add_family(out, "cache_misses_total", "counter", "Answers that had to be made.");
  for (const auto& [name, stats] : caches)
    add_sample(out, "cache_misses_total", name, std::to_string(stats.misses));
  add_family(out, "cache_bytes", "gauge", "Memory of the answers that are kept.");
  for (const auto& [name, stats] : caches) add_sample(out, "cache_bytes", name, std::to_string(stats.bytes));
}

void add_embedder(std::string& out, const QueryModelCounts& counts) {
  const std::pair<const char*, uint64_t> outcomes[] = {{"answered", counts.answered},
                                                       {"late", counts.late},
                                                       {"failed", counts.failed},
                                                       {"known", counts.known},
                                                       {"passed_over", counts.passed_over}};
  add_family(out, "embedder_questions_total", "counter",
             "Searches that found little, by what became of the question to the embedder.");
  for (const auto& [outcome, count] : outcomes)
    add_sample(out, "embedder_questions_total", label_text("outcome", outcome), std::to_string(count));
  add_one(out, "embedder_away", "gauge", "1 while the embedder is not asked because it did not answer.",
          counts.away ? 1 : 0);
}

// Ids of deliveries have letters and digits of ASCII, '-', '_' and '.'.
void add_deliveries(std::string& out, const std::vector<DeliveryCounts>& deliveries) {
  const auto add = [&](const char* name, const char* type, const char* help, auto DeliveryCounts::*count) {
    add_family(out, name, type, help);
    for (const DeliveryCounts& one : deliveries)
      add_sample(out, name, label_text("delivery", one.delivery), std::to_string(one.*count));
  };
  add("deliveries_waiting", "gauge", "Events that wait to be delivered.", &DeliveryCounts::waiting);
  add("deliveries_dead", "gauge", "Events that nobody tries to deliver any more.", &DeliveryCounts::dead);
  add("deliveries_total", "counter", "Events that were delivered.", &DeliveryCounts::delivered);
  add("delivery_failures_total", "counter", "Attempts to deliver that failed.", &DeliveryCounts::failed);
}

void add_events(std::string& out, const EventCounts& counts) {
  add_family(out, "events_total", "counter", "What visitors did, and whether it was counted.");
  for (const auto& [outcome, count] : std::initializer_list<std::pair<const char*, uint64_t>>{
           {"counted", counts.counted}, {"dropped", counts.dropped}, {"left_out", counts.not_counted}})
    add_sample(out, "events_total", label_text("outcome", outcome), std::to_string(count));
}

}  // namespace

const std::array<double, Metrics::kBuckets> Metrics::kBounds = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                                0.05,   0.1,   0.25,   1,     5};

void Metrics::count_request(std::string_view route, int status, std::chrono::duration<double> took) {
  const auto bucket = std::lower_bound(kBounds.begin(), kBounds.end(), took.count()) - kBounds.begin();
  const MutexLock lock(mutex_);
  Route& counts = routes_[route];
  ++counts.by_status[status];
  ++counts.buckets[static_cast<size_t>(bucket)];
  counts.seconds += took.count();
}

void Metrics::count_refusal(int status) {
  const MutexLock lock(mutex_);
  ++refusals_[status];
}

void Metrics::count_search(bool has_result) {
  const MutexLock lock(mutex_);
  ++searches_;
  empty_searches_ += has_result ? 0 : 1;
}

void Metrics::add_requests(std::string& out) const {
  add_family(out, "requests_total", "counter", "Requests that were answered.");
  for (const auto& [name, route] : routes_) {
    for (const auto& [status, count] : route.by_status) {
      add_sample(out, "requests_total",
                 label_text("route", name) + "," + label_text("status", std::to_string(status)),
                 std::to_string(count));
    }
  }
  add_family(out, "requests_refused_total", "counter",
             "What was no request, too much or too late, by the status that it got.");
  for (const auto& [status, count] : refusals_)
    add_sample(out, "requests_refused_total", label_text("status", std::to_string(status)),
               std::to_string(count));
}

void Metrics::add_durations(std::string& out) const {
  add_family(out, "request_duration_seconds", "histogram",
             "Time from a complete request's turn to its answer, without the network.");
  for (const auto& [name, route] : routes_) {
    const std::string route_label = label_text("route", name);
    uint64_t count = 0;
    for (size_t i = 0; i <= kBuckets; ++i) {
      count += route.buckets[i];
      const std::string bound = i < kBuckets ? number(kBounds[i]) : "+Inf";
      add_sample(out, "request_duration_seconds_bucket", route_label + "," + label_text("le", bound),
                 std::to_string(count));
    }
    add_sample(out, "request_duration_seconds_sum", route_label, number(route.seconds));
    add_sample(out, "request_duration_seconds_count", route_label, std::to_string(count));
  }
}

std::string Metrics::text(const Gauges& gauges) const {
  std::string out;
  {
    const MutexLock lock(mutex_);
    add_requests(out);
    add_durations(out);
    add_one(out, "searches_total", "counter", "Searches, pages and API.", static_cast<double>(searches_));
    add_one(out, "searches_without_result_total", "counter", "Searches that found nothing.",
            static_cast<double>(empty_searches_));
  }
  add_listener(out, gauges.listener);
  add_generation(out, gauges);
  add_caches(out, gauges);
  if (gauges.embedder) add_embedder(out, *gauges.embedder);
  if (gauges.events) add_events(out, *gauges.events);
  if (!gauges.deliveries.empty()) add_deliveries(out, gauges.deliveries);
  return out;
}

}  // namespace signpost
