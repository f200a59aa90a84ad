// corpus_layout.cc - reads paths from the left: layout, language, category; then the name.
#include "indexer/corpus_layout.h"

#include <algorithm>
#include <map>

#include "base/ascii.h"
#include "base/fnv1a.h"
#include "base/utf8.h"
#include "content/ids.h"
#include "content/markdown_names.h"
#include "content/readable_name.h"

namespace signpost {
namespace {

// Long paths give long ids; this keeps them in what a URL, a file name and an index term can take.
constexpr size_t kMaxIdBytes = 160;

std::string stem(const std::string& name) { return std::string(without_markdown_ending(name)); }

std::string join(const std::vector<std::string>& parts) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += '-';
    joined += part;
  }
  return joined;
}

// An id of at most kMaxIdBytes; what is cut off is replaced by its hash (FNV-1a), so that ids stay distinct.
std::string bounded_id(const std::string& text) {
  std::string id = make_id(text);
  if (id.size() <= kMaxIdBytes) return id;
  const uint64_t hash = fnv1a(id);
  static constexpr char kHex[] = "0123456789abcdef";
  id.resize(whole_characters(id, kMaxIdBytes - 17));
  id += '-';
  for (int shift = 60; shift >= 0; shift -= 4) id += kHex[(hash >> shift) & 15];
  return id;
}

std::string article_id(std::vector<std::string> folders, const std::string& name) {
  if (!is_folder_page(name) || folders.empty()) {
    folders.push_back(is_folder_page(name) ? "index" : stem(name));
  }
  return bounded_id(join(folders));
}

constexpr size_t kStrays = 20;  // one article of so many may lie elsewhere

// The folder at `depth` of nearly all; "" when there is none, or it has most of them in itself.
std::string shared_folder(const std::vector<std::vector<std::string>>& paths, size_t depth) {
  std::map<std::string_view, size_t> inside;
  for (const auto& folders : paths) {
    if (folders.size() > depth) ++inside[folders[depth]];
  }
  const auto most = std::max_element(inside.begin(), inside.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most == inside.end() || most->second + paths.size() / kStrays < paths.size()) return "";
  return std::string(most->first);
}

bool is_own_folder(std::string_view name) {
  return name == "help" || name == "community" || name == "incidents";
}

bool is_answer_name(std::string_view name) { return name.substr(0, 7) == "answer-"; }

}  // namespace

struct CorpusLayout::Files {
  std::vector<SourceEntry> pages;      // all but incidents in languages that need no proof
  std::vector<SourceEntry> incidents;  // all, where something lies in incidents/

  Files(const std::vector<SourceEntry>& markdown, const Site& site, bool site_is_default) {
    const PathLanguages certain({}, site, site_is_default);
    for (const SourceEntry& file : markdown) {
      const bool is_there = file.path.starts_with(kIncidentFolder);
      const std::vector<std::string> parts = is_there ? split_path(file.path) : std::vector<std::string>();
      if (parts.size() < 3 || !certain.of_folder(parts[1])) pages.push_back(file);
      if (is_there && incidents.empty()) incidents = markdown;
    }
  }
};

CorpusLayout::CorpusLayout(const std::vector<SourceEntry>& markdown, const Site& site, bool site_is_default)
    : CorpusLayout(Files(markdown, site, site_is_default), site, site_is_default) {}

CorpusLayout::CorpusLayout(const Files& files, const Site& site, bool site_is_default)
    : site_(site),
      languages_(files.pages, site, site_is_default),
      incident_languages_(files.incidents, site, site_is_default) {
  find_thread_folders(files.pages);
  find_numbered_folders(files.pages);
  find_common_folders(files.pages);
}

void CorpusLayout::find_thread_folders(const std::vector<SourceEntry>& markdown) {
  for (const SourceEntry& file : markdown) {
    const std::vector<std::string> parts = split_path(file.path);
    if (parts.size() != 4 || parts[0] != "community" || !languages_.of_folder(parts[1])) continue;
    if (parts[3] == "question.md" || is_answer_name(parts[3])) {
      thread_folders_.insert(file.path.substr(0, file.path.rfind('/') + 1));
    }
  }
}

// "2-step-login" alone is no second; beside "1-start" it is.
void CorpusLayout::find_numbered_folders(const std::vector<SourceEntry>& markdown) {
  std::map<std::string, std::set<std::string>, std::less<>> beside;
  for (const SourceEntry& file : markdown) {
    size_t begin = 0;
    for (size_t slash = file.path.find('/'); slash != std::string::npos; slash = file.path.find('/', begin)) {
      std::string name = file.path.substr(begin, slash - begin);
      if (numbered_name(name)) beside[file.path.substr(0, begin)].insert(std::move(name));
      begin = slash + 1;
    }
  }
  for (const auto& [outer, names] : beside) {
    if (names.size() > 1) numbered_.insert(names.begin(), names.end());
  }
}

// Without the number that orders it, and without the mark of a collection.
std::string CorpusLayout::plain_folder(const std::string& folder) const {
  const std::string_view marked =
      numbered_.count(folder) != 0 ? numbered_name(folder)->name : without_number(folder);
  const std::string_view name = marked.substr(std::min(marked.find_first_not_of('_'), marked.size()));
  return std::string(name.empty() ? folder : name);
}

// The id of the category that a folder is.
std::string CorpusLayout::category_id(const std::string& folder) const {
  return bounded_id(plain_folder(folder));
}

// A folder that all articles lie in is no category, nor one that nearly all do: the few that don't are
// strays.
void CorpusLayout::find_common_folders(const std::vector<SourceEntry>& markdown) {
  std::vector<std::vector<std::string>> nested;
  std::vector<std::vector<std::string>> readmes;  // they explain a repository more often than a product
  for (const SourceEntry& file : markdown) {
    std::vector<std::string> folders = split_path(file.path);
    const bool own_layout =
        folders.size() > 2 && is_own_folder(folders[0]) &&
        (folders[0] == "incidents" ? incident_languages_ : languages_).of_folder(folders[1]);
    std::string ignored;
    const std::string name = without_language(folders.back(), ignored);
    const bool folder_page = is_folder_page(name);
    auto& kind = lower_case(name) == "readme.md" ? readmes : nested;
    folders.pop_back();
    if (folder_page && !folders.empty()) folders.pop_back();
    folders = languages_.without_language(std::move(folders), ignored);
    if (!folders.empty() && !own_layout) kind.push_back(std::move(folders));
  }
  if (nested.empty()) nested = std::move(readmes);
  while (!nested.empty()) {
    const std::string next = shared_folder(nested, common_folders_.size());
    if (next.empty()) return;
    const size_t depth = common_folders_.size();
    std::erase_if(nested,
                  [&](const auto& folders) { return folders.size() <= depth || folders[depth] != next; });
    common_folders_.push_back(next);
  }
}

// The innermost folder that site.yaml lists; else the first one below what all articles share.
std::string CorpusLayout::category_of(const std::vector<std::string>& folders, bool is_page_of_folder) const {
  for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
    for (const std::string& id : {bounded_id(*folder), category_id(*folder)}) {
      if (lists(id)) return id;
    }
  }
  const auto own =
      std::mismatch(folders.begin(), folders.end(), common_folders_.begin(), common_folders_.end());
  auto first = own.first;
  if (first == folders.end()) return folders.empty() || is_page_of_folder ? "" : category_id(folders.back());
  // "_articles" is the name of a collection, which has categories of its own.
  if (first->front() == '_' && first + 1 != folders.end()) ++first;
  return category_id(*first);
}

bool CorpusLayout::lists(const std::string& id) const {
  return std::any_of(site_.categories.begin(), site_.categories.end(),
                     [&](const Category& category) { return category.id == id; });
}

// "a.ko.md" -> "a.md", and its language.
std::string CorpusLayout::without_language(const std::string& name, std::string& lang) const {
  const std::string plain = stem(name);
  const auto named = languages_.of_name(plain);
  if (!named) return name;
  lang = named->lang;
  return named->name + name.substr(plain.size());
}

Placement CorpusLayout::place(const std::string& path) const {
  const std::vector<std::string> parts = split_path(path);
  if (parts.size() >= 3 && parts[0] == "help" && languages_.of_folder(parts[1]))
    return place_help(path, parts);
  if (thread_folders_.count(path.substr(0, path.rfind('/') + 1)) != 0) return place_post(path, parts);
  if (parts.size() >= 3 && parts[0] == "incidents") {
    if (const auto lang = incident_languages_.of_folder(parts[1]))
      return {FileRole::incident, {path, Kind::help, bounded_id(stem(parts.back())), *lang, ""}, ""};
  }
  return place_other(path, parts);
}

Placement CorpusLayout::place_help(const std::string& path, const std::vector<std::string>& parts) const {
  std::string lang = *languages_.of_folder(parts[1]);
  const std::string name = without_language(parts.back(), lang);
  std::string category = parts.size() > 3 ? bounded_id(parts[2]) : "";
  if (!category.empty() && !lists(category)) category = category_id(parts[2]);
  const bool names_folder = is_folder_page(name) && parts.size() > 3;
  const std::string slug = names_folder           ? plain_folder(parts[parts.size() - 2])
                           : is_folder_page(name) ? "index"
                                                  : stem(name);
  return {FileRole::article, {path, Kind::help, bounded_id(slug), lang, category}, ""};
}

Placement CorpusLayout::place_post(const std::string& path, const std::vector<std::string>& parts) const {
  const std::string& name = parts.back();
  const FileRole role = name == "question.md"  ? FileRole::question
                        : is_answer_name(name) ? FileRole::answer
                                               : FileRole::stray_post;
  return {role,
          {path, Kind::community, bounded_id(parts[2]), *languages_.of_folder(parts[1]), ""},
          path.substr(0, path.rfind('/') + 1)};
}

Placement CorpusLayout::place_other(const std::string& path, const std::vector<std::string>& parts) const {
  std::string lang;
  const std::vector<std::string> folders =
      languages_.without_language(std::vector<std::string>(parts.begin(), parts.end() - 1), lang);
  const std::string name = without_language(parts.back(), lang);
  const bool says_language = !lang.empty();
  if (!says_language) lang = site_.default_language;
  const std::string category = category_of(folders, is_folder_page(name));
  std::vector<std::string> plain(folders.size());
  std::transform(folders.begin(), folders.end(), plain.begin(),
                 [this](const std::string& folder) { return plain_folder(folder); });
  Placement placement{FileRole::article, {path, Kind::help, article_id(plain, name), lang, category}, ""};
  if (plain != folders) placement.former_id = article_id(folders, name);
  placement.says_language = says_language;
  placement.id_is_path = true;
  return placement;
}

}  // namespace signpost
