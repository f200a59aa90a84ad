// check_run.cc - gathers findings from wherever they are made, then keeps those that were asked for.
#include "indexer/check/check_run.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <numeric>
#include <optional>
#include <ostream>
#include <set>
#include <utility>

#include "base/dates.h"
#include "base/error.h"
#include "content/link_targets.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "index/published_pages.h"
#include "indexer/check/document_rules.h"
#include "indexer/check/git_changes.h"
#include "indexer/check/open_complaints.h"
#include "indexer/check/published.h"
#include "indexer/check/site_rules.h"
#include "indexer/check/translation_structure.h"
#include "indexer/counts.h"
#include "indexer/cross_check.h"
#include "indexer/git.h"
#include "indexer/incident_step.h"
#include "indexer/owner_rules.h"
#include "indexer/pipeline.h"
#include "indexer/published_addresses.h"
#include "indexer/reading_order.h"
#include "indexer/renderer.h"
#include "indexer/reply_step.h"
#include "indexer/run_report.h"
#include "indexer/site_file.h"
#include "indexer/source_history.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

class CheckRun {
 public:
  explicit CheckRun(const CheckOptions& options) : options_(options) {}

  Findings run() {
    if (!options_.changed_since.empty()) read_change();
    if (!options_.baseline.empty()) read_baseline();
    check(Readers::everybody, nullptr);
    if (has_internal(corpus_)) {
      const Corpus everybody = std::exchange(corpus_, Corpus());
      check(Readers::staff, &everybody);
      keep_first(diagnostics_);
    }
    if (!options_.changed_since.empty()) {
      std::erase_if(diagnostics_, [&](const Diagnostic& d) { return !is_touched(d, change_.files); });
    }
    sort_by_place(diagnostics_);
    return findings();
  }

 private:
  // What these readers get. `everybody`: what is in it for all, where they are staff.
  void check(Readers readers, const Corpus* everybody) {
    const SourceFolder source(options_.source, readers);
    site_ = load_site(source, options_.site_file);
    LastRun last;
    last.published = [&] {
      Published published = baseline_ ? published_of(*baseline_) : Published();
      if (everybody != nullptr) take_over(*everybody, published);
      return published;
    };
    corpus_ = scan_corpus(source, site_.site, !site_.site.languages_given, "", std::move(last));
    reconcile_languages(corpus_, site_);
    find_reading_order(corpus_, site_.site);
    take(site_.diagnostics);
    take(corpus_.diagnostics);
    check_documents_and_site();
  }

  void read_change() {
    change_.since = options_.changed_since;
    change_.files = changed_files(options_.source, options_.changed_since);
    if (options_.complaints.empty()) return;
    const FileBytes file = read_named_file(options_.complaints, kMaxComplaintBytes);
    if (file.error != 0)
      throw Error(ErrorKind::usage,
                  options_.complaints + " " + describe_read_error(file.error, kMaxComplaintBytes));
    complaints_ = parse_open_complaints(file.bytes, options_.complaints);
    change_.verdicts = verdicts_since(options_.source, options_.changed_since);
  }

  Findings findings() {
    std::string root = repository_root(options_.source);
    if (root.empty()) root = fs::current_path().string();
    Findings findings;
    findings.source = options_.source;
    findings.source_from_root = path_below(root, options_.source);
    findings.site_file = options_.site_file;
    if (!options_.site_file.empty()) findings.site_file_from_root = path_below(root, options_.site_file);
    findings.files = corpus_.files.markdown;
    findings.documents = corpus_.documents.size();
    findings.settings = site_.site.checks;
    findings.diagnostics = std::move(diagnostics_);
    return findings;
  }

  void take(std::vector<Diagnostic>& diagnostics) {
    apply_settings(site_.site.checks, diagnostics);
    std::move(diagnostics.begin(), diagnostics.end(), std::back_inserter(diagnostics_));
    diagnostics.clear();
  }
  void take(std::vector<Diagnostic>&& diagnostics) { take(diagnostics); }

  // To compare translations, or to find the headings that complaints about a changed file are of.
  bool wants_structure(uint32_t document) const {
    if (site_.site.languages.size() > 1) return true;
    return !complaints_.empty() && change_.files.contains(corpus_.documents[document].info.path);
  }

  // In a worker process: the same parse as an index run, without what only the index needs.
  RenderResult check_one(const Renderer& renderer, uint32_t document, RenderMode mode,
                         const std::string& today) const {
    ParsedSource parsed = renderer.parse(document, mode);
    RenderResult result;
    result.diagnostics = std::move(parsed.result.diagnostics);
    if (!parsed.result.document) return result;
    result.indexed = true;
    result.facts = renderer.facts_of(*parsed.result.document);
    // What was read as plain text has no structure that could be compared.
    const bool compared = wants_structure(document) && parsed.result.document->kind == Kind::help;
    if (compared && mode == RenderMode::markdown) result.facts.blocks = block_facts(*parsed.result.document);
    std::vector<Diagnostic> found =
        check_document({*parsed.result.document, parsed.files, site_.site, today});
    std::move(found.begin(), found.end(), std::back_inserter(result.diagnostics));
    return result;
  }

  void read_baseline() {
    const std::string generation = find_generation(options_.baseline);
    verify_generation(generation);
    baseline_ = read_published_pages(generation);
  }

  void check_documents_and_site() {
    const std::string today = options_.today.empty() ? format_day(day_of_clock()) : options_.today;
    const int64_t now = options_.today.empty() ? seconds_of_clock() : end_of_day(options_.today);
    const Renderer renderer(corpus_, site_.site);
    const auto check = [&](uint32_t document, RenderMode mode) {
      return check_one(renderer, document, mode, today);
    };
    std::vector<uint32_t> documents(corpus_.documents.size());
    std::iota(documents.begin(), documents.end(), 0u);
    PipelineOptions pipeline;
    pipeline.workers = processes_for(documents.size(), options_.jobs);
    PipelineResult checked = run_pipeline(corpus_, documents, check, pipeline);
    take(checked.diagnostics);
    take(read_incidents(corpus_, checked.facts, site_.site, now).diagnostics);
    std::vector<Diagnostic> of_replies;
    read_replies(corpus_, of_replies);
    take(of_replies);
    take(check_across(corpus_, checked.facts, site_.site, Detail::everywhere));
    take(check_site(corpus_, checked.facts, site_.site));
    std::vector<Diagnostic> found;
    read_source_owners(options_.source, found);
    take(found);
    take(check_open_complaints(complaints_, change_, site_.site.checks.most_complaints, corpus_,
                               checked.facts));
    const bool for_everybody = corpus_.source->readers() == Readers::everybody;
    if (baseline_ && for_everybody) take(check_published(*baseline_, corpus_, checked.facts, site_.site));
  }

  static int64_t end_of_day(const std::string& day) {
    return (int64_t{parse_day(day)} + 1) * 24 * 60 * 60 - 1;
  }

  // In a changed file, or about one: the target of a link, the source of a translation.
  static bool is_touched(const Diagnostic& diagnostic, const std::set<std::string>& changed) {
    if (changed.count(diagnostic.path) != 0) return true;
    if (diagnostic.target.empty()) return false;
    if (changed.count(diagnostic.target) != 0) return true;
    const std::vector<std::string> pages = page_candidates("", diagnostic.target);
    return std::any_of(pages.begin(), pages.end(),
                       [&](const std::string& page) { return changed.count(page) != 0; });
  }

  const CheckOptions& options_;
  CheckedChange change_;
  std::vector<OpenComplaint> complaints_;
  SiteFile site_;
  Corpus corpus_;
  std::optional<PublishedPages> baseline_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

int run_check(const CheckOptions& options, std::ostream& out, std::ostream& err) {
  const Findings findings = CheckRun(options).run();
  print_findings(findings, options.format, out);
  out.flush();
  print_counts(findings, err);
  return count_of(findings.diagnostics, Severity::error) > 0 ? 1 : 0;
}

}  // namespace signpost
