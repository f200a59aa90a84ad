// periodic_task.cc - see periodic_task.h.
#include "service/periodic_task.h"

#include <utility>

namespace signpost {

PeriodicTask::PeriodicTask(std::function<void()> task, std::chrono::milliseconds pause)
    : task_(std::move(task)), pause_(pause) {}

PeriodicTask::~PeriodicTask() {
  {
    const MutexLock lock(mutex_);
    ending_ = true;
  }
  ending_told_.notify_one();
  if (thread_.joinable()) thread_.join();
}

void PeriodicTask::start() {
  if (!thread_.joinable()) thread_ = std::thread([this] { repeat(); });
}

void PeriodicTask::repeat() {
  for (;;) {
    task_();
    const auto next = std::chrono::steady_clock::now() + pause_;
    const MutexLock lock(mutex_);
    while (!ending_) {
      const auto left = next - std::chrono::steady_clock::now();
      if (left <= left.zero()) break;
      ending_told_.wait_for(mutex_, left);
    }
    if (ending_) return;
  }
}

}  // namespace signpost
