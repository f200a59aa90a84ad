// event_counter.h - takes what requests tell of visits, from any thread and without waiting, and writes it
// once a second. Tested by tests/unit/insights/event_counter_test.cc; by killing the service,
// tests/faults/count_test.cc.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/mutex.h"
#include "base/rate_limit.h"
#include "insights/tally.h"
#include "insights/visit_keys.h"

namespace signpost {

struct CountingSettings {
  bool on = true;
  int retention_days = 90;   // as in EventRetention
  int64_t least_visits = 5;  // as in sum_up()
  bool operator==(const CountingSettings&) const = default;
};

struct EventCounterOptions {
  std::string dir;
  size_t most_waiting = 20'000;         // between two writes; more are dropped
  double most_of_address = 5;           // a second, and of a minute at once; 0: any number
  uint64_t most_bytes = 2'000'000'000;  // of the file, from which on nothing is counted
  std::function<int64_t()> clock;       // seconds since 1970
  // Told when counts can't be written, in one line for the log.
  std::function<void(const std::string& message)> warn = [](const std::string&) {};
};

struct EventCounts {
  uint64_t counted = 0;
  uint64_t dropped = 0;      // came too fast, or could not be written
  uint64_t not_counted = 0;  // of visitors who want to be no part of statistics
};

class EventCounter {
 public:
  explicit EventCounter(EventCounterOptions options);
  ~EventCounter();

  // Off as long as nobody says anything else.
  void use(const CountingSettings& settings) EXCLUDES(settings_mutex_);
  bool is_on() const { return on_; }

  // `address`: whatever tells clients apart, which is not kept, nor is the agent. `opened_from`: as in Event.
  void notice(NoticedPointer noticed, const std::string& address, const std::string& agent,
              std::string opened_from) EXCLUDES(mutex_);
  // Of a visitor who wants to be no part of it: nothing but that there was one more.
  void leave_out(const std::string& lang) EXCLUDES(mutex_);

  // Writes what came since, and now and then makes the sums anew and takes out what is old: to be called once
  // a second. Never throws.
  void write() EXCLUDES(mutex_, settings_mutex_, writing_mutex_);
  // Before the process ends: what came since, and nothing else. Never throws.
  void write_last() EXCLUDES(mutex_, settings_mutex_, writing_mutex_);

  EventCounts counts() const;

 private:
  struct Writer;
  enum class Upkeep { with, without };

  void write(Upkeep upkeep) EXCLUDES(mutex_, settings_mutex_, writing_mutex_);
  void write_events(std::vector<Event>& events, const std::map<std::string, int64_t>& left_out)
      REQUIRES(writing_mutex_);
  void keep_up(const CountingSettings& settings) REQUIRES(writing_mutex_);
  void begin_retention(const CountingSettings& settings, uint32_t today) REQUIRES(writing_mutex_);
  void forget_what_is_old(const CountingSettings& settings, uint32_t today) REQUIRES(writing_mutex_);
  void sum_up_when_due(const CountingSettings& settings, uint32_t today) REQUIRES(writing_mutex_);

  const EventCounterOptions options_;
  std::atomic<bool> on_{false};
  std::atomic<uint64_t> counted_{0};
  std::atomic<uint64_t> dropped_{0};
  std::atomic<uint64_t> not_counted_{0};
  VisitKeys keys_;
  Mutex mutex_;
  std::vector<Event> waiting_ GUARDED_BY(mutex_);
  std::map<std::string, int64_t> left_out_ GUARDED_BY(mutex_);  // by language
  RateLimit<uint64_t> senders_ GUARDED_BY(mutex_);
  Mutex settings_mutex_;
  CountingSettings settings_ GUARDED_BY(settings_mutex_);
  Mutex writing_mutex_;
  // Null where the file has to be opened.
  std::unique_ptr<Writer> writer_ GUARDED_BY(writing_mutex_);
  uint64_t dropped_written_ GUARDED_BY(writing_mutex_) = 0;
  bool failing_ GUARDED_BY(writing_mutex_) = false;
};

}  // namespace signpost
