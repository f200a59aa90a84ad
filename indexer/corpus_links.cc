// corpus_links.cc - see corpus_links.h.
#include "indexer/corpus_links.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <vector>

#include "content/internal_folder.h"
#include "content/link_targets.h"
#include "content/wiki_names.h"

namespace signpost {
namespace {

// Made when the first link by name asks, since most sources have none.
class FilesByName {
 public:
  std::vector<std::string> find(const Corpus& corpus, const std::string& name) {
    if (paths_.empty()) {
      for (const auto& [path, document] : corpus.by_path) add(path);
      for (const std::string& path : corpus.other_files) add(path);
    }
    const std::string wanted = wiki_path(name);
    const auto known = paths_.find(wiki_name(name));
    std::vector<std::string> found;
    if (known == paths_.end()) return found;
    for (const std::string_view path : known->second) {
      const std::string folded = wiki_path(path);
      if (folded == wanted || folded.ends_with("/" + wanted)) found.emplace_back(path);
    }
    return found;
  }

 private:
  void add(const std::string& path) { paths_[wiki_name(path)].push_back(path); }

  std::unordered_map<std::string, std::vector<std::string_view>> paths_;  // by wiki_name()
};

}  // namespace

LinkResolver make_link_resolver(const Corpus& corpus) {
  LinkResolver links;
  links.page_of = [&corpus](const std::string& path) -> std::optional<std::string> {
    const auto found = corpus.by_path.find(path);
    if (found == corpus.by_path.end()) return std::nullopt;
    return page_path(corpus.documents[found->second].info);
  };
  links.has_file = [&corpus](const std::string& path) { return corpus.other_files.count(path) != 0; };
  links.page_at = [&corpus](const std::string& address) { return page_at(corpus, address, ""); };
  links.real_path = [&corpus](const std::string& path) {
    if (corpus.by_path.count(path) != 0 || corpus.other_files.count(path) != 0) return path;
    std::string usual = usual_spelling(path);
    const auto found = corpus.spellings.find(usual);
    return found == corpus.spellings.end() ? usual : found->second;
  };
  links.is_internal = [&corpus](const std::string& path) {
    if (corpus.source->readers() == Readers::staff) return false;
    return corpus.internal.contains(path) || lies_in_internal_folder(path);
  };
  const auto names = std::make_shared<FilesByName>();
  links.files_named = [&corpus, names](const std::string& name) { return names->find(corpus, name); };
  return links;
}

std::optional<std::string> page_at(const Corpus& corpus, const std::string& address, std::string_view lang) {
  const auto found = corpus.by_address.find(address);
  if (found == corpus.by_address.end()) return std::nullopt;
  const std::vector<uint32_t>& documents = found->second;
  const auto same = std::find_if(documents.begin(), documents.end(), [&](uint32_t document) {
    return corpus.documents[document].info.lang == lang;
  });
  return corpus.documents[same == documents.end() ? documents.front() : *same].info.path;
}

void note_spelling(const std::string& path, Corpus& corpus) {
  std::string usual = usual_spelling(path);
  if (usual == path) return;
  std::string& known = corpus.spellings[std::move(usual)];
  if (known.empty() || path < known) known = path;
}

void note_spellings(Corpus& corpus) {
  for (const auto& [path, document] : corpus.by_path) note_spelling(path, corpus);
  for (const std::string& path : corpus.other_files) note_spelling(path, corpus);
}

}  // namespace signpost
