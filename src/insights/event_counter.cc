// event_counter.cc - see event_counter.h.
#include "insights/event_counter.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <utility>

#include "base/dates.h"
#include "base/error.h"
#include "sqlite/database.h"
#include "store/data_file.h"
#include "store/event_file.h"
#include "store/event_retention.h"
#include "store/event_sums.h"
#include "store/event_tables.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kWriterPatience{5};
constexpr double kBurstSeconds = 60;
// Sums are made anew so rarely that they take no more than this part of a core.
constexpr int kSumsShare = 500;
constexpr std::chrono::seconds kLeastBetweenSums{1};
constexpr std::chrono::hours kBetweenRetentions{1};

}  // namespace

// What belongs to one connection, and is made anew with it.
struct EventCounter::Writer {
  explicit Writer(SqliteDatabase opened)
      : database(std::move(opened)),
        tables(database),
        tally(tables),
        data_version(database.number("PRAGMA data_version")) {}

  SqliteDatabase database;
  EventTables tables;
  Tally tally;
  int64_t data_version;  // changes when another program writes
  Clock::time_point sums_due = Clock::now();
  bool changed = true;   // since the sums were made
  uint32_t sums_of = 0;  // the day of the last ones
  CountingSettings sums_with;
  Clock::time_point retention_due = Clock::now();
  uint32_t rare_day = 0;               // on which rare queries were looked for
  std::optional<int64_t> rare_behind;  // where looking for rare queries goes on; nullopt: it is done
  bool has_old_searches = false;
  bool is_full = false;
  int shortened_days = 0;  // that searches are kept at most while the file is full; 0: as the settings say
};

EventCounter::EventCounter(EventCounterOptions options)
    : options_(std::move(options)), senders_(options_.most_of_address, kBurstSeconds) {}

EventCounter::~EventCounter() = default;

void EventCounter::use(const CountingSettings& settings) {
  const MutexLock lock(settings_mutex_);
  settings_ = settings;
  on_ = settings.on;
}

void EventCounter::notice(NoticedPointer noticed, const std::string& address, const std::string& agent,
                          std::string opened_from) {
  if (!on_ || !noticed) return;
  Event event{std::move(noticed), keys_.sums(address, agent), options_.clock(), std::move(opened_from)};
  const uint64_t sender = keys_.sums(address, "").now;
  const MutexLock lock(mutex_);
  if (waiting_.size() >= options_.most_waiting || senders_.refuse(sender, Clock::now())) {
    ++dropped_;
    return;
  }
  waiting_.push_back(std::move(event));
}

void EventCounter::leave_out(const std::string& lang) {
  if (!on_) return;
  ++not_counted_;
  const MutexLock lock(mutex_);
  ++left_out_[lang];
}

EventCounts EventCounter::counts() const { return {counted_, dropped_, not_counted_}; }

void EventCounter::write() { write(Upkeep::with); }

void EventCounter::write_last() { write(Upkeep::without); }

void EventCounter::write(Upkeep upkeep) {
  const MutexLock writing(writing_mutex_);
  std::vector<Event> events;
  std::map<std::string, int64_t> left_out;
  CountingSettings settings;
  {
    const MutexLock lock(mutex_);
    events.swap(waiting_);
    left_out.swap(left_out_);
    waiting_.reserve(events.size());
  }
  {
    const MutexLock lock(settings_mutex_);
    settings = settings_;
  }
  keys_.change_when_due();
  const bool is_idle = events.empty() && left_out.empty() && dropped_ == dropped_written_;
  // What lies there from before grows old even where nobody comes.
  std::error_code no_answer;
  if (is_idle && !writer_ && !fs::exists(event_file_path(options_.dir), no_answer)) return;
  try {
    if (!writer_) writer_ = std::make_unique<Writer>(open_event_file(options_.dir, kWriterPatience));
    if (!is_idle) write_events(events, left_out);
    if (upkeep == Upkeep::with) keep_up(settings);
    failing_ = false;
  } catch (const std::exception& failure) {
    dropped_ += events.size();
    writer_.reset();
    if (!std::exchange(failing_, true)) options_.warn(failure.what());
  }
}

void EventCounter::write_events(std::vector<Event>& events, const std::map<std::string, int64_t>& left_out) {
  const uint64_t dropped = dropped_;
  const int64_t now = options_.clock();
  if (writer_->is_full) {
    dropped_ += events.size();
    events.clear();
  }
  Tally& tally = writer_->tally;
  // Another program has written: somebody may have been forgotten for good.
  const int64_t version = writer_->database.number("PRAGMA data_version");
  if (std::exchange(writer_->data_version, version) != version) tally.forget_searches();
  SqliteTransaction transaction(writer_->database);
  for (const Event& event : events) tally.add(event);
  for (const auto& [lang, number] : left_out) tally.add(now, lang, day_count::kNotCounted, number);
  tally.add(now, "", day_count::kDropped, static_cast<int64_t>(dropped - dropped_written_));
  tally.write();
  transaction.commit();
  dropped_written_ = dropped;
  counted_ += events.size();
  events.clear();
  writer_->changed = true;
}

void EventCounter::keep_up(const CountingSettings& settings) {
  const auto today = static_cast<uint32_t>(options_.clock() / kSecondsOfDay);
  forget_what_is_old(settings, today);
  sum_up_when_due(settings, today);
}

void EventCounter::begin_retention(const CountingSettings& settings, uint32_t today) {
  Writer& writer = *writer_;
  writer.has_old_searches = true;
  writer.tally.forget_numbers();
  writer.tally.forget_old_visits(options_.clock());
  forget_old_days(writer.database, today);
  const bool is_full = options_.most_bytes > 0 && used_bytes(writer.database) >= options_.most_bytes;
  if (is_full && !writer.is_full)
    options_.warn(event_file_path(options_.dir) + " has as many bytes in use as it may: nothing is counted");
  writer.is_full = is_full;
  if (!is_full) writer.shortened_days = 0;
  const bool was_looked_through = !writer.rare_behind;
  if (std::exchange(writer.rare_day, today) != today || is_full) {
    if (was_looked_through) forget_unused_names(writer.database);
    writer.rare_behind = 0;
  }
  // What too few asked goes first.
  if (!is_full || !was_looked_through) return;
  const int days = writer.shortened_days > 0 ? writer.shortened_days : settings.retention_days;
  writer.shortened_days = std::max(1, days / 2);
}

void EventCounter::forget_what_is_old(const CountingSettings& settings, uint32_t today) {
  Writer& writer = *writer_;
  if (Clock::now() >= writer.retention_due) {
    writer.retention_due = Clock::now() + kBetweenRetentions;
    begin_retention(settings, today);
  }
  EventRetention retention{today, settings.retention_days, settings.least_visits};
  if (writer.shortened_days > 0) retention.retention_days = writer.shortened_days;
  if (writer.has_old_searches) writer.has_old_searches = forget_old_searches(writer.database, retention);
  if (writer.rare_behind)
    writer.rare_behind = forget_rare_queries(writer.database, retention, *writer.rare_behind);
}

void EventCounter::sum_up_when_due(const CountingSettings& settings, uint32_t today) {
  Writer& writer = *writer_;
  const bool is_outdated = writer.changed || writer.sums_of != today || writer.sums_with != settings;
  const Clock::time_point begun = Clock::now();
  if (!is_outdated || begun < writer.sums_due) return;
  sum_up(writer.database, today, settings.least_visits);
  const auto took = Clock::now() - begun;
  writer.sums_due = Clock::now() + std::max<Clock::duration>(kLeastBetweenSums, took * kSumsShare);
  writer.changed = false;
  writer.sums_of = today;
  writer.sums_with = settings;
}

}  // namespace signpost
