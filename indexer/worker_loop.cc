// worker_loop.cc - small results leave together, at the latest before the worker would wait.
#include "indexer/worker_loop.h"

#include <poll.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <exception>
#include <new>

#include "base/error.h"

namespace signpost {
namespace {

constexpr size_t kFlushBytes = 64 * 1024;

size_t own_address_space() {
  long pages = 0;
  if (FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%ld", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  return static_cast<size_t>(pages) * static_cast<size_t>(::sysconf(_SC_PAGESIZE));
}

void set_limit(int resource, size_t value) {
  const rlimit limit{value, value};
  ::setrlimit(static_cast<__rlimit_resource>(resource), &limit);
}

// Starts the clock of a job; SIGPROF ends the process when it has run out.
void allow_cpu(double seconds) {
  itimerval timer{};
  timer.it_value.tv_sec = static_cast<time_t>(seconds);
  timer.it_value.tv_usec =
      static_cast<suseconds_t>((seconds - static_cast<double>(timer.it_value.tv_sec)) * 1e6);
  ::setitimer(ITIMER_PROF, &timer, nullptr);
}

JobResult run_job(Job job, const WorkerPool::Work& work, const WorkerLimits& limits) {
  try {
    std::string bytes = work(job);
    if (bytes.size() <= limits.output_bytes) return {job, true, std::move(bytes)};
    return {job, false, "its output is larger than " + std::to_string(limits.output_bytes >> 20) + " MB"};
  } catch (const std::bad_alloc&) {
    return {job, false, "it needs more than " + std::to_string(limits.memory_bytes >> 20) + " MB of memory"};
  } catch (const std::exception& error) {
    return {job, false, message_of(error)};
  }
}

bool input_waits(int in) {
  pollfd fd{in, POLLIN, 0};
  return ::poll(&fd, 1, 0) > 0;
}

}  // namespace

int64_t monotonic_ns() {
  timespec now{};
  ::clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<int64_t>(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

int run_worker(int in, int out, const WorkerPool::Work& work, const WorkerLimits& limits,
               WorkerStatus& status) {
  set_limit(RLIMIT_CORE, 0);
  if (limits.memory_bytes > 0) set_limit(RLIMIT_AS, own_address_space() + limits.memory_bytes);
  std::string pending;
  for (;;) {
    if (!pending.empty() && (pending.size() >= kFlushBytes || !input_waits(in))) {
      if (!write_all(out, pending)) return 1;
      pending.clear();
    }
    Job job;
    if (read_up_to(in, reinterpret_cast<char*>(&job), sizeof job) != sizeof job) return 0;
    status.number = job.number;
    status.started_ns = monotonic_ns();
    allow_cpu(limits.cpu_seconds);
    const JobResult result = run_job(job, work, limits);
    allow_cpu(0);
    status.started_ns = 0;
    const ResultHeader header{job, result.ok, static_cast<uint32_t>(result.bytes.size())};
    pending.append(reinterpret_cast<const char*>(&header), sizeof header);
    pending += result.bytes;
  }
}

}  // namespace signpost
