// path_languages.cc - one look at all paths for proofs, then answers by name.
#include "indexer/path_languages.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "content/language.h"
#include "content/markdown_names.h"

namespace signpost {
namespace {

using Folders = std::vector<std::string>;

// ISO 639-1 codes that documentation is often translated to.
constexpr std::array<std::string_view, 56> kCommonLanguages = {
    "ar", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr",
    "gl", "he", "hi", "hr", "hu", "id", "it", "ja", "ka", "kk", "ko", "lt", "lv", "ms",
    "nb", "nl", "nn", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "sw",
    "ta", "th", "tl", "tr", "uk", "ur", "uz", "vi", "zh", "hy", "is", "mk", "mn", "ne"};
// The languages that Signpost itself speaks need no mention in site.yaml.
constexpr std::array<std::string_view, 3> kOwnLanguages = {"en", "ja", "ko"};
// Of the common ones, those that folders of a company are called for other reasons.
constexpr std::array<std::string_view, 9> kOtherMeanings = {"ca", "et", "he", "hr", "id",
                                                            "is", "it", "ms", "no"};
// Folders of translations, which have a folder for each language.
constexpr std::array<std::string_view, 8> kTranslations = {
    "i18n", "l10n", "translations", "translation", "locale", "locales", "localized", "_translations"};
// Where the originals of such translations are kept, beside the folder of translations.
constexpr std::array<std::string_view, 5> kOriginals = {"", "docs/", "content/", "source/", "src/"};
// Files that a folder has in common with the one around it, before it is of a language that few help centres
// have.
constexpr int kManyMatches = 3;
constexpr std::string_view kDocusaurus = "docusaurus-plugin-content-";

template <size_t N>
bool contains(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// With a '/' behind each.
std::string joined(Folders::const_iterator begin, Folders::const_iterator end) {
  std::string path;
  for (; begin != end; ++begin) path += *begin + '/';
  return path;
}

std::vector<SourceEntry>::const_iterator first_from(const std::vector<SourceEntry>& markdown,
                                                    const std::string& path) {
  return std::lower_bound(
      markdown.begin(), markdown.end(), path,
      [](const SourceEntry& entry, const std::string& wanted) { return entry.path < wanted; });
}

bool exists(const std::vector<SourceEntry>& markdown, const std::string& path) {
  const auto found = first_from(markdown, path);
  return found != markdown.end() && found->path == path;
}

std::string_view stem_of(std::string_view name) { return name.substr(0, name.rfind('.')); }

struct SplitName {
  std::string_view name;
  std::string_view end;  // "" when there is none
};

bool is_common_tag(std::string_view tag) {
  const auto code = canonical_language(tag);
  return code && contains(kCommonLanguages, base_language(*code));
}

// "guide.pt-BR" and, as nothing else begins with these, "README_zh-CN" and "README-ko".
SplitName split_name(std::string_view name) {
  size_t at = name.rfind('.');
  if (at == std::string_view::npos && lower_case(name.substr(0, 6)) == "readme")
    at = name.find_first_of("-_");
  if (at == std::string_view::npos || at == 0) return {name, {}};
  return {name.substr(0, at), name.substr(at + 1)};
}

// Where Docusaurus keeps what a folder of its translations has, "" for other folders. How many folders say so
// is added to `length`.
std::string docusaurus_original(const Folders& folders, size_t& length) {
  if (folders.size() <= length || !folders[length].starts_with(kDocusaurus)) return "";
  const std::string plugin = folders[length++].substr(kDocusaurus.size());
  if (plugin == "blog") return "blog/";
  if (plugin == "pages") return "src/pages/";
  const std::string id = plugin.starts_with("docs-") ? plugin.substr(5) : "";
  const std::string current = (id.empty() ? "docs" : id) + "/";
  if (folders.size() <= length) return current;
  const std::string& version = folders[length++];
  return version == "current" ? current : (id.empty() ? "" : id + "_") + "versioned_docs/" + version + "/";
}

}  // namespace

// A folder such as i18n/ko/.
struct PathLanguages::Translation {
  size_t length = 0;                   // folders that say so
  std::string root;                    // these, "i18n/ko/"
  std::vector<std::string> originals;  // what it may translate, the likeliest first
  bool sure = false;                   // the first is it, though no file shows it
};

Folders split_path(std::string_view path) {
  Folders parts;
  for (size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/')) {
    parts.emplace_back(path.substr(0, slash));
    path.remove_prefix(slash + 1);
  }
  parts.emplace_back(path);
  return parts;
}

PathLanguages::PathLanguages(const std::vector<SourceEntry>& markdown, const Site& site, bool any)
    : site_(site), any_(any) {
  for (const SourceEntry& file : markdown) {
    look_at_folders(markdown, file.path);
    look_at_name(markdown, file.path);
  }
  believe_neighbours();
  for (const SourceEntry& file : markdown) look_at_translations(markdown, file.path);
}

bool PathLanguages::speaks(std::string_view base) const {
  return contains(kOwnLanguages, base) ||
         std::any_of(site_.languages.begin(), site_.languages.end(),
                     [&](const Language& language) { return base_language(language.code) == base; });
}

bool PathLanguages::is_certain(std::string_view tag, const std::string& code) const {
  const std::string_view base = base_language(code);
  if (speaks(base)) return true;
  return contains(kCommonLanguages, base) && (tag.size() > 3 || (any_ && !contains(kOtherMeanings, base)));
}

void PathLanguages::look_at_folders(const std::vector<SourceEntry>& markdown, const std::string& path) {
  size_t begin = 0;
  for (size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', begin)) {
    const std::string_view folder = std::string_view(path).substr(begin, slash - begin);
    const std::string parent = path.substr(0, begin);
    begin = slash + 1;
    const auto code = canonical_language(folder);
    if (!code) continue;
    if (is_certain(folder, *code)) {
      language_parents_.insert(parent);
      continue;
    }
    const std::string tag = lower_case(folder);
    if (shown_.count(tag) != 0) continue;
    if (contains(kCommonLanguages, tag) && (any_ || !contains(kOtherMeanings, tag)))
      candidates_[parent].insert(tag);
    const std::string rest = path.substr(begin);
    if (is_folder_page(rest) && rest.find('/') == std::string::npos) continue;  // every folder may have one
    const auto translates = [&](const Language& language) {
      return exists(markdown, parent + language.code + "/" + rest);
    };
    if (!exists(markdown, parent + rest) &&
        std::none_of(site_.languages.begin(), site_.languages.end(), translates))
      continue;
    // "cli", "css" and "os" are codes of languages as well.
    if (contains(kCommonLanguages, base_language(*code)) || ++matches_[tag] == kManyMatches)
      shown_.insert(tag);
  }
}

// Beside "a.de.md" lies "a.md", or the same in another language.
void PathLanguages::look_at_name(const std::vector<SourceEntry>& markdown, const std::string& path) {
  const size_t slash = path.rfind('/') + 1;  // npos + 1 is 0
  const std::string_view stem = stem_of(std::string_view(path).substr(slash));
  const SplitName split = split_name(stem);
  if (!is_common_tag(split.end)) return;
  const std::string base = path.substr(0, slash) + std::string(split.name);
  bool shown = exists(markdown, base + path.substr(slash + stem.size()));
  for (auto other = first_from(markdown, base + "."); !shown && other != markdown.end(); ++other) {
    if (!other->path.starts_with(base + ".")) break;
    shown = other->path != path && is_common_tag(split_name(stem_of(other->path).substr(slash)).end);
  }
  if (shown) shown_ends_.insert(lower_case(split.end));
}

void PathLanguages::believe_neighbours() {
  for (const auto& [parent, tags] : candidates_) {
    const bool proved = language_parents_.count(parent) != 0 ||
                        std::any_of(tags.begin(), tags.end(),
                                    [this](const std::string& tag) { return shown_.count(tag) != 0; });
    if (proved) shown_.insert(tags.begin(), tags.end());
  }
  candidates_.clear();
  language_parents_.clear();
}

std::optional<PathLanguages::Translation> PathLanguages::translation_at(const Folders& folders,
                                                                        size_t language) const {
  if (language == 0 || !contains(kTranslations, lower_case(folders[language - 1]))) return std::nullopt;
  const auto at = folders.begin() + static_cast<ptrdiff_t>(language);
  const std::string outer = joined(folders.begin(), at - 1);
  Translation translation;
  translation.length = language + 1;
  if (const std::string original = docusaurus_original(folders, translation.length); !original.empty()) {
    translation.sure = true;
    translation.originals.push_back(outer + original);
    if (language > 1) translation.originals.push_back(joined(folders.begin(), at - 2) + original);
  } else {
    for (const std::string_view folder : kOriginals)
      translation.originals.push_back(outer + std::string(folder));
  }
  translation.root = joined(folders.begin(), folders.begin() + static_cast<ptrdiff_t>(translation.length));
  return translation;
}

void PathLanguages::look_at_translations(const std::vector<SourceEntry>& markdown, const std::string& path) {
  Folders folders = split_path(path);
  folders.pop_back();
  for (size_t i = 1; i < folders.size(); ++i) {
    if (!of_folder(folders[i])) continue;
    const auto translation = translation_at(folders, i);
    if (!translation || originals_.count(translation->root) != 0) return;
    const std::string rest = path.substr(translation->root.size());
    const auto found =
        std::find_if(translation->originals.begin(), translation->originals.end(),
                     [&](const std::string& folder) { return exists(markdown, folder + rest); });
    if (found != translation->originals.end()) originals_[translation->root] = *found;
    return;
  }
}

std::optional<std::string> PathLanguages::of_folder(std::string_view folder) const {
  auto code = canonical_language(folder);
  if (code && (is_certain(folder, *code) || shown_.count(lower_case(folder)) != 0)) return code;
  return std::nullopt;
}

std::optional<NameInLanguage> PathLanguages::of_name(std::string_view name) const {
  const SplitName split = split_name(name);
  auto code = split.end.empty() ? std::nullopt : canonical_language(split.end);
  if (!code) return std::nullopt;
  const std::string_view base = base_language(*code);
  const bool certain = speaks(base) || (split.end.size() > 3 && contains(kCommonLanguages, base));
  if (!certain && shown_ends_.count(lower_case(split.end)) == 0) return std::nullopt;
  return NameInLanguage{std::string(split.name), std::move(*code)};
}

Folders PathLanguages::without_language(Folders folders, std::string& lang) const {
  for (size_t i = 0; i < folders.size(); ++i) {
    const auto at = folders.begin() + static_cast<ptrdiff_t>(i);
    if (const auto code = of_folder(*at)) {
      lang = *code;
      const auto translation = translation_at(folders, i);
      const auto known = translation ? originals_.find(translation->root) : originals_.end();
      if (known == originals_.end() && (!translation || !translation->sure)) {
        folders.erase(at);
        return folders;
      }
      Folders original = split_path(known != originals_.end() ? known->second : translation->originals[0]);
      original.pop_back();  // what stands behind the last '/'
      original.insert(original.end(), folders.begin() + static_cast<ptrdiff_t>(translation->length),
                      folders.end());
      return original;
    }
    if (auto named = of_name(*at)) {
      lang = std::move(named->lang);
      *at = std::move(named->name);
      return folders;
    }
  }
  return folders;
}

}  // namespace signpost
