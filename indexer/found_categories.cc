// found_categories.cc - see found_categories.h.
// Tested by tests/unit/indexer/reading_order_test.cc.
#include "indexer/found_categories.h"

#include <algorithm>
#include <optional>
#include <set>

#include "content/front_matter.h"
#include "content/ids.h"
#include "content/readable_name.h"
#include "content/title_text.h"
#include "index/merge.h"

namespace signpost {
namespace {

constexpr size_t kMaxHeadingId = 100;  // bytes; more is no heading

// The last folder of a path that ends with '/'.
std::string_view folder_name_of(std::string_view path) {
  path.remove_suffix(path.empty() ? 0 : 1);
  return path.substr(path.rfind('/') + 1);
}

class FoundCategories {
 public:
  FoundCategories(Corpus& corpus, Site& site, const NamesInSource& names)
      : corpus_(corpus), site_(site), names_(names) {}

  void run() {
    split_by_headings();
    for (uint32_t i = 0; i < corpus_.documents.size(); ++i) {
      if (is_help(i) && !info(i).category.empty()) add(i);
    }
    std::vector<const Found*> ordered;
    for (auto& [id, use] : found_) {
      use.category.id = id;
      use.category.found = true;
      if (!lists(id)) ordered.push_back(&use);
    }
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Found* a, const Found* b) { return a->rank < b->rank; });
    for (const Found* use : ordered) site_.found_categories.push_back(use->category);
  }

 private:
  struct Found {
    uint32_t rank = kUnranked;
    Category category;
  };

  SourceInfo& info(uint32_t document) { return corpus_.documents[document].info; }
  bool is_help(uint32_t document) { return info(document).kind == Kind::help; }

  bool lists(const std::string& id) const {
    return std::any_of(site_.categories.begin(), site_.categories.end(),
                       [&](const Category& category) { return category.id == id; });
  }

  // One heading for most of a folder is only its name.
  void split_by_headings() {
    std::map<std::string, std::map<std::string, size_t>> uses;  // by category: headings with their pages
    for (uint32_t i = 0; i < corpus_.documents.size(); ++i) {
      if (is_help(i) && !names_.headings[i].empty()) ++uses[info(i).category][names_.headings[i]];
    }
    std::map<std::string, std::string> main;  // by category: its one heading
    for (const auto& [id, headings] : uses) {
      size_t all = 0;
      for (const auto& [heading, pages] : headings) all += pages;
      for (const auto& [heading, pages] : headings) {
        if (!id.empty() && pages * 5 >= all * 4) main[id] = heading;
      }
    }
    std::set<std::string> split;  // headings that are categories
    for (const auto& [id, headings] : uses) {
      if (lists(id) || main.count(id) != 0) continue;
      for (const auto& [heading, pages] : headings) split.insert(heading);
    }
    for (uint32_t i = 0; i < corpus_.documents.size(); ++i) {
      const std::string& heading = names_.headings[i];
      std::string& category = info(i).category;
      if (!is_help(i) || heading.empty()) continue;
      const auto one = main.find(category);
      if (one != main.end() && split.count(one->second) == 0) {
        const bool shared = std::count_if(main.begin(), main.end(),
                                          [&](const auto& other) { return other.second == heading; }) > 1;
        if (shared) continue;  // it would be the name of several
        if (heading == one->second) headings_[category].emplace(info(i).lang, heading);
        continue;
      }
      const std::string id = make_id(heading);
      if (lists(category) || id.size() > kMaxHeadingId) continue;
      category = id;
      headings_[id].emplace(info(i).lang, heading);
    }
  }

  void add(uint32_t document) {
    const SourceInfo& page = info(document);
    Found& use = found_[page.category];
    use.rank = std::min(use.rank, corpus_.ranks[document]);
    if (!names_.titles[document].empty()) titles_[page.category].emplace(page.lang, names_.titles[document]);
    if (use.category.names.count(page.lang) != 0) return;
    std::string name = name_of(page);
    if (!name.empty()) use.category.names.emplace(page.lang, std::move(name));
  }

  // From the most explicit to what its folder is called.
  std::string name_of(const SourceInfo& page) {
    const auto folder = folder_of_category(page);
    if (folder) {
      if (const auto label = names_.folders.find(*folder); label != names_.folders.end())
        return label->second;
      if (std::string title = title_of_index(*folder); !title.empty()) return title;
    }
    for (const auto* names : {&titles_, &headings_}) {
      const auto by_id = names->find(page.category);
      if (by_id == names->end()) continue;
      if (const auto text = by_id->second.find(page.lang); text != by_id->second.end()) return text->second;
    }
    if (!folder) return "";
    const std::string_view name = folder_name_of(*folder);
    const auto numbered = numbered_name(name);
    return readable_name(numbered && make_id(numbered->name) == page.category ? numbered->name : name);
  }

  // The folder of the path that is the category; nullopt when something else says it.
  static std::optional<std::string> folder_of_category(const SourceInfo& page) {
    for (size_t slash = page.path.find('/'); slash != std::string::npos;
         slash = page.path.find('/', slash + 1)) {
      const std::string folder = page.path.substr(0, slash + 1);
      const std::string_view name = folder_name_of(folder);
      const auto numbered = numbered_name(name);
      std::string_view plain = numbered ? numbered->name : name;
      plain.remove_prefix(std::min(plain.find_first_not_of('_'), plain.size()));
      if (make_id(name) == page.category || make_id(plain) == page.category) return folder;
    }
    return std::nullopt;
  }

  // Of Hugo's "_index.md", which is about its folder and nothing else.
  std::string title_of_index(const std::string& folder) const {
    const std::string path = folder + "_index.md";
    if (corpus_.states.files.count(path) == 0) return "";
    const std::string bytes = corpus_.source->read_file(path, kMaxMarkdownBytes).bytes;
    std::vector<Diagnostic> rendering_tells;
    const FrontMatter matter = read_front_matter(split_source(bytes), path, rendering_tells);
    return title_text(matter.short_title.empty() ? matter.title.value_or("") : matter.short_title);
  }

  Corpus& corpus_;
  Site& site_;
  const NamesInSource& names_;
  std::map<std::string, Found> found_;
  std::map<std::string, Translations> titles_;    // by category: of its own page
  std::map<std::string, Translations> headings_;  // likewise: above its pages
};

}  // namespace

void find_categories(Corpus& corpus, Site& site, const NamesInSource& names) {
  FoundCategories(corpus, site, names).run();
}

}  // namespace signpost
