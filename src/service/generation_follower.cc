// generation_follower.cc - see generation_follower.h.
#include "service/generation_follower.h"

#include <sys/stat.h>

#include <chrono>
#include <optional>
#include <vector>

#include "index/generation.h"
#include "index/manifest.h"

namespace signpost {
namespace {

// What tells a generation from another one that has its name: an index that was made again within the same
// second, and put in the place of the first, has one. The directory alone where it has no manifest.
std::string identity_of(const std::string& dir) {
  struct stat manifest {};
  if (dir.empty() || ::stat((dir + "/manifest.json").c_str(), &manifest) != 0) return dir;
  const auto& changed = manifest.st_mtim;
  return dir + " " + std::to_string(manifest.st_dev) + ":" + std::to_string(manifest.st_ino) + ":" +
         std::to_string(changed.tv_sec) + "." + std::to_string(changed.tv_nsec);
}

}  // namespace

GenerationFollower::GenerationFollower(std::string index_dir, Open open, Log& log,
                                       std::chrono::milliseconds period, WhenGone when_gone)
    : index_dir_(std::move(index_dir)),
      open_(std::move(open)),
      log_(log),
      when_gone_(when_gone),
      watch_(index_dir_, period) {}

GenerationFollower::~GenerationFollower() {
  watch_.stop();
  if (thread_.joinable()) thread_.join();
}

void GenerationFollower::start() {
  tell_problem();
  refresh();
  thread_ = std::thread([this] { follow(); });
}

void GenerationFollower::follow() {
  while (watch_.wait()) {
    tell_problem();
    refresh();
  }
}

void GenerationFollower::tell_problem() {
  const std::string& problem = watch_.problem();
  if (!problem.empty() && problem != told_problem_) {
    log_.write(LogLevel::warning, "index is not watched, a new generation is noticed late",
               {{"directory", index_dir_}, {"reason", problem}});
  }
  told_problem_ = problem;
}

bool GenerationFollower::refresh(Again again) {
  const MutexLock refreshing(refreshing_);
  std::string dir;
  std::string identity;
  try {
    dir = current_generation(index_dir_).value_or("");
    if (dir.empty() && when_gone_ == WhenGone::goes) let_go();
    identity = identity_of(dir);
    // What is served goes on when its files are deleted.
    const bool is_served = identity == served_ || (dir == served_dir_ && identity == dir);
    if (is_served) forget_refused();
    const bool is_known = is_served || identity == refused_;
    if (dir.empty() || (is_known && again == Again::no)) return false;
    serve(dir);
    forget_refused();
    return true;
  } catch (const std::exception& error) {
    refused_ = identity;
    refuse(dir, error.what());
    if (served_.empty()) serve_older(dir);
    return false;
  }
}

void GenerationFollower::serve(const std::string& dir) {
  const auto started = std::chrono::steady_clock::now();
  const std::string identity = identity_of(dir);
  // What it shares with the one that is served was verified for that.
  verify_generation(dir, dir == served_dir_ ? "" : served_dir_);
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
  served_ = identity;
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
  if (reason != last_reason_) {
    log_.write(LogLevel::error, "generation refused", {{"directory", dir}, {"reason", reason}});
  }
  last_reason_ = reason;
  const MutexLock lock(mutex_);
  current_.refused = dir.empty() ? "current" : dir.substr(dir.rfind('/') + 1);
}

void GenerationFollower::let_go() {
  served_dir_.clear();
  served_.clear();
  std::shared_ptr<const ServedGeneration> gone;  // closed outside our lock
  const MutexLock lock(mutex_);
  current_.generation.swap(gone);
}

void GenerationFollower::forget_refused() {
  refused_.clear();
  last_reason_.clear();
  const MutexLock lock(mutex_);
  current_.refused.clear();
}

GenerationFollower::Current GenerationFollower::current() const {
  const MutexLock lock(mutex_);
  return current_;
}

}  // namespace signpost
