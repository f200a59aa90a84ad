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
#include "content/markdown_names.h"
#include "content/navigation.h"
#include "content/old_addresses.h"
#include "content/readable_name.h"
#include "index/merge.h"
#include "indexer/found_categories.h"

namespace signpost {
namespace {

constexpr double kNoPosition = std::numeric_limits<double>::infinity();

std::string_view last_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }
std::string folder_of_path(std::string_view path) { return std::string(path.substr(0, path.rfind('/') + 1)); }

std::string_view name_stem(std::string_view name) { return name.substr(0, name.rfind('.')); }

// "guide/install" of "01-guide/02-install.md", and "guide" of "01-guide/index.md": how lists name pages.
std::string plain_page(std::string_view path) {
  if (is_folder_page(path))
    path = path.substr(0, path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/'));
  std::string out;
  path = without_markdown_ending(path);
  while (!path.empty()) {
    const size_t slash = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
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
    names_.headings.resize(corpus_.documents.size());
    names_.titles.resize(corpus_.documents.size());
    index_pages();
    read_lists();
    read_folder_files();
    find_numbered_folders();
    rank_tree();
    find_categories(corpus_, site_, names_);
    read_old_pages();
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
    read_entries(navigation.entries, bases);
  }

  // A page that has others below it stands with them under its own title.
  void read_entries(const std::vector<NavEntry>& entries, const std::vector<std::string>& bases) {
    std::string heading;
    for (size_t i = 0; i < entries.size(); ++i) {
      const NavEntry& entry = entries[i];
      const bool has_inner = i + 1 < entries.size() && entries[i + 1].depth > entry.depth;
      if (entry.depth == 0) heading = has_inner ? entry.title : "";
      const std::optional<uint32_t> document =
          entry.page.empty() ? std::nullopt : find_page(bases, entry.page);
      if (!document || corpus_.ranks[*document] != kUnranked) continue;
      corpus_.ranks[*document] = next_rank_++;
      names_.headings[*document] = heading;
      if (is_folder_page(info(*document).path)) names_.titles[*document] = entry.title;
    }
  }

  void read_old_pages() {
    for (const std::string& path : corpus_.other_files) {
      if (!is_old_addresses_name(last_name(path))) continue;
      const std::string base = folder_of_path(path);
      const std::vector<std::string> bases = {base, base + "docs/", base + "src/"};
      for (const OldAddress& old : read_old_addresses(last_name(path), read(path))) {
        const std::string_view target = old.target;
        const auto document = find_page(
            bases, std::string(target.ends_with(".html") ? target.substr(0, target.size() - 5) : target));
        if (document) add_addresses(*document, old.addresses);
      }
    }
  }

  void add_addresses(uint32_t document, const std::vector<std::string>& addresses) {
    std::vector<std::string>& known = corpus_.documents[document].info.addresses;
    for (const std::string& address : addresses) {
      if (std::find(known.begin(), known.end(), address) != known.end()) continue;
      known.push_back(address);
      corpus_.by_address[address].push_back(document);
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
        if (!settings->label.empty()) names_.folders[path] = settings->label;
      }
      for (const uint32_t document : folder.documents) {
        if (!is_folder_page(info(document).path)) continue;
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
      Child child{stated_position(document), is_folder_page(info(document).path), lower_case(name), document,
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

  Corpus& corpus_;
  Site& site_;
  uint32_t next_rank_ = 0;
  std::map<std::string, Folder> folders_;  // by path, "" or with '/' at the end
  std::unordered_map<std::string, uint32_t> by_plain_page_;
  NamesInSource names_;
};

}  // namespace

void find_reading_order(Corpus& corpus, Site& site) { ReadingOrder(corpus, site).run(); }

}  // namespace signpost
