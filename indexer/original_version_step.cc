// original_version_step.cc - see original_version_step.h.
#include "indexer/original_version_step.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "content/article.h"
#include "content/internal_parts.h"
#include "content/opened_source.h"
#include "content/translation_age.h"
#include "indexer/git.h"

namespace signpost {
namespace {

constexpr size_t kMaxCommits = 5'000;         // that are looked at
constexpr size_t kMaxLogBytes = 16 << 20;     // of what git prints of them
constexpr size_t kMaxVersionBytes = 2 << 20;  // as of a file of the source
constexpr char kCommitMark = '\x1E';
constexpr char kDayMark = '\x1F';

struct FileCommit {
  std::string revision;
  std::string day;
};
// By path, the newest first.
using FileCommits = std::unordered_map<std::string, std::vector<FileCommit>>;

struct WantedVersion {
  std::string day;  // of the translations
  std::string id;
  std::string path;  // of the original
  bool operator<(const WantedVersion& other) const {
    return std::tie(day, id, path) < std::tie(other.day, other.id, other.path);
  }
};

std::set<WantedVersion> wanted_versions(const Corpus& corpus, const CorpusFacts& facts, const Site& site) {
  std::set<WantedVersion> wanted;
  if (site.languages.size() < 2) return wanted;
  std::unordered_map<std::string_view, size_t> originals;  // by id
  const auto info = [&](size_t i) -> const SourceInfo& { return corpus.documents[i].info; };
  for (size_t i = 0; i < facts.size(); ++i) {
    if (facts[i] && info(i).kind == Kind::help && info(i).lang == site.default_language)
      originals[info(i).id] = i;
  }
  for (size_t i = 0; i < facts.size(); ++i) {
    if (!facts[i] || info(i).kind != Kind::help) continue;
    const auto original = originals.find(info(i).id);
    if (original == originals.end()) continue;
    if (is_outdated_translation(facts[i]->updated, facts[original->second]->updated))
      wanted.insert({facts[i]->updated, info(i).id, info(original->second).path});
  }
  return wanted;
}

// Lines of a commit: its mark, its id and its day; then the paths that it changed, from the source. Names
// that git puts in quotes are passed over.
FileCommits read_commits(std::string_view printed) {
  FileCommits commits;
  FileCommit current;
  while (!printed.empty()) {
    const size_t end = std::min(printed.find('\n'), printed.size());
    const std::string_view line = printed.substr(0, end);
    printed.remove_prefix(std::min(end + 1, printed.size()));
    const size_t mark = line.find(kDayMark);
    if (line.starts_with(kCommitMark) && mark != std::string_view::npos) {
      current = {std::string(line.substr(1, mark - 1)), std::string(line.substr(mark + 1))};
    } else if (!line.empty()) {
      commits[std::string(line)].push_back(current);
    }
  }
  return commits;
}

FileCommits commits_of(const std::string& source, const std::vector<WantedVersion>& wanted) {
  std::vector<std::string> command = {"--literal-pathspecs",
                                      "-c",
                                      "core.quotePath=false",
                                      "log",
                                      "--no-show-signature",
                                      "--no-color",
                                      "--no-renames",
                                      "--name-only",
                                      "--relative",
                                      "--diff-filter=AM",
                                      "--format=%x1e%H%x1f%cs",
                                      "--max-count=" + std::to_string(kMaxCommits),
                                      "HEAD",
                                      "--"};
  std::set<std::string> paths;
  for (const WantedVersion& one : wanted) paths.insert(one.path);
  command.insert(command.end(), paths.begin(), paths.end());
  const auto printed = ask_git(source, command, kMaxLogBytes);
  return printed ? read_commits(*printed) : FileCommits();
}

class VersionSearch {
 public:
  VersionSearch(const Site& site, const std::string& source, Readers readers)
      : site_(site), source_(source), readers_(readers) {}

  // By halves: that `updated` only grows is what makes it worth anything.
  std::optional<OriginalVersion> find(const WantedVersion& wanted, const std::vector<FileCommit>& commits) {
    size_t first = 0;
    std::optional<OriginalVersion> found;
    for (size_t left = commits.size(); left > 0;) {
      const size_t half = left / 2;
      const FileCommit& commit = commits[first + half];
      auto version = read(wanted, commit);
      if (version) {
        found = std::move(version);
        left = half;
      } else {
        first += half + 1;
        left -= half + 1;
      }
    }
    return found;
  }

 private:
  // nullopt where it is of a later day, or nothing for the readers.
  std::optional<OriginalVersion> read(const WantedVersion& wanted, const FileCommit& commit) {
    auto bytes =
        ask_git(source_, {"cat-file", "blob", commit.revision + ":./" + wanted.path}, kMaxVersionBytes);
    if (!bytes) return std::nullopt;
    if (readers_ == Readers::everybody) bytes = without_internal_parts(*bytes);
    std::vector<Diagnostic> ignored;
    const SourceFile file{wanted.path, std::move(*bytes)};
    const auto opened = open_source(file, ignored);
    if (!opened || opened->matter.updated.empty() || opened->matter.updated > wanted.day) return std::nullopt;
    if (!may_be_read(opened->matter.visibility)) return std::nullopt;
    return OriginalVersion{.id = wanted.id,
                           .day = wanted.day,
                           .revision = commit.revision,
                           .made = commit.day,
                           .title = clean_title(opened->matter.title.value_or(""), site_),
                           .markdown = article_markdown(opened->split.body, wanted.path, site_)};
  }

  bool may_be_read(const Visibility& visibility) const {
    return visibility.verdict == Visibility::Verdict::open ||
           (readers_ == Readers::staff && visibility.verdict == Visibility::Verdict::internal);
  }

  const Site& site_;
  const std::string& source_;
  const Readers readers_;
};

using KnownVersions = std::map<std::pair<std::string, std::string>, OriginalVersion>;

}  // namespace

std::vector<OriginalVersion> find_original_versions(const Corpus& corpus, const CorpusFacts& facts,
                                                    const Site& site, const std::string& source,
                                                    const std::function<KnownOriginals()>& read_known) {
  std::vector<OriginalVersion> versions;
  const std::set<WantedVersion> all = wanted_versions(corpus, facts, site);
  if (all.empty() || repository_root(source).empty()) return versions;
  KnownOriginals known = read_known();
  KnownVersions kept;
  for (OriginalVersion& one : known.versions) {
    const std::pair name(one.id, one.day);
    if (known.same_commit || !one.revision.empty()) kept[name] = std::move(one);
  }
  std::vector<WantedVersion> missing;
  for (const WantedVersion& one : all) {
    if (!kept.contains({one.id, one.day}) && missing.size() < kMaxOriginalVersions) missing.push_back(one);
  }
  const FileCommits commits = missing.empty() ? FileCommits() : commits_of(source, missing);
  VersionSearch search(site, source, corpus.source->readers());
  size_t bytes = 0;
  for (const WantedVersion& one : all) {
    std::optional<OriginalVersion> version;
    if (const auto old = kept.find({one.id, one.day}); old != kept.end()) version = std::move(old->second);
    if (const auto made = commits.find(one.path); !version && made != commits.end())
      version = search.find(one, made->second);
    if (!version) version = OriginalVersion{.id = one.id, .day = one.day};
    bytes += version->title.size() + version->markdown.size();
    if (versions.size() == kMaxOriginalVersions || bytes > kMaxOriginalBytes) break;
    versions.push_back(std::move(*version));
  }
  return versions;
}

}  // namespace signpost
