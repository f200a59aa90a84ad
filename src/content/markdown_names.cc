// markdown_names.cc - which files are Markdown by their names.
// Tested by tests/unit/content/markdown_names_test.cc.
#include "content/markdown_names.h"

#include <array>

#include "base/ascii.h"

namespace signpost {
namespace {

constexpr std::array<std::string_view, 3> kMarkdownEndings = {".md", ".mdx", ".markdown"};

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

}  // namespace signpost
