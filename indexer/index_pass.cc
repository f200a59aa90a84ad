// index_pass.cc - the steps in their order, and the decision to publish.
#include "indexer/index_pass.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <future>
#include <ostream>
#include <set>
#include <utility>

#include "base/dates.h"
#include "base/error.h"
#include "index/draft_generation.h"
#include "index/generation.h"
#include "index/history_file.h"
#include "index/incident_file.h"
#include "index/manifest.h"
#include "index/merge.h"
#include "index/owners_file.h"
#include "index/reply_file.h"
#include "index/schema.h"
#include "indexer/asset_copy.h"
#include "indexer/counts.h"
#include "indexer/cross_check.h"
#include "indexer/file_account.h"
#include "indexer/generation_writer.h"
#include "indexer/incident_step.h"
#include "indexer/meaning_step.h"
#include "indexer/missing_fonts.h"
#include "indexer/next_state.h"
#include "indexer/original_version_step.h"
#include "indexer/owner_rules.h"
#include "indexer/pipeline.h"
#include "indexer/previous_run.h"
#include "indexer/progress.h"
#include "indexer/published_addresses.h"
#include "indexer/published_generation.h"
#include "indexer/reading_order.h"
#include "indexer/reply_step.h"
#include "indexer/run_plan.h"
#include "indexer/run_state.h"
#include "indexer/short_address_step.h"
#include "indexer/site_file.h"
#include "indexer/source_history.h"

namespace fs = std::filesystem;

namespace signpost {
class IndexPass::Steps {
 public:
  Steps(const IndexOptions& options, Readers readers, const Steps* everybody, std::ostream& err)
      : options_(options),
        output_(readers == Readers::staff ? staff_index(options.output) : options.output),
        readers_(readers),
        everybody_(everybody == nullptr ? nullptr : &everybody->corpus_),
        everybody_dir_(everybody == nullptr ? "" : everybody->draft_->dir()),
        err_(err),
        progress_(err, options_.progress) {
    report_.source = options_.source;
    report_.output = output_;
  }

  void prepare(const SourceChanges& changes, std::optional<RunMemory>& memory) {
    progress_.step("Scanning " + options_.source);
    std::optional<RunMemory> last = std::exchange(memory, std::nullopt);
    if (!last) read_site();
    lock_.emplace(output_);
    if (!last || !go_on(changes, *last)) scan();
    report_.dialects = names_of(*site_.site.dialects);
    if (!only_incidents_changed_) read_repository();
    end_phase("scan");
    draft_.emplace(output_);
    render();
    read_known_incidents();
    if (only_incidents_changed_) {
      finish_incidents();
      check();
      complete_state(corpus_, rendered_, places_, state_);
    } else {
      check();
      report_.not_published = reason_not_to_publish();
      if (report_.not_published.empty()) finish();
    }
    progress_.clear();
  }

  void publish() {
    phase_start_ = std::chrono::steady_clock::now();  // the other pass may have come in between
    progress_.step("Publishing");
    draft_->publish();
    report_.generation = fs::path(draft_->dir()).filename().string();
    remove_old();
    end_phase("publish");
    progress_.clear();
  }

  void discard() { draft_.reset(); }

  RunMemory take_memory() {
    return {std::move(site_), std::move(corpus_), std::move(state_), std::move(stats_), draft_->dir()};
  }

  const Corpus& corpus() const { return corpus_; }
  RunReport& report() { return report_; }

 private:
  // False where the source must be scanned.
  bool go_on(const SourceChanges& changes, RunMemory& last) {
    if (options_.full || current_generation(output_) != last.generation_dir) return false;
    const auto changed = take_changes_over(changes, last, options_.output);
    if (!changed) return false;
    site_ = std::move(last.site);
    corpus_ = std::move(last.corpus);
    previous_.state = std::move(last.state);
    previous_.generation_dir = last.generation_dir;
    corpus_.states = std::move(previous_.state->sources);
    state_.settings = previous_.state->settings;
    plan_ = plan_changes(corpus_, *previous_.state, *changed);
    // Findings of articles may keep a strict run from publishing.
    only_incidents_changed_ =
        !plan_.full() && plan_.to_render.empty() && !options_.strict && !options_.dry_run;
    stats_ = std::move(last.stats);
    return true;
  }

  void read_site() {
    source_.emplace(options_.source, readers_);
    site_ = load_site(*source_, options_.site_file);
  }

  void scan() {
    if (!source_) read_site();
    previous_ = load_previous_run(output_);
    corpus_ = scan_corpus(*source_, site_.site, !site_.site.languages_given, options_.output, last_run());
    reconcile_languages(corpus_, site_);
    find_reading_order(corpus_, site_.site);
    if (options_.full) previous_ = PreviousRun();
    state_.settings = settings_of(site_.site);
    plan_ = previous_.state ? plan_run(corpus_, *previous_.state, state_.settings)
                            : plan_full(corpus_, options_.full ? "--full" : previous_.full_because);
  }

  void read_repository() {
    history_ = read_source_history(options_.source);
    owners_ = read_source_owners(options_.source, owner_findings_);
    if (readers_ == Readers::everybody) leave_out_internal(corpus_.internal, owners_);
  }

  // A full run knows which addresses are published, and nothing else.
  LastRun last_run() {
    LastRun last;
    if (previous_.state && !options_.full) {
      last.files = &previous_.state->sources.files;
      last.folders = std::move(previous_.state->sources.folders);
    }
    last.published = [this] {
      complete(previous_);
      Published before = published_before(previous_, output_, published_pages_);
      if (everybody_ != nullptr) take_over(*everybody_, before);
      return before;
    };
    return last;
  }

  void end_phase(const char* name) {
    const auto now = std::chrono::steady_clock::now();
    report_.seconds.emplace_back(name, std::chrono::duration<double>(now - phase_start_).count());
    phase_start_ = now;
  }

  void take(std::vector<Diagnostic>& diagnostics) {
    std::move(diagnostics.begin(), diagnostics.end(), std::back_inserter(report_.diagnostics));
    diagnostics.clear();
  }
  void take_copies(const std::vector<Diagnostic>& diagnostics) {
    report_.diagnostics.insert(report_.diagnostics.end(), diagnostics.begin(), diagnostics.end());
  }

  void render() {
    const size_t processes = processes_for(plan_.to_render.size(), options_.jobs);
    PipelineOptions pipeline;
    pipeline.workers = processes;
    pipeline.lock_fd = lock_->fd();
    for (size_t i = 0; plan_.full() && i < processes; ++i)
      pipeline.shard_dirs.push_back(draft_->dir() + "/shards/" + std::to_string(i));
    pipeline.progress = [this](uint64_t documents, uint64_t bytes) {
      progress_.rendering(documents, plan_.to_render.size(), bytes);
    };
    progress_.step("Rendering");
    const Renderer renderer(corpus_, site_.site);
    const auto render = [&renderer](uint32_t document, RenderMode mode) {
      return renderer.render(document, mode);
    };
    rendered_ = run_pipeline(corpus_, plan_.to_render, render, pipeline);
    report_.rendered = plan_.to_render.size();
    report_.full_because = plan_.full_because;
    keep_findings(corpus_, rendered_.diagnostics, state_);
    take(rendered_.diagnostics);
    if (!plan_.full()) {
      std::vector<Diagnostic> kept = keep_unchanged(corpus_, plan_, *previous_.state, rendered_, state_);
      take(kept);
    }
    shard_dirs_ = std::move(pipeline.shard_dirs);
    report_.workers = report_.writers = processes;
    report_.worker_peak_memory = rendered_.worker_peak_memory;
    report_.writer_peak_memory = rendered_.writer_peak_memory;
    end_phase("render");
  }

  void check() {
    take_copies(site_.diagnostics);
    take_copies(corpus_.diagnostics);
    take(owner_findings_);
    take(incidents_.diagnostics);
    take(reply_findings_);
    std::vector<Diagnostic> across = check_across(corpus_, rendered_.facts, site_.site);
    take(across);
    account_for_files(corpus_, rendered_.facts, report_);
    report_.documents = rendered_.indexed;
    warn_of_missing_fonts(corpus_, rendered_.facts, err_);
    apply_settings(site_.site.checks, report_.diagnostics);
    end_phase("check");
  }

  void read_known_incidents() {
    incidents_ = read_incidents(corpus_, rendered_.facts, site_.site, seconds_of_clock(), lock_->fd());
    report_.incidents = incidents_.incidents.size();
    replies_ = read_replies(corpus_, reply_findings_);
    end_phase("incidents");
  }

  std::string reason_not_to_publish() const {
    const uint64_t errors = count_of(report_.diagnostics, Severity::error);
    if (options_.strict && errors > 0) {
      return "--strict, and there " +
             std::string(errors == 1 ? "is 1 error" : "are " + std::to_string(errors) + " errors");
    }
    if (rendered_.indexed == 0 && !options_.force)
      return "there is no article in " + options_.source + what_there_is();
    const uint64_t before = published_documents(output_);
    if (options_.force || rendered_.indexed * 2 >= before) return "";
    return "only " + std::to_string(rendered_.indexed) + " of " + std::to_string(before) +
           " documents are left; --force publishes nevertheless";
  }

  // Of Markdown, why it is left out stands in the findings.
  std::string what_there_is() const {
    if (report_.files.markdown > 0) {
      return ": of " + counted(report_.files.markdown, "Markdown file", "Markdown files") +
             " none is published";
    }
    return endings_without_markdown(corpus_);
  }

  void finish() {
    progress_.step("Merging");
    const GenerationDirs dirs = dirs_of(*draft_);
    std::error_code ignored;
    fs::create_directories(dirs.state, ignored);
    stats_ = plan_.full() ? write_full(shard_dirs_, rendered_, corpus_, site_.site, dirs, state_, places_)
                          : write_delta(rendered_, plan_, *previous_.state, corpus_, site_.site, dirs, state_,
                                        places_);
    fs::remove_all(draft_->dir() + "/shards", ignored);
    write_incidents(draft_->dir(), incidents_.incidents);
    write_history(draft_->dir(), history_);
    write_owners(draft_->dir(), owners_);
    write_original_versions(draft_->dir(),
                            find_original_versions(corpus_, rendered_.facts, site_.site, options_.source,
                                                   [this] { return known_originals(); }));
    write_replies(draft_->dir(), replies_);
    add_short_addresses(corpus_, rendered_.facts, site_.site, {everybody_dir_, published_dir()},
                        draft_->dir());
    if (stats_.documents != rendered_.indexed) {
      throw Error(ErrorKind::internal, "the index has " + std::to_string(stats_.documents) +
                                           " documents, not " + std::to_string(rendered_.indexed));
    }
    end_phase("merge");
    copy_files(draft_->dir());
    end_phase("copy");
    learn(draft_->dir());
    if (options_.dry_run) {
      report_.not_published = "--dry-run";
      return;
    }
    complete_state(corpus_, rendered_, places_, state_);
    auto saved = std::async(std::launch::async, [&] { save_run_state(state_, dirs.state); });
    seal(dirs.previous);
    saved.get();
  }

  // All but the incidents is as it was published; whatever else a run looks at can wait until readers are
  // told of them.
  void finish_incidents() {
    const GenerationDirs dirs = dirs_of(*draft_);
    share_generation(*previous_.state, dirs, state_, places_);
    write_incidents(draft_->dir(), incidents_.incidents);
    write_replies(draft_->dir(), replies_);
    copy_files(draft_->dir());
    end_phase("copy");
    seal(dirs.previous);
  }

  GenerationDirs dirs_of(DraftGeneration& draft) const {
    const GenerationDirs dirs = {draft.dir(), state_dir(output_, draft.dir()),
                                 plan_.full() ? "" : previous_.generation_dir};
    draft.add_folder(dirs.state);
    return dirs;
  }

  // With --full, and where it can't be read, nothing.
  KnownOriginals known_originals() const {
    const std::string& dir = previous_.generation_dir;
    if (dir.empty()) return {};
    try {
      return {load_original_versions(dir), load_history(dir).revision == history_.revision};
    } catch (const Error&) {
      return {};
    }
  }

  std::string published_dir() const {
    try {
      return current_generation(output_).value_or("");
    } catch (const Error&) {
      return "";  // `current` is damaged; publishing mends it
    }
  }

  void seal(const std::string& previous) {
    seal_generation(draft_->dir(), stats_.documents, previous, readers_);
    report_.by_kind = stats_.by_kind;
    report_.by_language = stats_.by_language;
    report_.sections = stats_.sections;
    report_.terms = stats_.terms;
    for (const ManifestFile& file : read_manifest(draft_->dir()).files) report_.index_bytes += file.size;
    end_phase("seal");
  }

  // What the articles mean, if there is somebody to ask.
  void learn(const std::string& dir) {
    if (!wants_meaning(options_.meaning, site_.site)) {
      if (had_meaning()) {
        err_ << "signpost-index: warning: the generation before had the meaning of its sections; without "
                "--embedder this one finds by words alone\n";
      }
      return;
    }
    if (options_.dry_run) {
      report_.meaning_cost = count_meaning(dir, output_, options_.meaning, site_.site, err_);
    } else {
      report_.meaning = add_meaning(dir, output_, options_.meaning, site_.site, progress_, err_);
    }
    end_phase("meaning");
  }

  bool had_meaning() const {
    const std::optional<std::string> before = current_generation(output_);
    return site_.site.meaning.on && before && fs::exists(*before + "/" + files::kVectors);
  }

  // What is published is published: the next run removes what stays.
  void remove_old() {
    try {
      prune_generations(output_);
      prune_run_states(output_);
    } catch (const std::exception& error) {
      err_ << "signpost-index: warning: old generations could not be removed: " << message_of(error) << '\n';
    }
  }

  void copy_files(const std::string& dir) {
    std::set<std::string> names;
    for (const auto& facts : rendered_.facts) {
      if (facts) names.insert(facts->assets.begin(), facts->assets.end());
    }
    const SiteImage& logo = site_.logo;
    names.insert(incidents_.assets.begin(), incidents_.assets.end());
    names.erase(logo.name);
    AssetCopy copy =
        copy_assets(*corpus_.source, {names.begin(), names.end()}, dir, previous_.generation_dir);
    if (!logo.name.empty()) {
      write_asset(logo.name, logo.bytes, dir);
      ++copy.files;
      copy.bytes += logo.bytes.size();
    }
    report_.asset_files = copy.files;
    report_.asset_bytes = copy.bytes;
    apply_settings(site_.site.checks, copy.diagnostics);
    take(copy.diagnostics);
  }

  const IndexOptions& options_;
  const std::string output_;  // the index that is written: in `options_.output`, which the source has not
  const Readers readers_;
  const Corpus* const everybody_;    // of a pass for staff: what is there for all, and as it is there
  const std::string everybody_dir_;  // the generation of that
  std::ostream& err_;
  Progress progress_;
  std::chrono::steady_clock::time_point phase_start_ = std::chrono::steady_clock::now();
  std::optional<SourceFolder> source_;  // where it is scanned
  SiteFile site_;
  Corpus corpus_;
  std::optional<IndexLock> lock_;
  std::optional<DraftGeneration> draft_;
  PreviousRun previous_;
  PublishedPages published_pages_;  // where the run before left nothing to read
  RunPlan plan_;
  PipelineResult rendered_;
  IncidentsOfSource incidents_;
  std::vector<SavedReply> replies_;
  std::vector<Diagnostic> reply_findings_;
  SourceHistory history_;
  SourceOwners owners_;
  std::vector<Diagnostic> owner_findings_;
  RunState state_;
  IndexStats stats_;
  std::vector<DocumentPlace> places_;  // by document
  bool only_incidents_changed_ = false;
  std::vector<std::string> shard_dirs_;
  RunReport report_;
};

IndexPass::IndexPass(const IndexOptions& options, Readers readers, const IndexPass* everybody,
                     std::ostream& err)
    : steps_(std::make_unique<Steps>(options, readers,
                                     everybody == nullptr ? nullptr : everybody->steps_.get(), err)) {}

IndexPass::~IndexPass() = default;

void IndexPass::prepare(const SourceChanges& changes, std::optional<RunMemory>& memory) {
  steps_->prepare(changes, memory);
}
void IndexPass::publish() { steps_->publish(); }
void IndexPass::discard() { steps_->discard(); }
RunMemory IndexPass::take_memory() { return steps_->take_memory(); }
const Corpus& IndexPass::corpus() const { return steps_->corpus(); }
bool IndexPass::has_internal() const { return signpost::has_internal(steps_->corpus()); }
RunReport& IndexPass::report() { return steps_->report(); }

}  // namespace signpost
