// generation_follower.h - keeps the published generation open, and changes to a new one while it is in use.
// Tested by tests/unit/service/generation_follower_test.cc.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "base/mutex.h"
#include "pages/served_generation.h"
#include "service/current_watch.h"
#include "service/log.h"

namespace signpost {

class GenerationFollower {
 public:
  // What becomes of a generation that is served when none is published any more.
  enum class WhenGone { stays, goes };

  using Open = std::function<std::shared_ptr<const ServedGeneration>(const std::string& generation_dir)>;

  // `open` is called with a directory whose manifest has been verified, and may throw Error. `period`: after
  // so long it looks whatever the system tells.
  GenerationFollower(std::string index_dir, Open open, Log& log,
                     std::chrono::milliseconds period = CurrentWatch::kPeriod,
                     WhenGone when_gone = WhenGone::stays);
  // Stops following.
  ~GenerationFollower();
  GenerationFollower(const GenerationFollower&) = delete;
  GenerationFollower& operator=(const GenerationFollower&) = delete;

  // Looks at once, then in a thread of its own whenever `current` changes, and once a period where no event
  // tells (current_watch.h says where that is; a line in the log where the system refuses to).
  void start();
  enum class Again { no, yes };
  // Opens what is published if that has changed, or once more; true when it now serves that. A generation
  // that is damaged or can't be opened is refused with a line in the log, and the one before goes on; a
  // service that has just started then takes the newest whole one that was published before.
  bool refresh(Again again = Again::no) EXCLUDES(refreshing_, mutex_);

  struct Current {
    // Null while nothing has been published. Whoever holds it keeps that generation alive.
    std::shared_ptr<const ServedGeneration> generation;
    // The name of the published generation ("current" if that can't be read) when it was refused, so that an
    // older one is served, or none; otherwise "".
    std::string refused;
  };
  Current current() const EXCLUDES(mutex_);

 private:
  void follow();
  void tell_problem();
  void serve(const std::string& dir) REQUIRES(refreshing_) EXCLUDES(mutex_);
  void serve_older(const std::string& refused_dir) REQUIRES(refreshing_) EXCLUDES(mutex_);
  void refuse(const std::string& dir, const std::string& reason) REQUIRES(refreshing_) EXCLUDES(mutex_);
  void let_go() REQUIRES(refreshing_) EXCLUDES(mutex_);
  void forget_refused() REQUIRES(refreshing_) EXCLUDES(mutex_);

  const std::string index_dir_;
  const Open open_;
  Log& log_;
  const WhenGone when_gone_;
  Mutex refreshing_ ACQUIRED_BEFORE(mutex_);
  std::string served_dir_ GUARDED_BY(refreshing_);
  std::string served_ GUARDED_BY(refreshing_);  // which one that is, whatever its directory is called
  // A pruned or half-copied one may be complete the next time its name is published.
  std::string refused_ GUARDED_BY(refreshing_);
  std::string last_reason_ GUARDED_BY(refreshing_);  // logged once
  mutable Mutex mutex_;
  Current current_ GUARDED_BY(mutex_);
  CurrentWatch watch_;
  std::string told_problem_;  // start()'s, then the thread's
  std::thread thread_;
};

}  // namespace signpost
