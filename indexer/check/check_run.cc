// check_run.cc - gathers findings from wherever they are made, then keeps those that were asked for.
#include "indexer/check/check_run.h"

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <iterator>
#include <ostream>
#include <set>
#include <thread>

#include "index/generation.h"
#include "index/published_pages.h"
#include "indexer/check/check_pass.h"
#include "indexer/check/git_changes.h"
#include "indexer/check/published.h"
#include "indexer/check/site_rules.h"
#include "indexer/cross_check.h"
#include "indexer/run_report.h"
#include "indexer/site_file.h"

namespace fs = std::filesystem;

namespace signpost {
namespace {

// Below this many documents a second process costs more than it saves.
constexpr size_t kDocumentsForOneProcess = 50;

std::string day_of_clock() {
  const std::time_t now = std::time(nullptr);
  std::tm utc{};
  ::gmtime_r(&now, &utc);
  char day[16];
  std::strftime(day, sizeof day, "%Y-%m-%d", &utc);
  return day;
}

class CheckRun {
 public:
  explicit CheckRun(const CheckOptions& options) : options_(options) {}

  Findings run() {
    std::set<std::string> changed;
    if (!options_.changed_since.empty()) changed = changed_files(options_.source, options_.changed_since);
    site_ = load_site(options_.source, options_.site_file);
    corpus_ = scan_corpus(options_.source, site_.site, site_.path.empty(), "");
    reconcile_languages(corpus_, site_);
    take(site_.diagnostics);
    take(corpus_.diagnostics);
    check_documents_and_site();
    if (!options_.changed_since.empty()) {
      std::erase_if(diagnostics_, [&](const Diagnostic& d) { return !is_touched(d, changed); });
    }
    sort_by_place(diagnostics_);
    return findings();
  }

 private:
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

  void check_documents_and_site() {
    size_t workers = options_.jobs > 0 ? options_.jobs : std::max(1u, std::thread::hardware_concurrency());
    if (corpus_.documents.size() < kDocumentsForOneProcess) workers = 1;
    const std::string today = options_.today.empty() ? day_of_clock() : options_.today;
    CheckedCorpus checked = check_documents(corpus_, site_.site, today, workers);
    take(checked.diagnostics);
    std::vector<std::optional<DocumentFacts>> facts;
    facts.reserve(checked.documents.size());
    for (const auto& document : checked.documents) {
      facts.push_back(document ? std::optional(document->facts) : std::nullopt);
    }
    take(check_across(corpus_, facts, site_.site, Detail::everywhere));
    take(check_site(corpus_, checked, site_.site));
    if (options_.baseline.empty()) return;
    const std::string baseline = find_generation(options_.baseline);
    verify_generation(baseline);
    const PublishedPages published = read_published_pages(baseline);
    take(check_published(published, corpus_, checked, site_.site));
  }

  // In a changed file, or about one: the target of a link, the source of a translation.
  static bool is_touched(const Diagnostic& diagnostic, const std::set<std::string>& changed) {
    if (changed.count(diagnostic.path) != 0) return true;
    if (diagnostic.target.empty()) return false;
    for (const char* ending : {"", ".md", "/index.md", "/_index.md", "/README.md"}) {
      if (changed.count(diagnostic.target + ending) != 0) return true;
    }
    return false;
  }

  const CheckOptions& options_;
  SiteFile site_;
  Corpus corpus_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace

int run_check(const CheckOptions& options, std::ostream& out, std::ostream& err) {
  const Findings findings = CheckRun(options).run();
  print_findings(findings, options.format, out);
  out.flush();
  print_counts(findings, err);
  return findings.count(Severity::error) > 0 ? 1 : 0;
}

}  // namespace signpost
