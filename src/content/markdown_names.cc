// markdown_names.cc - which files are Markdown by their names, and which of them a link may mean.
// Tested by tests/unit/content/markdown_names_test.cc.
#include "content/markdown_names.h"

#include <array>

#include "base/ascii.h"

namespace signpost {
namespace {

constexpr std::array<std::string_view, 3> kMarkdownEndings = {".md", ".mdx", ".markdown"};
constexpr std::array<std::string_view, 3> kFolderPages = {"index", "_index", "README"};

std::string_view name_in(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

std::string_view markdown_ending_of(std::string_view path) {
  const std::string_view name = name_in(path);
  const size_t dot = name.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  const std::string ending = lower_case(name.substr(dot));
  for (const std::string_view known : kMarkdownEndings) {
    if (ending == known) return known;
  }
  return {};
}

}  // namespace

bool is_markdown_name(std::string_view path) { return !markdown_ending_of(path).empty(); }

bool is_mdx_name(std::string_view path) { return markdown_ending_of(path) == ".mdx"; }

std::string_view without_markdown_ending(std::string_view path) {
  return path.substr(0, path.size() - markdown_ending_of(path).size());
}

bool is_folder_page(std::string_view path) {
  const std::string_view name = without_markdown_ending(name_in(path));
  if (name.size() == name_in(path).size()) return false;
  const std::string lower = lower_case(name);
  return lower == "index" || lower == "_index" || lower == "readme";
}

std::vector<std::string> page_candidates(std::string_view target) {
  const std::string_view bare = without_markdown_ending(target);
  std::vector<std::string> paths;
  if (bare.size() != target.size()) paths.emplace_back(target);
  const auto add = [&](const std::string& stem) {
    for (const std::string_view ending : kMarkdownEndings) {
      std::string path = stem + std::string(ending);
      if (path != target) paths.push_back(std::move(path));
    }
  };
  if (!bare.empty()) add(std::string(bare));
  if (!paths.empty() && paths.front() == target) return paths;
  const std::string folder = bare.empty() ? "" : std::string(bare) + "/";
  for (const std::string_view page : kFolderPages) add(folder + std::string(page));
  return paths;
}

}  // namespace signpost
