// worker_pool.h - runs jobs in child processes with limits, so that one bad document costs only itself.
// Tested by tests/unit/indexer/worker_pool_test.cc.
#pragma once

#include <poll.h>

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/child_process.h"

namespace signpost {

// For each job, not for the whole run.
struct WorkerLimits {
  double cpu_seconds = 2;
  double wall_seconds = 10;
  size_t memory_bytes = size_t{1} << 30;  // address space beyond what the worker starts with; 0 for none
  size_t output_bytes = size_t{32} << 20;
};

// The limits above, widened where a sanitizer makes everything slow and large.
WorkerLimits default_worker_limits();

struct Job {
  uint32_t number = 0;
  uint32_t mode = 0;  // for the work to interpret
};

struct JobResult {
  Job job;
  bool ok = false;
  std::string bytes;  // what the work returned; the reason when it is not ok
};

// REQUIRES: used by a process without other threads; workers are forked at any time.
class WorkerPool {
 public:
  // Runs in the workers. An exception is a failure of that job, with what() for the reason.
  using Work = std::function<std::string(const Job&)>;

  // The workers keep `keep_fd` open (-1: nothing); see IndexLock.
  WorkerPool(size_t workers, Work work, const WorkerLimits& limits, int keep_fd = -1);
  ~WorkerPool();

  // True while a job can be submitted; a few wait in line at each worker.
  bool has_room() const;
  void submit(Job job);
  size_t in_flight() const;

  // What to wait for before the next collect(), which should come at least every 200 ms.
  void add_poll(std::vector<pollfd>& fds) const;

  // Adds all results that have arrived. A worker that died or ran over a limit is replaced: the job it was at
  // fails, the others in its line are run again.
  void collect(std::vector<JobResult>& results);

  // Peak resident memory of the largest worker that has ended, in bytes.
  size_t peak_memory() const { return peak_memory_; }
  // Ends all workers; they must be idle.
  void finish();

 private:
  enum class Stream { open, closed, garbled };
  struct Status;
  struct Worker;

  void start(Worker& worker);
  void send(Worker& worker, Job job);
  Stream read_results(Worker& worker, std::vector<JobResult>& results);
  std::string reason_of_death(Worker& worker) const;
  void replace(Worker& worker, const std::string& why, std::vector<JobResult>& results);

  const Work work_;
  const WorkerLimits limits_;
  const int keep_fd_;
  std::vector<char> buffer_;
  std::vector<std::unique_ptr<Worker>> workers_;
  size_t peak_memory_ = 0;
};

}  // namespace signpost
