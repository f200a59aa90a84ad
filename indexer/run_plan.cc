// run_plan.cc - decides what a run renders again.
#include "indexer/run_plan.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "content/site_json.h"
#include "index/schema.h"
#include "indexer/program_build.h"

namespace signpost {
namespace {

// The second segment is written anew by each run, so it must stay small: at most this share of the documents,
// and this many bytes of Markdown; but a few documents are always few.
constexpr size_t kMaxDeltaShare = 5;
constexpr size_t kAlwaysFew = 64;
constexpr uint64_t kMaxDeltaBytes = uint64_t{24} << 20;

bool same(const SourceInfo& a, const SourceInfo& b) {
  return a.path == b.path && a.kind == b.kind && a.id == b.id && a.lang == b.lang &&
         a.category == b.category && a.addresses == b.addresses;
}

class Planner {
 public:
  Planner(const Corpus& corpus, const RunState& previous) : corpus_(corpus), previous_(previous) {}

  RunPlan run() {
    match_documents();
    note_changed_targets();
    drop_dependents();
    return concluded();
  }

  RunPlan run(const std::set<uint32_t>& changed) {
    used_.assign(previous_.documents.size(), true);
    plan_.kept.resize(corpus_.documents.size());
    for (uint32_t i = 0; i < plan_.kept.size(); ++i) {
      if (is_sound(previous_.documents[i]) && changed.count(i) == 0) plan_.kept[i] = i;
    }
    return concluded();
  }

 private:
  RunPlan concluded() {
    for (uint32_t i = 0; i < plan_.kept.size(); ++i) {
      if (!plan_.kept[i]) plan_.to_render.push_back(i);
    }
    if (is_too_much()) return plan_full(corpus_, "so much changed since the last full run");
    return std::move(plan_);
  }

  // A document is the same when its place, identity and files are.
  void match_documents() {
    std::unordered_map<std::string_view, uint32_t> by_path;
    for (uint32_t i = 0; i < previous_.documents.size(); ++i)
      by_path.emplace(previous_.documents[i].info.path, i);
    used_.assign(previous_.documents.size(), false);
    plan_.kept.resize(corpus_.documents.size());
    for (uint32_t i = 0; i < corpus_.documents.size(); ++i) {
      const SourceDocument& document = corpus_.documents[i];
      const auto found = by_path.find(document.info.path);
      if (found == by_path.end()) continue;
      const DocumentState& before = previous_.documents[found->second];
      if (!same(before.info, document.info) || before.files != document.files) continue;
      used_[found->second] = true;  // its address holds, whatever its text
      const bool unchanged = std::all_of(document.files.begin(), document.files.end(),
                                         [this](const std::string& path) { return is_unchanged(path); });
      if (unchanged && is_sound(before)) plan_.kept[i] = found->second;
    }
  }

  bool is_unchanged(const std::string& path) const {
    const auto now = corpus_.states.files.find(path);
    const auto before = previous_.sources.files.find(path);
    return now != corpus_.states.files.end() && before != previous_.sources.files.end() &&
           now->second.digest == before->second.digest;
  }

  // What failed for a reason outside of the text is tried again.
  static bool is_sound(const DocumentState& document) {
    return document.indexed &&
           std::none_of(document.diagnostics.begin(), document.diagnostics.end(),
                        [](const Diagnostic& d) { return d.rule == "render" || d.rule == "file-read"; });
  }

  // Paths that lead elsewhere than in the last run, or are new, or gone.
  void note_changed_targets() {
    std::unordered_set<std::string_view> lasting;
    for (uint32_t i = 0; i < previous_.documents.size(); ++i) {
      if (used_[i]) continue;
      note(previous_.documents[i].files);
      note(previous_.documents[i].info.addresses);
    }
    for (uint32_t i = 0; i < previous_.documents.size(); ++i) {
      if (used_[i]) lasting.insert(previous_.documents[i].info.path);
    }
    for (const SourceDocument& document : corpus_.documents) {
      if (lasting.count(document.info.path) != 0) continue;
      note(document.files);
      note(document.info.addresses);
    }
    std::unordered_set<std::string_view> files(previous_.other_files.begin(), previous_.other_files.end());
    for (const std::string& path : corpus_.other_files) {
      if (files.erase(path) == 0) note(path);
    }
    for (const std::string_view path : files) note(path);
  }

  void note(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) note(path);
  }
  void note(std::string_view path) {
    changed_.insert(hash_path(path));
    changed_.insert(hash_name(path));
  }

  // Pages that link to, or show, what changed its place.
  void drop_dependents() {
    if (changed_.empty()) return;
    for (auto& kept : plan_.kept) {
      if (!kept) continue;
      const std::vector<uint64_t>& asked = previous_.documents[*kept].facts.asked;
      if (std::any_of(asked.begin(), asked.end(),
                      [this](uint64_t path) { return changed_.count(path) != 0; }))
        kept.reset();
    }
  }

  bool is_too_much() const {
    size_t documents = plan_.to_render.size();
    uint64_t bytes = 0;
    for (const uint32_t i : plan_.to_render) bytes += corpus_.documents[i].bytes;
    for (uint32_t i = 0; i < plan_.kept.size(); ++i) {
      if (!plan_.kept[i] || previous_.documents[*plan_.kept[i]].place.segment == 0) continue;
      ++documents;
      bytes += corpus_.documents[i].bytes;
    }
    const size_t gone = static_cast<size_t>(std::count(used_.begin(), used_.end(), false));
    return std::max(documents, gone) > std::max(kAlwaysFew, corpus_.documents.size() / kMaxDeltaShare) ||
           bytes > kMaxDeltaBytes;
  }

  const Corpus& corpus_;
  const RunState& previous_;
  RunPlan plan_;
  std::vector<bool> used_;  // by document of the state: it is in the corpus, at the same address
  std::unordered_set<uint64_t> changed_;
};

}  // namespace

RunSettings settings_of(const Site& site) {
  Site shown = site;
  shown.answers = {};
  shown.contact = {};
  shown.feedback = {};
  shown.ranking = {};
  shown.insights = {};
  shown.requests = {};
  shown.synonyms.clear();
  shown.best_bets.clear();
  shown.pinned_answers.clear();
  shown.redirects.clear();
  shown.found_categories.clear();
  return {program_build() + "/" + std::to_string(kSchemaVersion), site_to_json(shown)};
}

RunPlan plan_full(const Corpus& corpus, const std::string& because) {
  RunPlan plan;
  plan.full_because = because;
  plan.kept.resize(corpus.documents.size());
  plan.to_render.resize(corpus.documents.size());
  std::iota(plan.to_render.begin(), plan.to_render.end(), 0u);
  return plan;
}

RunPlan plan_run(const Corpus& corpus, const RunState& previous, const RunSettings& settings) {
  if (previous.settings.program != settings.program)
    return plan_full(corpus, "another version of the program made the index");
  if (previous.settings.site != settings.site)
    return plan_full(corpus, "the settings of the help centre changed");
  return Planner(corpus, previous).run();
}

RunPlan plan_changes(const Corpus& corpus, const RunState& previous, const std::set<uint32_t>& changed) {
  return Planner(corpus, previous).run(changed);
}

}  // namespace signpost
