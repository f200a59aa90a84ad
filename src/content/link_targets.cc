// link_targets.cc - folders of the source and endings of files, in the order in which they are likely.
// Tested by tests/unit/content/link_targets_test.cc.
#include "content/link_targets.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "content/ids.h"
#include "content/language.h"
#include "content/markdown_names.h"

namespace signpost {
namespace {

constexpr std::array<std::string_view, 3> kEndings = {".md", ".mdx", ".markdown"};
constexpr std::array<std::string_view, 3> kFolderPages = {"/index", "/_index", "/README"};
// Of Hugo and Docusaurus; VitePress, Next and Astro; Jekyll and MkDocs; VuePress.
constexpr std::array<std::string_view, 6> kStaticFolders = {
    "static/", "public/", "docs/public/", "assets/", ".vuepress/public/", "website/static/"};

bool ends_with_any_case(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && lower_case(text.substr(text.size() - tail.size())) == tail;
}

std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/') + 1); }

// ".ko" of "docs/a.ko.md", else "".
std::string_view language_ending(std::string_view from) {
  const std::string_view stem = without_markdown_ending(from);
  const size_t dot = stem.rfind('.');
  if (dot == std::string_view::npos || dot < folder_of(stem).size()) return "";
  return canonical_language(stem.substr(dot + 1)) ? stem.substr(dot) : "";
}

void add_unless_there(std::vector<std::string>& paths, std::optional<std::string> path) {
  if (path && std::find(paths.begin(), paths.end(), *path) == paths.end()) paths.push_back(std::move(*path));
}

// Below the source folder, then below each of the folders of `from`, the outermost first.
void add_below_folders(std::vector<std::string>& paths, std::string_view from, const std::string& path) {
  add_unless_there(paths, resolve_path("", "/" + path));
  for (size_t slash = from.find('/'); slash != std::string_view::npos; slash = from.find('/', slash + 1))
    add_unless_there(paths, resolve_path("", "/" + std::string(from.substr(0, slash + 1)) + path));
}

}  // namespace

std::string_view without_link_prefix(std::string_view url) {
  for (const std::string_view prefix : {"@site/", "~@/", "@/", "pathname:///"}) {
    if (url.starts_with(prefix)) return url.substr(prefix.size() - 1);
  }
  return url;
}

std::optional<std::string> resolve_path(std::string_view from, std::string_view target) {
  std::string joined;
  if (target.substr(0, 1) != "/") joined = std::string(from.substr(0, from.find_last_of('/') + 1));
  joined += target;
  std::vector<std::string_view> parts;
  std::string_view rest = joined;
  while (!rest.empty()) {
    const size_t slash = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, slash);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
    if (part.empty() || part == ".") continue;
    if (part != "..") {
      parts.push_back(part);
    } else if (parts.empty()) {
      return std::nullopt;
    } else {
      parts.pop_back();
    }
  }
  std::string path;
  for (const std::string_view part : parts) {
    if (!path.empty()) path += '/';
    path += part;
  }
  if (path.find('\0') != std::string::npos || first_invalid_utf8(path) != std::string::npos)
    return std::nullopt;
  return path;
}

bool has_extension(std::string_view path) {
  const size_t name = folder_of(path).size();
  const size_t dot = path.rfind('.');
  return dot != std::string_view::npos && dot > name && path.size() - dot <= 6;
}

std::string usual_spelling(std::string_view path) { return lower_case(composed(path)); }

std::string_view page_stem(std::string_view path) {
  if (is_folder_page(path)) return path.substr(0, std::max<size_t>(folder_of(path).size(), 1) - 1);
  return without_markdown_ending(path);
}

std::vector<std::string> link_targets(std::string_view from, std::string_view path) {
  std::vector<std::string> paths;
  const bool reference = path.starts_with(kReference);
  if (reference) path.remove_prefix(kReference.size());
  if (!path.starts_with('/')) {
    add_unless_there(paths, resolve_path(from, path));
    if (!is_markdown_name(path) && !is_folder_page(from))
      add_unless_there(paths, resolve_path(std::string(without_markdown_ending(from)) + "/", path));
    if (!reference) return paths;
  }
  const std::string below(path.substr(std::min(path.find_first_not_of('/'), path.size())));
  add_below_folders(paths, from, below);
  const size_t slash = below.find('/');
  const std::string first = below.substr(0, slash);
  if (slash != std::string::npos && (first == "docs" || canonical_language(first)))
    add_below_folders(paths, from, below.substr(slash + 1));
  return paths;
}

std::vector<std::string> static_targets(std::string_view from, std::string_view path) {
  std::vector<std::string> paths;
  if (!path.starts_with('/') || !has_extension(path)) return paths;
  for (const std::string_view folder : kStaticFolders)
    add_below_folders(paths, from, std::string(folder) + std::string(path.substr(1)));
  return paths;
}

std::vector<std::string> page_candidates(std::string_view from, std::string_view target) {
  std::vector<std::string> paths;
  const std::string language(language_ending(from));
  const auto add = [&](const std::string& stem, std::string_view ending) {
    if (!language.empty()) add_unless_there(paths, stem + language + std::string(ending));
    add_unless_there(paths, stem + std::string(ending));
  };
  if (is_markdown_name(target)) {
    const std::string stem(without_markdown_ending(target));
    add(stem, target.substr(stem.size()));
    for (const std::string_view ending : kEndings) add(stem, ending);
    return paths;
  }
  std::string stem(target);
  for (const std::string_view html : {".html", ".htm"}) {
    if (ends_with_any_case(stem, html)) stem.resize(stem.size() - html.size());
  }
  if (stem == "index") stem.clear();
  if (stem.ends_with("/index")) stem.resize(stem.size() - 6);
  for (const std::string_view ending : kEndings) {
    if (!stem.empty()) add(stem, ending);
  }
  for (const std::string_view page : kFolderPages) {
    for (const std::string_view ending : kEndings) add(stem + std::string(page.substr(stem.empty())), ending);
  }
  return paths;
}

}  // namespace signpost
