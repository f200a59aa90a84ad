// reading_order.cc - a sorted walk over the folders, after the lists of pages.
// Tested by tests/unit/indexer/reading_order_test.cc.
#include "indexer/reading_order.h"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "base/ascii.h"
#include "content/front_matter.h"
#include "content/ids.h"
#include "content/navigation.h"
#include "content/readable_name.h"
#include "content/title_text.h"
#include "index/merge.h"

namespace signpost {
namespace {

constexpr double kNoPosition = std::numeric_limits<double>::infinity();

std::string_view last_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }
std::string folder_of_path(std::string_view path) { return std::string(path.substr(0, path.rfind('/') + 1)); }

std::string_view name_stem(std::string_view name) { return name.substr(0, name.rfind('.')); }

bool is_index_page(std::string_view path) {
  const std::string stem = lower_case(name_stem(last_name(path)));
  return stem == "index" || stem == "_index" || stem == "readme";
}

// "guide/install" of "01-guide/02-install.md", and "guide" of "01-guide/index.md": how lists name pages.
std::string plain_page(std::string_view path) {
  if (is_index_page(path))
    path = path.substr(0, path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/'));
  std::string out;
  while (!path.empty()) {
    const size_t slash = std::min(path.find('/'), path.size());
    std::string_view part = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    if (path.empty() && (part.ends_with(".md") || part.ends_with(".mdx") || part.ends_with(".markdown")))
      part = name_stem(part);
    if (!out.empty()) out += '/';
    const auto numbered = numbered_name(part);
    out += numbered ? numbered->name : part;
  }
  return out;
}

class ReadingOrder {
 public:
  ReadingOrder(Corpus& corpus, Site& site) : corpus_(corpus), site_(site) {}

  void run() {
    corpus_.ranks.assign(corpus_.documents.size(), kUnranked);
    index_pages();
    read_lists();
    read_folder_files();
    find_numbered_folders();
    rank_tree();
    name_categories();
  }

 private:
  struct Folder {
    std::vector<uint32_t> documents;
    std::vector<std::string> folders;  // with '/' at the end
    double position = kNoPosition;
    bool numbers_order = false;  // the numbers of its names are there to order them
  };

  const SourceInfo& info(uint32_t document) const { return corpus_.documents[document].info; }
  bool is_help(uint32_t document) const { return info(document).kind == Kind::help; }

  void index_pages() {
    for (uint32_t i = 0; i < corpus_.documents.size(); ++i) {
      if (!is_help(i)) continue;
      const std::string& path = info(i).path;
      by_plain_page_.emplace(plain_page(path), i);
      std::string folder = folder_of_path(path);
      folders_[folder].documents.push_back(i);
      while (!folder.empty()) {
        const std::string outer = folder_of_path(folder.substr(0, folder.size() - 1));
        std::vector<std::string>& inner = folders_[outer].folders;
        if (std::find(inner.begin(), inner.end(), folder) != inner.end()) break;
        inner.push_back(folder);
        folder = outer;
      }
    }
  }

  std::string read(const std::string& path) const {
    return corpus_.source->read_file(path, kMaxMarkdownBytes).bytes;
  }

  // Those nearer to the top come first; by name where they are as near.
  void read_lists() {
    std::vector<std::string> lists;
    for (const std::string& path : corpus_.other_files) {
      if (is_navigation_name(last_name(path))) lists.push_back(path);
    }
    lists.insert(lists.end(), corpus_.lists.begin(), corpus_.lists.end());
    const auto depth = [](const std::string& path) { return std::count(path.begin(), path.end(), '/'); };
    std::sort(lists.begin(), lists.end(), [&](const std::string& a, const std::string& b) {
      return std::make_tuple(depth(a), std::string_view(a)) < std::make_tuple(depth(b), std::string_view(b));
    });
    for (const std::string& path : lists) read_list(path);
  }

  void read_list(const std::string& path) {
    const Navigation navigation = read_navigation(last_name(path), read(path));
    if (!navigation.error.empty()) {
      corpus_.diagnostics.push_back({Severity::warning, path, 0, 0, "navigation",
                                     "the order of pages can't be read from it: " + navigation.error});
      return;
    }
    const std::string base = folder_of_path(path);
    std::vector<std::string> bases = {base};
    for (const std::string& inner : {navigation.folder, std::string("docs"), std::string("src")}) {
      if (!inner.empty()) bases.push_back(base + inner + "/");
    }
    // "website/sidebars.js" lists what lies in "docs".
    if (!base.empty()) bases.push_back(folder_of_path(base.substr(0, base.size() - 1)) + "docs/");
    std::vector<NavEntry> open;  // headings around
    for (const NavEntry& entry : navigation.entries) {
      while (!open.empty() && open.back().depth >= entry.depth) open.pop_back();
      const std::optional<uint32_t> document =
          entry.page.empty() ? std::nullopt : find_page(bases, entry.page);
      if (document) {
        if (corpus_.ranks[*document] == kUnranked) corpus_.ranks[*document] = next_rank_++;
        name_by_list(*document, entry, open);
      }
      open.push_back(entry);
    }
  }

  std::optional<uint32_t> find_page(const std::vector<std::string>& bases, const std::string& page) const {
    for (const std::string& base : bases) {
      const std::string path = base + (page.starts_with("./")  ? page.substr(2)
                                       : page.starts_with('/') ? page.substr(1)
                                                               : page);
      for (const char* ending : {"", ".md", ".mdx"}) {
        const auto exact = corpus_.by_path.find(path + ending);
        if (exact != corpus_.by_path.end()) return exact->second;
      }
      const auto found = by_plain_page_.find(plain_page(path));
      if (found != by_plain_page_.end()) return found->second;
    }
    return std::nullopt;
  }

  // A heading names the category of its pages when it is the first to have one of them below it; so does the
  // title of a folder's own page.
  void name_by_list(uint32_t document, const NavEntry& entry, const std::vector<NavEntry>& open) {
    const std::string& category = info(document).category;
    if (category.empty()) return;
    if (is_index_page(info(document).path) && !entry.title.empty()) {
      listed_names_[category].emplace(info(document).lang, entry.title);
    } else if (!open.empty() && !open.back().title.empty()) {
      heading_names_[category].emplace(info(document).lang, open.back().title);
    }
  }

  void read_folder_files() {
    for (auto& [path, folder] : folders_) {
      for (const char* name : {"_category_.json", "_category_.yml", "_category_.yaml"}) {
        if (corpus_.other_files.count(path + name) == 0) continue;
        const auto settings = read_folder_settings(read(path + name));
        if (!settings) {
          corpus_.diagnostics.push_back({Severity::warning, path + name, 0, 0, "navigation",
                                         "can't be read, so it names and orders nothing"});
          continue;
        }
        if (settings->position) folder.position = *settings->position;
        if (!settings->label.empty()) folder_names_[path] = settings->label;
      }
      for (const uint32_t document : folder.documents) {
        if (!is_index_page(info(document).path)) continue;
        if (folder.position == kNoPosition) folder.position = stated_position(document);
      }
    }
  }

  double stated_position(uint32_t document) const {
    const auto state = corpus_.states.files.find(info(document).path);
    if (state == corpus_.states.files.end()) return kNoPosition;
    const Identity& identity = state->second.identity;
    if (identity.position) return *identity.position;
    const bool ascending = site_.dialects && site_.dialects->has(Dialect::hugo);
    return ascending && identity.weight != 0 ? identity.weight : kNoPosition;
  }

  // One name with a number may be "2-step-login"; two of them are in order.
  void find_numbered_folders() {
    for (auto& [path, folder] : folders_) {
      size_t numbered = 0;
      bool sure = false;
      const auto look_at = [&](std::string_view name) {
        if (!numbered_name(name)) return;
        ++numbered;
        sure = sure || without_number(name) != name;
      };
      for (const uint32_t document : folder.documents) look_at(name_stem(last_name(info(document).path)));
      for (const std::string& inner : folder.folders) look_at(folder_name(inner));
      folder.numbers_order = sure || numbered > 1;
    }
  }

  static std::string_view folder_name(std::string_view folder) {
    return last_name(folder.substr(0, folder.size() - 1));
  }

  static double number_of(std::string_view name) {
    const auto numbered = numbered_name(name);
    return numbered ? numbered->number : kNoPosition;
  }

  struct Child {
    double position = kNoPosition;
    bool index = false;
    std::string name;
    std::optional<uint32_t> document;
    std::string folder;
    bool operator<(const Child& other) const {
      return std::tie(other.index, position, name, folder) <
             std::tie(index, other.position, other.name, other.folder);
    }
  };

  std::vector<Child> children_of(const Folder& folder) const {
    std::vector<Child> children;
    for (const uint32_t document : folder.documents) {
      const std::string_view name = name_stem(last_name(info(document).path));
      Child child{stated_position(document), is_index_page(info(document).path), lower_case(name), document,
                  ""};
      if (child.position == kNoPosition && folder.numbers_order) child.position = number_of(name);
      children.push_back(std::move(child));
    }
    for (const std::string& inner : folder.folders) {
      const std::string_view name = folder_name(inner);
      Child child{folders_.at(inner).position, false, lower_case(name), std::nullopt, inner};
      if (child.position == kNoPosition && folder.numbers_order) child.position = number_of(name);
      children.push_back(std::move(child));
    }
    std::sort(children.begin(), children.end());
    return children;
  }

  // Depth first, on a stack of its own: folders may lie as deep as they like.
  void rank_tree() {
    struct Step {
      Child child;
      bool ordered;  // itself or a folder around it has a position
    };
    std::vector<Step> stack;
    const auto push = [&](const std::string& path, bool ordered) {
      std::vector<Child> children = children_of(folders_.at(path));
      const bool any = std::any_of(children.begin(), children.end(),
                                   [](const Child& child) { return child.position != kNoPosition; });
      for (auto child = children.rbegin(); child != children.rend(); ++child) {
        const bool placed = ordered || child->position != kNoPosition || (any && child->index);
        stack.push_back({std::move(*child), placed});
      }
    };
    if (folders_.count("") == 0) return;
    push("", false);
    while (!stack.empty()) {
      const Step step = std::move(stack.back());
      stack.pop_back();
      if (!step.child.document) {
        push(step.child.folder, step.ordered);
      } else if (step.ordered && corpus_.ranks[*step.child.document] == kUnranked) {
        corpus_.ranks[*step.child.document] = next_rank_++;
      }
    }
  }

  void name_categories() {
    struct Found {
      uint32_t rank = kUnranked;
      Category category;
      std::map<std::string, std::string> folders;  // by language: the outermost that it is
    };
    std::map<std::string, Found> found;
    for (uint32_t i = 0; i < corpus_.documents.size(); ++i) {
      const std::string& id = info(i).category;
      if (id.empty() || !is_help(i)) continue;
      Found& use = found[id];
      use.rank = std::min(use.rank, corpus_.ranks[i]);
      if (const auto folder = folder_of_category(info(i).path, id))
        use.folders.emplace(info(i).lang, *folder);
    }
    std::vector<Found*> ordered;
    for (auto& [id, use] : found) {
      use.category.id = id;
      for (const auto& [lang, folder] : use.folders) add_names(use.category, lang, folder);
      ordered.push_back(&use);
    }
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Found* a, const Found* b) { return a->rank < b->rank; });
    for (const Found* use : ordered) {
      const auto same = [&](const Category& category) { return category.id == use->category.id; };
      if (std::none_of(site_.categories.begin(), site_.categories.end(), same))
        site_.found_categories.push_back(use->category);
    }
  }

  // The folder of the path that is the category; nullopt when front matter says it.
  static std::optional<std::string> folder_of_category(const std::string& path, const std::string& id) {
    for (size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1)) {
      const std::string folder = path.substr(0, slash + 1);
      const std::string_view name = folder_name(folder);
      const auto numbered = numbered_name(name);
      const std::string_view plain = numbered ? numbered->name : name;
      if (make_id(name) == id || make_id(plain) == id ||
          (plain.starts_with('_') && make_id(plain.substr(1)) == id))
        return folder;
    }
    return std::nullopt;
  }

  void add_names(Category& category, const std::string& lang, const std::string& folder) {
    std::string name = title_of_index(folder);
    const auto set = folder_names_.find(folder);
    if (set != folder_names_.end()) name = set->second;
    for (const auto* names : {&listed_names_, &heading_names_}) {
      const auto by_id = names->find(category.id);
      if (!name.empty() || by_id == names->end()) continue;
      const auto in_language = by_id->second.find(lang);
      if (in_language != by_id->second.end()) name = in_language->second;
    }
    if (name.empty()) {
      const auto numbered = numbered_name(folder_name(folder));
      const std::string outer = folder_of_path(folder.substr(0, folder.size() - 1));
      name =
          readable_name(numbered && folders_.at(outer).numbers_order ? numbered->name : folder_name(folder));
    }
    if (!name.empty()) category.names.emplace(lang, name);
  }

  // Of Hugo's "_index.md", which is about its folder and nothing else.
  std::string title_of_index(const std::string& folder) const {
    const std::string path = folder + "_index.md";
    if (corpus_.states.files.count(path) == 0) return "";
    const std::string bytes = read(path);
    std::vector<Diagnostic> rendering_tells;
    const FrontMatter matter = read_front_matter(split_source(bytes), path, rendering_tells);
    return title_text(matter.short_title.empty() ? matter.title.value_or("") : matter.short_title);
  }

  Corpus& corpus_;
  Site& site_;
  uint32_t next_rank_ = 0;
  std::map<std::string, Folder> folders_;  // by path, "" or with '/' at the end
  std::unordered_map<std::string, uint32_t> by_plain_page_;
  std::map<std::string, std::string> folder_names_;    // by path of the folder
  std::map<std::string, Translations> listed_names_;   // by category: of its own page in a list
  std::map<std::string, Translations> heading_names_;  // likewise: of the heading above its first page
};

}  // namespace

void find_reading_order(Corpus& corpus, Site& site) { ReadingOrder(corpus, site).run(); }

}  // namespace signpost
