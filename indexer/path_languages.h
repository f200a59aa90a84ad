// path_languages.h - what of a path says a language: a folder of its own (docs/ko/a.md, i18n/ko/...), or the
// end of a name (a.ko.md, content.ko/a.md). Tested by tests/unit/indexer/path_languages_test.cc.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/site.h"
#include "indexer/source_walk.h"

namespace signpost {

// "docs/a.md" -> "docs", "a.md".
std::vector<std::string> split_path(std::string_view path);

// A name without the language at its end.
struct NameInLanguage {
  std::string name;
  std::string lang;
};

// Many folders are called like a language ("it", "no", "hr") and mean something else. One is a language when
// the site lists it or Signpost speaks it, when it names a region ("pt-br"), or when what lies about it shows
// it: the same files lie beside the folder as in it, or a folder of a language lies beside it.
class PathLanguages {
 public:
  // Looks at all files, sorted by path. Where articles alone say which languages there are (`any`), any
  // widespread one needs no such proof.
  PathLanguages(const std::vector<SourceEntry>& markdown, const Site& site, bool any);

  // The code, as canonical_language() writes it.
  std::optional<std::string> of_folder(std::string_view folder) const;
  // Of a name without its ending (".md"), or of a folder.
  std::optional<NameInLanguage> of_name(std::string_view name) const;

  // The folders without what says the language, as those of the article that it is a translation of:
  // i18n/ko/docusaurus-plugin-content-docs/current/a -> docs/a. `lang` stays as it is where nothing says one.
  std::vector<std::string> without_language(std::vector<std::string> folders, std::string& lang) const;

 private:
  struct Translation;

  bool speaks(std::string_view base) const;
  bool is_certain(std::string_view tag, const std::string& code) const;
  std::optional<Translation> translation_at(const std::vector<std::string>& folders, size_t language) const;
  void look_at_folders(const std::vector<SourceEntry>& markdown, const std::string& path);
  void look_at_name(const std::vector<SourceEntry>& markdown, const std::string& path);
  void look_at_translations(const std::vector<SourceEntry>& markdown, const std::string& path);
  void believe_neighbours();

  const Site& site_;
  const bool any_;
  std::set<std::string, std::less<>> shown_;                 // tags in lower case that files prove
  std::map<std::string, int, std::less<>> matches_;          // files that speak for a rare one
  std::set<std::string, std::less<>> shown_ends_;            // likewise of names: a.de.md beside a.md
  std::map<std::string, std::set<std::string>> candidates_;  // folder -> tags of folders in it
  std::set<std::string> language_parents_;                   // folders that hold one of a certain language
  std::map<std::string, std::string> originals_;             // "i18n/ko/" -> "docs/", which it translates
};

}  // namespace signpost
