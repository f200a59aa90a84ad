// generation_follower.cc - see generation_follower.h.
#include "service/generation_follower.h"

#include <chrono>
#include <optional>
#include <vector>

#include "index/generation.h"
#include "index/manifest.h"

namespace signpost {
namespace {

// A swap is seen within this time; reading a file of one line so often costs nothing that can be measured.
constexpr auto kInterval = std::chrono::milliseconds(100);

}  // namespace

GenerationFollower::GenerationFollower(std::string index_dir, Open open, Log& log)
    : index_dir_(std::move(index_dir)), open_(std::move(open)), log_(log) {}

GenerationFollower::~GenerationFollower() {
  {
    const MutexLock lock(mutex_);
    stop_ = true;
  }
  stopped_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void GenerationFollower::start() {
  refresh();
  thread_ = std::thread([this] { follow(); });
}

void GenerationFollower::follow() {
  while (rests()) refresh();
}

bool GenerationFollower::rests() {
  const MutexLock lock(mutex_);
  if (!stop_) stopped_.wait_for(mutex_, kInterval);
  return !stop_;
}

bool GenerationFollower::refresh(Again again) {
  const MutexLock refreshing(refreshing_);
  std::string dir;
  try {
    dir = current_generation(index_dir_).value_or("");
    if (dir == served_dir_) forget_refused();
    const bool is_known = dir == served_dir_ || dir == refused_dir_;
    if (dir.empty() || (is_known && again == Again::no)) return false;
    serve(dir);
    forget_refused();
    return true;
  } catch (const std::exception& error) {
    refuse(dir, error.what());
    if (served_dir_.empty()) serve_older(dir);
    return false;
  }
}

void GenerationFollower::serve(const std::string& dir) {
  const auto started = std::chrono::steady_clock::now();
  // What it shares with the one that is served was verified for that.
  verify_generation(dir, served_dir_);
  auto opened = open_(dir);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
  log_.write(LogLevel::info, "serving generation",
             {{"generation", opened->searcher().name()},
              {"documents", static_cast<int64_t>(opened->searcher().document_count())},
              {"ms", took.count()}});
  {
    const MutexLock lock(mutex_);
    current_.generation.swap(opened);
  }
  // `opened` is the old generation now; its last request closes it, outside our lock.
  served_dir_ = dir;
}

// A service that starts has nothing to go on with: any generation that was published before is better than
// none.
void GenerationFollower::serve_older(const std::string& refused_dir) {
  std::vector<std::string> names = list_generations(index_dir_);
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    const std::string dir = index_dir_ + "/generations/" + *name;
    if (dir == refused_dir) continue;
    try {
      return serve(dir);
    } catch (const std::exception&) {
      // The next one, then.
    }
  }
}

void GenerationFollower::refuse(const std::string& dir, const std::string& reason) {
  // A pruned or half-copied directory may be complete the next time its name is published.
  refused_dir_ = dir;
  if (reason != last_reason_) {
    log_.write(LogLevel::error, "generation refused", {{"directory", dir}, {"reason", reason}});
  }
  last_reason_ = reason;
  const MutexLock lock(mutex_);
  current_.refused = dir.empty() ? "current" : dir.substr(dir.rfind('/') + 1);
}

void GenerationFollower::forget_refused() {
  refused_dir_.clear();
  last_reason_.clear();
  const MutexLock lock(mutex_);
  current_.refused.clear();
}

GenerationFollower::Current GenerationFollower::current() const {
  const MutexLock lock(mutex_);
  return current_;
}

}  // namespace signpost
