// check_pass.cc - the loop of the indexing pipeline without the writers.
#include "indexer/check/check_pass.h"

#include <poll.h>

#include <deque>
#include <utility>

#include "indexer/check/document_rules.h"
#include "indexer/renderer.h"
#include "indexer/wire.h"
#include "indexer/worker_pool.h"

namespace signpost {
namespace {

constexpr int kPollMilliseconds = 100;

class CheckPass {
 public:
  CheckPass(const Corpus& corpus, const Site& site, const std::string& today, size_t workers)
      : corpus_(corpus),
        site_(site),
        today_(today),
        renderer_(corpus, site),
        pool_(
            workers, [this](const Job& job) { return check(job); }, default_worker_limits()) {
    result_.documents.resize(corpus.documents.size());
  }

  CheckedCorpus run() {
    size_t done = 0;
    std::vector<pollfd> fds;
    while (done < corpus_.documents.size()) {
      while (pool_.has_room() && !retries_.empty()) {
        pool_.submit(retries_.front());
        retries_.pop_front();
      }
      while (pool_.has_room() && next_ < corpus_.documents.size()) {
        pool_.submit({next_++, static_cast<uint32_t>(RenderMode::markdown)});
      }
      fds.clear();
      pool_.add_poll(fds);
      ::poll(fds.data(), fds.size(), kPollMilliseconds);
      std::vector<JobResult> results;
      pool_.collect(results);
      for (const JobResult& result : results) done += take(result) ? 1 : 0;
    }
    pool_.finish();
    return std::move(result_);
  }

 private:
  // In the worker.
  std::string check(const Job& job) const {
    ParsedSource parsed = renderer_.parse(job.number, static_cast<RenderMode>(job.mode));
    RenderResult rendered;
    rendered.diagnostics = std::move(parsed.result.diagnostics);
    std::string updated;
    if (const auto& document = parsed.result.document) {
      rendered.indexed = true;
      rendered.facts = renderer_.facts_of(*document);
      updated = document->updated;
      for (Diagnostic& d : check_document({*document, parsed.files, site_, today_})) {
        rendered.diagnostics.push_back(std::move(d));
      }
    }
    std::string bytes;
    WireWriter out(bytes);
    out.text(updated);
    out.text(to_wire(rendered));
    return bytes;
  }

  // False when the document is tried again.
  bool take(const JobResult& result) {
    const uint32_t number = result.job.number;
    if (!result.ok) return fail(result);
    WireReader in(result.bytes);
    std::string updated(in.text());
    RenderResult rendered = result_from_wire(in.text());
    for (Diagnostic& d : rendered.diagnostics) result_.diagnostics.push_back(std::move(d));
    if (rendered.indexed) result_.documents[number] = {std::move(rendered.facts), std::move(updated)};
    return true;
  }

  bool fail(const JobResult& result) {
    const std::string& path = corpus_.documents[result.job.number].info.path;
    const bool was_plain = result.job.mode == static_cast<uint32_t>(RenderMode::plain);
    const std::string message = was_plain
                                    ? "not even its plain text can be indexed: " + result.bytes + "; left out"
                                    : "cannot be rendered, its plain text is shown instead: " + result.bytes;
    result_.diagnostics.push_back({Severity::error, path, 0, 0, "render", message});
    if (!was_plain) retries_.push_back({result.job.number, static_cast<uint32_t>(RenderMode::plain)});
    return was_plain;
  }

  const Corpus& corpus_;
  const Site& site_;
  const std::string& today_;
  const Renderer renderer_;
  WorkerPool pool_;
  uint32_t next_ = 0;
  std::deque<Job> retries_;
  CheckedCorpus result_;
};

}  // namespace

CheckedCorpus check_documents(const Corpus& corpus, const Site& site, const std::string& today,
                              size_t workers) {
  return CheckPass(corpus, site, today, workers).run();
}

}  // namespace signpost
