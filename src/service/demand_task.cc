// demand_task.cc - see demand_task.h.
#include "service/demand_task.h"

#include <utility>

#include "base/dates.h"
#include "demand/gap_update.h"
#include "demand/recorded_clicks.h"
#include "store/event_file.h"

namespace signpost {
namespace {

constexpr std::chrono::milliseconds kEventPatience{1000};
constexpr int64_t kSecondsOfHour = 3600;

}  // namespace

DemandTask::DemandTask(std::string data_dir, Store* store, Log& log)
    : data_dir_(std::move(data_dir)), store_(store), log_(log) {}

std::shared_ptr<const ClickTable> DemandTask::read_clicks() const {
  if (data_dir_.empty()) return nullptr;
  try {
    auto events = open_existing_event_file(data_dir_, kEventPatience);
    if (!events) return nullptr;
    return std::make_shared<const ClickTable>(
        recorded_clicks(*events, day_of_clock(), int64_t{kLeastQueryVisits}));
  } catch (const std::exception& error) {
    log_.write(LogLevel::error, "clicks not read", {{"reason", error.what()}});
    return nullptr;
  }
}

void DemandTask::find_gaps(const OpenGeneration& generation, int64_t now) const {
  try {
    auto events = open_existing_event_file(data_dir_, kEventPatience);
    if (!events) return;
    const GapUpdate update{
        .now = now, .least_visits = generation.site().insights.least_visits, .ending = &ending_};
    const GapsChanged changed = update_gaps(*store_, *events, generation.searcher(), update);
    if (changed.opened + changed.answered + changed.closed + changed.reopened == 0) return;
    log_.write(LogLevel::info, "gaps changed",
               {{"opened", changed.opened},
                {"answered", changed.answered},
                {"closed", changed.closed},
                {"reopened", changed.reopened}});
  } catch (const std::exception& error) {
    log_.write(LogLevel::error, "gaps not found", {{"reason", error.what()}});
  }
}

bool DemandTask::run(const std::shared_ptr<const OpenGeneration>& generation, int64_t now) {
  if (!generation || store_ == nullptr || ending_) return false;
  const bool is_new = served_.lock() != generation;
  if (is_new) clicks_read_at_ = now;
  if (now >= rests_until_ && (is_new || now - gaps_found_at_ >= kSecondsOfHour)) {
    const auto begun = std::chrono::steady_clock::now();
    find_gaps(*generation, now);
    const auto took = std::chrono::steady_clock::now() - begun;
    gaps_found_at_ = now;
    rests_until_ = now + rest_after(std::chrono::duration_cast<std::chrono::milliseconds>(took)).count();
    served_ = generation;
  }
  if (!generation->site().ranking.clicks || now - clicks_read_at_ < kSecondsOfDay) return false;
  clicks_read_at_ = now;
  const auto clicks = read_clicks();
  return clicks && (generation->clicks() == nullptr || clicks->sum() != generation->clicks()->sum());
}

}  // namespace signpost
