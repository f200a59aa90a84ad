// demand_task.h - what the service learns of what visitors look for, while nobody waits: their clicks for the
// ranking, and the gaps between what they ask and what there is.
// Tested by tests/unit/service/demand_task_test.cc.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "api/open_generation.h"
#include "search/clicks.h"
#include "service/log.h"
#include "store/store.h"

namespace signpost {

// run() is called from one thread; read_clicks() and end() from any.
class DemandTask {
 public:
  // `data_dir`: where it is counted, "" for nowhere. `store`: where gaps are kept, null for nowhere. Both
  // outlive it, as the log does.
  DemandTask(std::string data_dir, Store* store, Log& log);

  // Null where nothing was ever counted, or, with a line in the log, where it can't be read.
  std::shared_ptr<const ClickTable> read_clicks() const;

  // How long no gaps are found after that took so long: who publishes every few seconds must not keep a core
  // busy with searches, so that it is at most a twentieth of it.
  static constexpr std::chrono::seconds rest_after(std::chrono::milliseconds took) {
    return std::chrono::duration_cast<std::chrono::seconds>(19 * took);
  }

  // Finds gaps when another generation is served than the last time, and once an hour, with a rest between.
  // True when visitors have chosen otherwise than this generation was opened with, which is looked at once a
  // day: it is to be opened anew.
  bool run(const std::shared_ptr<const OpenGeneration>& generation, int64_t now);

  // What run() is finding is given up, and it finds nothing more: the service ends, and waits for it.
  void end() { ending_ = true; }

 private:
  void find_gaps(const OpenGeneration& generation, int64_t now) const;

  const std::string data_dir_;
  Store* const store_;
  Log& log_;
  std::atomic<bool> ending_{false};
  std::weak_ptr<const OpenGeneration> served_;  // when gaps were found the last time
  int64_t gaps_found_at_ = 0;
  int64_t rests_until_ = 0;
  int64_t clicks_read_at_ = 0;
};

}  // namespace signpost
