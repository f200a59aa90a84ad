// markdown_names.h - which files are Markdown by their names.
// Tested by tests/unit/content/markdown_names_test.cc.
#pragma once

#include <string_view>

namespace signpost {

// True for a path whose name ends in ".md", ".markdown" or ".mdx", in any case, behind at least one
// character.
bool is_markdown_name(std::string_view path);

// True for Markdown that may hold JSX: "x.mdx".
bool is_mdx_name(std::string_view path);

// "a/b.mdx" -> "a/b"; a path that is no Markdown file's as it is.
std::string_view without_markdown_ending(std::string_view path);

// True for the page of a folder: "a/README.md", "index.mdx", "_index.markdown", in any case.
bool is_folder_page(std::string_view path);

}  // namespace signpost
