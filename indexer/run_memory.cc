// run_memory.cc - see run_memory.h. What a scan made of a file is its identity, its size and its digest, and
// what it said about it; where these hold, so does everything that was made of all of them together.
#include "indexer/run_memory.h"

#include <algorithm>

#include "content/identity.h"
#include "content/navigation.h"

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

bool is_incident(const Corpus& corpus, const std::string& path) {
  return std::any_of(corpus.incidents.begin(), corpus.incidents.end(),
                     [&path](const SourceInfo& info) { return info.path == path; });
}

// The file as it is now; nullopt when it is not what it was to the scan.
std::optional<FileState> read_again(const std::string& path, const FileState& before,
                                    const SourceFolder& source) {
  struct stat info {};
  if (source.look_at(path, info) != 0) return std::nullopt;
  const FileBytes content = source.read_file(path, kMaxMarkdownBytes);
  if (content.error != 0 || content.bytes.size() != static_cast<uint64_t>(info.st_size)) return std::nullopt;
  if (read_identity(content.bytes) != before.identity) return std::nullopt;
  const int64_t modified = modified_ns(info);
  FileState state = before;
  state.size = content.bytes.size();
  state.modified = modified < now_ns() - kTimeGrain ? modified : 0;
  state.digest = short_digest(content.bytes);
  return state;
}

}  // namespace

std::optional<std::set<uint32_t>> take_changes_over(const SourceChanges& changes, RunMemory& memory) {
  Corpus& corpus = memory.corpus;
  // The language of what says none is told by the texts.
  if (changes.unclear || changes.files.size() > kFewFiles || corpus.waits_for_time ||
      !corpus.unsaid.first_path.empty())
    return std::nullopt;
  std::set<uint32_t> documents;
  for (const std::string& path : changes.files) {
    const auto document = corpus.by_path.find(path);
    const auto known = memory.state.sources.files.find(path);
    const bool is_document = document != corpus.by_path.end();
    if (!(is_document || is_incident(corpus, path)) || known == memory.state.sources.files.end())
      return std::nullopt;
    if (is_about_others(path) || names(corpus.diagnostics, path)) return std::nullopt;
    const auto now = read_again(path, known->second, *corpus.source);
    if (!now) return std::nullopt;
    if (is_document) {  // incidents are read by every run
      if (now->digest != known->second.digest) documents.insert(document->second);
      corpus.documents[document->second].bytes += now->size - known->second.size;
    }
    known->second = *now;
  }
  return documents;
}

}  // namespace signpost
