// worker_loop.h - the worker's side of the pool: takes jobs, keeps within the limits, answers in order.
// Tested by tests/unit/indexer/worker_pool_test.cc.
#pragma once

#include <atomic>
#include <cstdint>

#include "indexer/worker_pool.h"

namespace signpost {

// In memory that both processes share: whom to blame, without a message that a crash would swallow.
struct WorkerStatus {
  std::atomic<int64_t> started_ns{0};  // CLOCK_MONOTONIC; 0 while idle
  std::atomic<uint32_t> number{0};     // of the job at work
};

int64_t monotonic_ns();

// In front of the bytes of each result.
struct ResultHeader {
  Job job;
  uint32_t ok = 0;
  uint32_t size = 0;
};

// Reads jobs from `in` until it ends; returns the exit status.
int run_worker(int in, int out, const WorkerPool::Work& work, const WorkerLimits& limits,
               WorkerStatus& status);

}  // namespace signpost
