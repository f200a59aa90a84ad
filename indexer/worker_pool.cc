// worker_pool.cc - the parent's side: hands out jobs, collects results, and replaces workers that fail.
#include "indexer/worker_pool.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <new>

#include "base/error.h"
#include "base/sanitized_build.h"
#include "indexer/worker_loop.h"

namespace signpost {
namespace {

// Enough that a worker never waits for its parent, few enough that the last ones are shared out evenly.
constexpr size_t kMaxInLine = 16;
// A worker that dies without being at a job is somebody else's doing, until it happens again and again.
constexpr int kUnexplainedDeaths = 3;
constexpr size_t kReadBytes = 1024 * 1024;

std::string in_seconds(double seconds) {
  char text[32];
  std::snprintf(text, sizeof text, "%g s", seconds);
  return text;
}

}  // namespace

WorkerLimits default_worker_limits() {
  WorkerLimits limits;
  if constexpr (kSanitizedBuild) {
    limits.cpu_seconds *= 10;
    limits.wall_seconds *= 6;
    limits.memory_bytes = 0;  // shadow memory takes terabytes of address space
  }
  return limits;
}

struct WorkerPool::Status {
  Status() {
    void* const page =
        ::mmap(nullptr, sizeof(WorkerStatus), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED)
      throw Error(ErrorKind::io, std::string("cannot share memory: ") + std::strerror(errno));
    shared = new (page) WorkerStatus;
  }
  ~Status() { ::munmap(shared, sizeof(WorkerStatus)); }
  Status(const Status&) = delete;
  Status& operator=(const Status&) = delete;

  WorkerStatus* shared = nullptr;
};

struct WorkerPool::Worker {
  Status status;
  ChildProcess process;
  std::deque<Job> line;  // sent and not answered, in the order of answers
  std::string received;  // not yet complete
  int unexplained_deaths = 0;
};

WorkerPool::WorkerPool(size_t workers, Work work, const WorkerLimits& limits, int keep_fd)
    : work_(std::move(work)), limits_(limits), keep_fd_(keep_fd), buffer_(kReadBytes) {
  for (size_t i = 0; i < std::max<size_t>(workers, 1); ++i) {
    workers_.push_back(std::make_unique<Worker>());
    start(*workers_.back());
  }
}

WorkerPool::~WorkerPool() = default;

void WorkerPool::start(Worker& worker) {
  worker.status.shared->started_ns = 0;
  WorkerStatus& status = *worker.status.shared;
  worker.process = ChildProcess(
      [this, &status](int in, int out) { return run_worker(in, out, work_, limits_, status); }, keep_fd_);
}

bool WorkerPool::has_room() const {
  return std::any_of(workers_.begin(), workers_.end(),
                     [](const auto& worker) { return worker->line.size() < kMaxInLine; });
}

size_t WorkerPool::in_flight() const {
  size_t jobs = 0;
  for (const auto& worker : workers_) jobs += worker->line.size();
  return jobs;
}

void WorkerPool::submit(Job job) {
  const auto shortest = std::min_element(workers_.begin(), workers_.end(), [](const auto& a, const auto& b) {
    return a->line.size() < b->line.size();
  });
  (*shortest)->line.push_back(job);
  send(**shortest, job);
}

// The line is far shorter than the pipe, so this can't block. When it fails the worker is dead, and collect()
// sends the whole line again.
void WorkerPool::send(Worker& worker, Job job) {
  write_all(worker.process.to_child(), {reinterpret_cast<const char*>(&job), sizeof job});
}

void WorkerPool::add_poll(std::vector<pollfd>& fds) const {
  for (const auto& worker : workers_) fds.push_back({worker->process.from_child(), POLLIN, 0});
}

void WorkerPool::collect(std::vector<JobResult>& results) {
  for (auto& worker : workers_) {
    const Stream stream = read_results(*worker, results);
    const int64_t started = worker->status.shared->started_ns;
    const bool late = started != 0 && !worker->line.empty() &&
                      static_cast<double>(monotonic_ns() - started) > limits_.wall_seconds * 1e9;
    if (stream == Stream::open && !late) continue;
    std::string why;
    if (stream == Stream::closed) {
      why = reason_of_death(*worker);
    } else {
      worker->process.kill();
      why = late ? "it took more than " + in_seconds(limits_.wall_seconds) : "the worker sent nonsense";
    }
    replace(*worker, why, results);
  }
}

WorkerPool::Stream WorkerPool::read_results(Worker& worker, std::vector<JobResult>& results) {
  Stream stream = Stream::open;
  for (;;) {
    const ssize_t got = ::read(worker.process.from_child(), buffer_.data(), buffer_.size());
    if (got > 0) worker.received.append(buffer_.data(), static_cast<size_t>(got));
    if (got == static_cast<ssize_t>(buffer_.size()) || (got < 0 && errno == EINTR)) continue;
    if (got == 0 || (got < 0 && errno != EAGAIN)) stream = Stream::closed;
    break;
  }
  size_t position = 0;
  ResultHeader header;
  while (worker.received.size() - position >= sizeof header) {
    std::memcpy(&header, worker.received.data() + position, sizeof header);
    const bool expected = !worker.line.empty() && worker.line.front().number == header.job.number;
    if (!expected || header.size > limits_.output_bytes + kReadBytes) return Stream::garbled;
    if (worker.received.size() - position < sizeof header + header.size) break;
    results.push_back(
        {worker.line.front(), header.ok == 1, worker.received.substr(position + sizeof header, header.size)});
    worker.line.pop_front();
    worker.unexplained_deaths = 0;
    position += sizeof header + header.size;
  }
  worker.received.erase(0, position);
  return stream;
}

std::string WorkerPool::reason_of_death(Worker& worker) const {
  int signal = 0;
  const std::string ended = worker.process.wait(&signal);
  if (signal == SIGPROF) return "it took more than " + in_seconds(limits_.cpu_seconds) + " of processor time";
  return "the worker ended with " + (ended.empty() ? "exit status 0" : ended);
}

void WorkerPool::replace(Worker& worker, const std::string& why, std::vector<JobResult>& results) {
  const bool was_at_work = worker.status.shared->started_ns != 0;
  const uint32_t number = worker.status.shared->number;
  peak_memory_ = std::max(peak_memory_, worker.process.peak_memory());
  worker.received.clear();
  auto guilty = std::find_if(worker.line.begin(), worker.line.end(),
                             [&](const Job& job) { return was_at_work && job.number == number; });
  if (guilty == worker.line.end() && ++worker.unexplained_deaths >= kUnexplainedDeaths) {
    guilty = worker.line.begin();
  }
  if (guilty != worker.line.end()) {
    results.push_back({*guilty, false, why});
    worker.line.erase(guilty);
    worker.unexplained_deaths = 0;
  }
  start(worker);
  for (const Job job : worker.line) send(worker, job);
}

void WorkerPool::finish() {
  for (auto& worker : workers_) {
    worker->process.close_to_child();
    worker->process.wait();
    peak_memory_ = std::max(peak_memory_, worker->process.peak_memory());
  }
  workers_.clear();
}

}  // namespace signpost
