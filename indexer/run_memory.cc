// run_memory.cc - see run_memory.h. What a scan made of a file is its identity, its size and its digest, and
// what it said about it; where these hold, so does everything that was made of all of them together.
#include "indexer/run_memory.h"

#include <algorithm>
#include <utility>

#include "content/identity.h"
#include "content/link_targets.h"
#include "content/navigation.h"
#include "indexer/corpus_layout.h"
#include "indexer/corpus_links.h"
#include "indexer/render_result.h"

namespace signpost {
namespace {

constexpr size_t kFewFiles = 64;  // more are found as fast by a scan

bool names(const std::vector<Diagnostic>& diagnostics, const std::string& path) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [&path](const Diagnostic& diagnostic) { return diagnostic.path == path; });
}

// The text of such a file says something about others: in which order they stand, what their folder is
// called.
bool is_about_others(const std::string& path) {
  const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
  return name == "_index.md" || is_navigation_name(name);
}

bool is_in_incident_folder(std::string_view path) { return path.starts_with(kIncidentFolder); }

// The part of the states that is of what lies in incidents/; it is taken out.
template <typename States>
States take_incident_states(States& states) {
  States out;
  for (auto state = states.begin(); state != states.end();) {
    const auto next = std::next(state);
    if (is_in_incident_folder(state->first)) out.insert(states.extract(state));
    state = next;
  }
  return out;
}

// Whether the page of a document depends on whether there is this file.
bool is_asked_about(const std::string& path, const RunState& state) {
  return std::any_of(state.documents.begin(), state.documents.end(), [&](const DocumentState& document) {
    return std::any_of(document.facts.asked.begin(), document.facts.asked.end(),
                       [&](uint64_t asked) { return asked == hash_path(path) || asked == hash_name(path); });
  });
}

// Pictures of incidents that came or went; false where an article shows one.
bool take_other_files_over(const Corpus& incidents, RunMemory& memory) {
  Corpus& corpus = memory.corpus;
  std::vector<std::string> changed;
  for (const std::string& path : corpus.other_files) {
    if (is_in_incident_folder(path) && incidents.other_files.count(path) == 0) changed.push_back(path);
  }
  for (const std::string& path : changed) corpus.other_files.erase(path);
  const auto forget = [&](const std::string& path) {
    return corpus.spellings.erase(usual_spelling(path)) > 0;
  };
  // Others may have the same.
  if (std::count_if(changed.begin(), changed.end(), forget) > 0) note_spellings(corpus);
  for (const std::string& path : incidents.other_files) {
    if (!corpus.other_files.insert(path).second) continue;
    note_spelling(path, corpus);
    changed.push_back(path);
  }
  return std::none_of(changed.begin(), changed.end(),
                      [&](const std::string& path) { return is_asked_about(path, memory.state); });
}

// They are few, so all of what lies there is listed anew; false where it is not about incidents alone.
bool take_incidents_over(RunMemory& memory, const std::string& output_dir) {
  Corpus& corpus = memory.corpus;
  SourceStates& states = memory.state.sources;
  if (!corpus.incident_files) return false;
  Site site = memory.site.site;
  // Those that the last scan found may need its proofs.
  if (!site.languages_given) site.languages.clear();
  const FileStates before = take_incident_states(states.files);
  LastRun last;
  last.files = &before;
  last.folders = take_incident_states(states.folders);
  std::optional<Corpus> now = scan_incidents(*corpus.source, site, !site.languages_given, corpus.kept_back,
                                             output_dir, std::move(last));
  if (!now || !take_other_files_over(*now, memory)) return false;
  states.files.merge(now->states.files);
  states.folders.merge(now->states.folders);
  const FileCounts gone = std::exchange(*corpus.incident_files, now->files);
  for (const auto count : {&FileCounts::markdown, &FileCounts::drafts, &FileCounts::excluded,
                           &FileCounts::left_out, &FileCounts::incidents, &FileCounts::internal})
    corpus.files.*count += now->files.*count - gone.*count;
  std::erase_if(corpus.diagnostics,
                [](const Diagnostic& diagnostic) { return is_in_incident_folder(diagnostic.path); });
  std::move(now->diagnostics.begin(), now->diagnostics.end(), std::back_inserter(corpus.diagnostics));
  corpus.incidents = std::move(now->incidents);
  corpus.has_internal_parts = corpus.has_internal_parts || now->has_internal_parts;
  return true;
}

// The file as it is now; nullopt when it is not what it was to the scan.
std::optional<FileState> read_again(const std::string& path, const FileState& before,
                                    const SourceFolder& source) {
  struct stat info {};
  if (source.look_at(path, info) != 0) return std::nullopt;
  const FileBytes content = source.read_file(path, kMaxMarkdownBytes);
  if (content.error != 0 || content.size != static_cast<uint64_t>(info.st_size)) return std::nullopt;
  if (content.has_internal_parts != before.has_internal_parts) return std::nullopt;
  if (read_identity(content.bytes) != before.identity) return std::nullopt;
  const int64_t modified = modified_ns(info);
  FileState state = before;
  state.size = content.size;
  state.modified = modified < now_ns() - kTimeGrain ? modified : 0;
  state.digest = short_digest(content.bytes);
  return state;
}

}  // namespace

std::optional<std::set<uint32_t>> take_changes_over(const SourceChanges& changes, RunMemory& memory,
                                                    const std::string& output_dir) {
  Corpus& corpus = memory.corpus;
  if (changes.unclear || changes.files.size() > kFewFiles || corpus.waits_for_time) return std::nullopt;
  std::set<uint32_t> documents;
  bool incidents_changed = false;
  for (const std::string& path : changes.files) {
    if (is_in_incident_folder(path)) {
      incidents_changed = true;
      continue;
    }
    const auto document = corpus.by_path.find(path);
    const auto known = memory.state.sources.files.find(path);
    if (document == corpus.by_path.end() || known == memory.state.sources.files.end()) return std::nullopt;
    // The language of what says none is told by the texts.
    if (!corpus.unsaid.first_path.empty()) return std::nullopt;
    if (is_about_others(path) || names(corpus.diagnostics, path)) return std::nullopt;
    const auto now = read_again(path, known->second, *corpus.source);
    if (!now) return std::nullopt;
    if (now->digest != known->second.digest) documents.insert(document->second);
    corpus.documents[document->second].bytes += now->size - known->second.size;
    known->second = *now;
  }
  if (incidents_changed && !take_incidents_over(memory, output_dir)) return std::nullopt;
  return documents;
}

}  // namespace signpost
