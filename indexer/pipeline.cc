// pipeline.cc - a poll() loop in one thread, so that it may fork at any time.
#include "indexer/pipeline.h"

#include <poll.h>

#include <algorithm>
#include <deque>
#include <map>
#include <thread>

#include "base/error.h"
#include "indexer/shard_pool.h"
#include "indexer/worker_pool.h"

namespace signpost {
namespace {

// Rendered documents that wait for the writers or for one before them; above it nothing new is rendered.
constexpr size_t kMaxWaitingBytes = size_t{64} << 20;
constexpr int kPollMilliseconds = 100;
// Below this many documents a second process costs more than it saves.
constexpr size_t kDocumentsForOneProcess = 100;

// A run of consecutive places in the list of documents.
struct Range {
  uint32_t next_job = 0;    // the first not yet handed to a worker
  uint32_t next_write = 0;  // the first not yet handed to the writer
  uint32_t end = 0;
};

// Cuts the documents into `count` ranges of about the same number of bytes.
std::vector<Range> cut_ranges(const Corpus& corpus, const std::vector<uint32_t>& documents, size_t count) {
  uint64_t total = 0;
  for (const uint32_t document : documents) total += corpus.documents[document].bytes;
  std::vector<Range> ranges(count);
  uint64_t seen = 0;
  uint32_t next = 0;
  for (size_t i = 0; i < count; ++i) {
    ranges[i].next_job = ranges[i].next_write = next;
    const uint64_t goal = total * (i + 1) / count;
    while (next < documents.size() && (seen < goal || i + 1 == count)) {
      seen += corpus.documents[documents[next++]].bytes;
    }
    ranges[i].end = next;
  }
  return ranges;
}

class Pipeline {
 public:
  Pipeline(const Corpus& corpus, const std::vector<uint32_t>& documents, const Render& render,
           const PipelineOptions& options)
      : corpus_(corpus),
        documents_(documents),
        options_(options),
        render_(render),
        ranges_(cut_ranges(corpus, documents, std::max<size_t>(1, options.shard_dirs.size()))),
        writers_(options.shard_dirs, options.lock_fd),
        workers_(
            options.workers, [this](const Job& job) { return to_wire(render_document(job)); },
            default_worker_limits(), options.lock_fd) {
    result_.facts.resize(corpus.documents.size());
    for (size_t shard = 0; shard < ranges_.size(); ++shard) close_if_complete(shard);
  }

  PipelineResult run() {
    while (documents_done_ < documents_.size() || !writers_.done()) {
      hand_out_jobs();
      wait();
      std::vector<JobResult> results;
      workers_.collect(results);
      for (const JobResult& result : results) take(result);
      writers_.pump();
      if (options_.progress) options_.progress(documents_done_, bytes_done_);
    }
    workers_.finish();
    result_.worker_peak_memory = workers_.peak_memory();
    result_.writer_peak_memory = writers_.peak_memory();
    return std::move(result_);
  }

 private:
  RenderResult render_document(const Job& job) const {
    return render_(documents_[job.number], static_cast<RenderMode>(job.mode));
  }

  // Takes turns between the ranges, so that all writers have work from the start.
  void hand_out_jobs() {
    for (const Job job : retries_) workers_.submit(job);
    retries_.clear();
    size_t idle = 0;
    while (idle < ranges_.size() && workers_.has_room() &&
           waiting_bytes_ + writers_.queued_bytes() < kMaxWaitingBytes) {
      Range& range = ranges_[turn_];
      turn_ = (turn_ + 1) % ranges_.size();
      if (range.next_job == range.end) {
        ++idle;
        continue;
      }
      idle = 0;
      workers_.submit({range.next_job++, static_cast<uint32_t>(RenderMode::markdown)});
    }
  }

  void wait() {
    fds_.clear();
    workers_.add_poll(fds_);
    writers_.add_poll(fds_);
    ::poll(fds_.data(), fds_.size(), kPollMilliseconds);
  }

  void take(const JobResult& result) {
    const uint32_t number = result.job.number;
    const bool was_plain = result.job.mode == static_cast<uint32_t>(RenderMode::plain);
    if (!result.ok) return fail(number, was_plain, result.bytes);
    RenderResult rendered = result_from_wire(result.bytes);
    for (Diagnostic& diagnostic : rendered.diagnostics) {
      result_.diagnostics.push_back(std::move(diagnostic));
    }
    if (rendered.indexed) result_.facts[documents_[number]] = std::move(rendered.facts);
    arrive(number, std::move(rendered.encoded));
  }

  void fail(uint32_t number, bool was_plain, const std::string& reason) {
    const std::string& path = corpus_.documents[documents_[number]].info.path;
    if (was_plain) {
      report(path, "not even its plain text can be indexed: " + reason + "; left out");
      arrive(number, "");
    } else {
      report(path, "cannot be rendered, its plain text is shown instead: " + reason);
      retries_.push_back({number, static_cast<uint32_t>(RenderMode::plain)});
    }
  }

  void report(const std::string& path, const std::string& message) {
    result_.diagnostics.push_back({Severity::error, path, 0, 0, "render", message});
  }

  // Results come in any order; each range's writer gets them in theirs. "" stands for a document left out.
  void arrive(uint32_t number, std::string encoded) {
    ++documents_done_;
    bytes_done_ += corpus_.documents[documents_[number]].bytes;
    waiting_bytes_ += encoded.size();
    waiting_.emplace(number, std::move(encoded));
    for (size_t shard = 0; shard < ranges_.size(); ++shard) {
      if (number == ranges_[shard].next_write && number < ranges_[shard].end) pass_on(shard);
    }
  }

  void pass_on(size_t shard) {
    Range& range = ranges_[shard];
    for (auto found = waiting_.find(range.next_write);
         found != waiting_.end() && range.next_write < range.end; found = waiting_.find(range.next_write)) {
      waiting_bytes_ -= found->second.size();
      if (!found->second.empty()) write(shard, range.next_write, std::move(found->second));
      waiting_.erase(found);
      ++range.next_write;
    }
    close_if_complete(shard);
  }

  void write(size_t shard, uint32_t place, std::string encoded) {
    ++result_.indexed;
    if (options_.shard_dirs.empty()) {
      result_.encoded.emplace_back(documents_[place], std::move(encoded));
    } else {
      writers_.add(shard, std::move(encoded));
    }
  }

  void close_if_complete(size_t shard) {
    if (options_.shard_dirs.empty()) return;
    if (ranges_[shard].next_write == ranges_[shard].end) writers_.close(shard);
  }

  const Corpus& corpus_;
  const std::vector<uint32_t>& documents_;  // jobs are places in it
  const PipelineOptions& options_;
  const Render& render_;
  std::vector<Range> ranges_;
  ShardPool writers_;
  WorkerPool workers_;
  size_t turn_ = 0;
  std::vector<Job> retries_;
  std::map<uint32_t, std::string> waiting_;
  size_t waiting_bytes_ = 0;
  uint64_t documents_done_ = 0;
  uint64_t bytes_done_ = 0;
  std::vector<pollfd> fds_;
  PipelineResult result_;
};

}  // namespace

PipelineResult run_pipeline(const Corpus& corpus, const std::vector<uint32_t>& documents,
                            const Render& render, const PipelineOptions& options) {
  if (documents.empty() && options.shard_dirs.empty()) {
    PipelineResult nothing;
    nothing.facts.resize(corpus.documents.size());
    return nothing;
  }
  return Pipeline(corpus, documents, render, options).run();
}

size_t processes_for(size_t documents, size_t jobs) {
  if (documents < kDocumentsForOneProcess) return 1;
  return jobs > 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace signpost
