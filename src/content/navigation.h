// navigation.h - the files in which other tools list their pages in order: SUMMARY.md (mdBook, GitBook),
// mkdocs.yml, sidebars.js and .json (Docusaurus), docs.json and mint.json (Mintlify), _category_.json.
// Tested by tests/unit/content/navigation_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// One line of such a list, in reading order: a page, a heading of pages, or a page that is both.
struct NavEntry {
  std::string title;  // plain text; "" when only the page is named
  std::string page;   // path or id as it is written, without '#...'; "" for a heading alone
  int depth = 0;      // 0 for the outermost
  bool operator==(const NavEntry&) const = default;
};

struct Navigation {
  std::vector<NavEntry> entries;
  std::string folder;  // that the paths count from, beneath the file's own: mkdocs.yml's `docs_dir`
  std::string error;   // what can't be read; "" when all could
};

// True for the name of a file that read_navigation() reads.
bool is_navigation_name(std::string_view name);

// What the file `name` lists. Of sidebars.js only plain data is read, nothing is run.
Navigation read_navigation(std::string_view name, std::string_view text);

// What a folder's _category_.json or _category_.yml says; nullopt when it can't be read.
struct FolderSettings {
  std::string label;
  std::optional<double> position;
};
std::optional<FolderSettings> read_folder_settings(std::string_view text);

}  // namespace signpost
