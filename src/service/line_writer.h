// line_writer.h - a thread that writes lines, many with one call where many come: a slow disk, or a reader
// that rests, must not hold up those that have something to say. Tested by
// tests/unit/service/line_writer_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

#include "base/mutex.h"

namespace signpost {

class LineWriter {
 public:
  // The line that stands in the place of so many.
  using TellLost = std::function<std::string(uint64_t count)>;

  // Writes to `fd`, which stays open. Beyond `max_waiting` bytes that can't be written yet lines are lost,
  // and told in number.
  LineWriter(int fd, size_t max_waiting, TellLost tell_lost);
  // Writes what waits.
  ~LineWriter();
  LineWriter(const LineWriter&) = delete;
  LineWriter& operator=(const LineWriter&) = delete;

  // With its end. It is written at once, or a few milliseconds after the one before. From any thread.
  void add(std::string_view line) EXCLUDES(mutex_);

 private:
  void run();
  // Waits for lines, which take the place of those in `lines`. False when no more will come.
  bool take(std::string& lines) EXCLUDES(mutex_);
  void rest() EXCLUDES(mutex_);

  const int fd_;
  const size_t max_waiting_;
  const TellLost tell_lost_;
  Mutex mutex_;
  ConditionVariable added_;
  ConditionVariable stopped_;
  std::string waiting_ GUARDED_BY(mutex_);
  uint64_t lost_ GUARDED_BY(mutex_) = 0;
  bool stop_ GUARDED_BY(mutex_) = false;
  std::thread thread_;
};

}  // namespace signpost
