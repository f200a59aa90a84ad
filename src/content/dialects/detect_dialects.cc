// detect_dialects.cc - tells from the files of a repository which tool its Markdown was written for.
// Tested by tests/unit/content/dialects/detect_dialects_test.cc.
#include "content/dialects/detect_dialects.h"

#include <array>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace signpost {
namespace {

struct Sign {
  Dialect dialect;
  std::string_view name;  // of a file or a folder; a '.' at the end stands for any ending
  std::string_view with;  // a name that must lie beside it, since `name` alone is common; "" for none
};

constexpr Sign kSigns[] = {
    {Dialect::docusaurus, "docusaurus.config.", ""},
    {Dialect::gitbook, ".gitbook.yaml", ""},
    {Dialect::gitbook, ".gitbook", ""},
    {Dialect::hugo, "hugo.", ""},
    {Dialect::hugo, "config.toml", "content"},
    {Dialect::hugo, "config.yaml", "content"},
    {Dialect::hugo, "config/_default", ""},
    {Dialect::jekyll, "_config.yml", ""},
    {Dialect::mdbook, "book.toml", ""},
    {Dialect::mintlify, "mint.json", ""},
    {Dialect::mintlify, "docs.json", ""},
    {Dialect::mkdocs, "mkdocs.yml", ""},
    {Dialect::mkdocs, "mkdocs.yaml", ""},
    {Dialect::obsidian, ".obsidian", ""},
    {Dialect::starlight, "astro.config.", ""},
    {Dialect::vitepress, ".vitepress", ""},
};

constexpr std::array<std::string_view, 7> kEndings = {"js", "mjs", "cjs", "ts", "toml", "yaml", "json"};
constexpr std::array<std::string_view, 5> kCustomFolders = {"docs", "doc", "website", "site",
                                                            "documentation"};

bool exists(const fs::path& folder, std::string_view name) {
  std::error_code unreadable;
  return fs::exists(folder / name, unreadable);
}

bool shows(const fs::path& folder, const Sign& sign) {
  if (!sign.with.empty() && !exists(folder, sign.with)) return false;
  if (sign.name.back() != '.') return exists(folder, sign.name);
  for (const std::string_view ending : kEndings) {
    if (exists(folder, std::string(sign.name) + std::string(ending))) return true;
  }
  return false;
}

// From `source` up to the repository's root.
std::vector<fs::path> folders_to_look_in(const fs::path& source) {
  std::vector<fs::path> folders;
  for (fs::path folder = source;; folder = folder.parent_path()) {
    folders.push_back(folder);
    if (exists(folder, ".git")) break;
    if (!folder.has_relative_path()) return {source};
  }
  return folders;
}

}  // namespace

DialectSet detect_dialects(const fs::path& source) {
  std::error_code error;
  fs::path whole = fs::weakly_canonical(source, error);
  if (error) whole = source;
  DialectSet dialects;
  const auto look_in = [&](const fs::path& folder) {
    for (const Sign& sign : kSigns) {
      if (!dialects.has(sign.dialect) && shows(folder, sign)) dialects.add(sign.dialect);
    }
  };
  for (const fs::path& folder : folders_to_look_in(whole)) {
    look_in(folder);
    for (const std::string_view name : kCustomFolders) {
      if (exists(folder, name)) look_in(folder / name);
    }
  }
  return dialects;
}

}  // namespace signpost
