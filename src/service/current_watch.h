// current_watch.h - waits until an index directory may have another published generation.
// Tested by tests/unit/service/current_watch_test.cc.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "base/descriptor.h"

namespace signpost {

// Watches (inotify) each folder in which a name of INDEX/current is looked up, links followed: so it sees a
// publish, and an index directory that appears, is made again, or is another one because a link or a folder
// above it was replaced, within a few milliseconds. Idle, it wakes up once a period; others' files in those
// folders cost a wake-up each, and nothing else.
//
// What no event tells is seen when the period is over: what another machine did on a network file system,
// what a bind mount from a virtual machine's host shows, a file system mounted over the path, and anything
// where the system gives no watch.
class CurrentWatch {
 public:
  static constexpr std::chrono::milliseconds kPeriod{5'000};

  // The directory need not be there. Throws Error{io} when the system gives no descriptors.
  explicit CurrentWatch(const std::string& index_dir, std::chrono::milliseconds period = kPeriod);

  // Waits for a change since the last call (the first: since the watch was made), or for the end of the
  // period. False once stop() was called. By one thread at a time, as problem().
  bool wait();
  // For good, from any thread.
  void stop();

  // Why changes are seen at the end of a period only; "" when they are seen at once.
  const std::string& problem() const { return problem_; }
  // How often a waiting thread was woken, for whatever reason: for tests.
  uint64_t wake_ups() const { return wake_ups_; }

 private:
  struct Folder {
    std::filesystem::path path;
    std::set<std::string> names;  // that are looked up in it
  };

  bool read_events();
  void watch_path();
  void watch_folder(const std::filesystem::path& folder, const std::string& name);

  const std::filesystem::path current_;  // absolute
  const std::chrono::milliseconds period_;
  Descriptor stop_;
  Descriptor inotify_;
  std::map<int, Folder> folders_;  // by watch
  std::string problem_;
  std::atomic<uint64_t> wake_ups_{0};
};

}  // namespace signpost
