// line_writer.cc - see line_writer.h.
#include "service/line_writer.h"

#include <chrono>

#include "base/descriptor.h"

namespace signpost {
namespace {

// Between two calls. A process that is killed loses no more than this.
constexpr auto kRest = std::chrono::milliseconds(5);

}  // namespace

LineWriter::LineWriter(int fd, size_t max_waiting, TellLost tell_lost)
    : fd_(fd), max_waiting_(max_waiting), tell_lost_(std::move(tell_lost)), thread_([this] { run(); }) {}

LineWriter::~LineWriter() {
  {
    const MutexLock lock(mutex_);
    stop_ = true;
    added_.notify_one();
    stopped_.notify_one();
  }
  thread_.join();
}

void LineWriter::add(std::string_view line) {
  const MutexLock lock(mutex_);
  if (waiting_.size() + line.size() > max_waiting_) {
    ++lost_;
    return;
  }
  const bool is_first = waiting_.empty();
  waiting_ += line;
  if (is_first) added_.notify_one();
}

void LineWriter::run() {
  // Whoever reads them may have gone; there is nobody to tell.
  for (std::string lines; take(lines); rest()) (void)write_all(fd_, lines);
}

bool LineWriter::take(std::string& lines) {
  lines.clear();
  const MutexLock lock(mutex_);
  while (waiting_.empty() && !stop_) added_.wait(mutex_);
  if (waiting_.empty()) return false;
  lines.swap(waiting_);
  if (lost_ > 0) lines += tell_lost_(lost_);
  lost_ = 0;
  return true;
}

void LineWriter::rest() {
  const MutexLock lock(mutex_);
  if (!stop_) stopped_.wait_for(mutex_, kRest);
}

}  // namespace signpost
