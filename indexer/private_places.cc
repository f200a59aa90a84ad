// private_places.cc - see private_places.h.
// Tested by tests/unit/indexer/private_places_test.cc.
#include "indexer/private_places.h"

#include <algorithm>
#include <string_view>

#include "base/ascii.h"
#include "content/ids.h"
#include "content/internal_folder.h"
#include "indexer/source_walk.h"

namespace signpost {
namespace {

using PlaceVerdict = Visibility::Verdict;

// Lower case without '-', '_', ' ' and brackets.
std::string bare_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c != '-' && c != '_' && c != ' ' && c != '(' && c != ')' && c != '[' && c != ']') out += lower(c);
  }
  return out;
}

bool is_category(const Site& site, std::string_view folder) {
  const std::string id = make_id(folder);
  return std::any_of(site.categories.begin(), site.categories.end(),
                     [&](const Category& category) { return category.id == id || category.id == folder; });
}

PlaceVerdict verdict_of_folder(std::string_view name) {
  if (is_internal_folder(name)) return PlaceVerdict::internal;
  const std::string bare = bare_name(name);
  if (is_one_of(bare, {"draft", "drafts", "unpublished", "trash", "wip", "초안", "下書き", "草稿"}))
    return PlaceVerdict::shut;
  const bool doubtful =
      is_one_of(bare, {"private", "internal", "internalonly", "internaluse", "confidential", "secret",
                       "staffonly", "archive", "archived", "archives", "obsolete", "비공개", "非公開"});
  const bool marked = name.front() == '_' || name.front() == '(' || name.front() == '[';
  if (doubtful) return marked ? PlaceVerdict::shut : PlaceVerdict::unclear;
  const bool parts = is_one_of(bare, {"hidden", "deleted", "old", "backup", "bak", "template", "templates",
                                      "layouts", "includes", "partials", "snippets"});
  return marked && parts ? PlaceVerdict::shut : PlaceVerdict::open;
}

}  // namespace

Judgement judge_by_settings(const std::string& path, const std::vector<KeptBackBy>& settings) {
  for (const KeptBackBy& by : settings) {
    const std::string folder = by.file.substr(0, by.file.rfind('/') + 1);
    if (path.starts_with(folder) && matches_any(by.kept.patterns, path.substr(folder.size())))
      return {PlaceVerdict::shut, "", "is kept back by '" + by.kept.key + "' in " + by.file};
  }
  return {};
}

Judgement judge_place(const std::string& path, const Site& site) {
  std::string_view rest = path;
  Judgement internal;
  for (size_t slash = rest.find('/'); slash != std::string_view::npos; slash = rest.find('/')) {
    const std::string_view folder = rest.substr(0, slash);
    rest.remove_prefix(slash + 1);
    const PlaceVerdict verdict = folder.empty() ? PlaceVerdict::open : verdict_of_folder(folder);
    const bool pattern = folder == "archetypes" && site.dialects && site.dialects->has(Dialect::hugo);
    if (pattern) return {PlaceVerdict::shut, "", "is a pattern for new pages of Hugo's"};
    if (verdict == PlaceVerdict::internal) {
      internal = {verdict, "", "lies in the folder '" + std::string(folder) + "'"};
      continue;
    }
    if (verdict == PlaceVerdict::open || is_category(site, folder)) continue;
    const std::string quoted = "'" + std::string(folder) + "'";
    if (verdict == PlaceVerdict::shut) return {verdict, "", "lies in the folder " + quoted};
    return {verdict, "",
            "may not be meant for readers, because it lies in the folder " + quoted +
                "; where that is a category, list it in site.yaml"};
  }
  // Where these tools keep what other pages include.
  const bool parts = site.dialects && site.dialects->has_any({Dialect::docusaurus, Dialect::jekyll});
  if (parts && rest.starts_with('_') && !rest.starts_with("_index."))
    return {PlaceVerdict::shut, "", "is not a page of its own, because its name begins with '_'"};
  const std::string name = lower_case(rest);
  const std::string_view stem = std::string_view(name).substr(0, name.rfind('.'));
  for (const std::string_view ending : {".draft", ".private", ".internal", ".unpublished"}) {
    if (stem.size() <= ending.size() || !stem.ends_with(ending)) continue;
    const auto verdict = ending == ".internal" ? PlaceVerdict::internal : PlaceVerdict::shut;
    return {verdict, "", "has a name that ends in '" + std::string(ending.substr(1)) + "'"};
  }
  return internal;
}

}  // namespace signpost
