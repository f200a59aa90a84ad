// opened_source.h - one Markdown file checked, cut and its front matter read: the first step of every parse.
// Tested by tests/unit/content/parse_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"
#include "content/front_matter.h"
#include "content/parse.h"
#include "content/site.h"
#include "content/split_source.h"

namespace signpost {

struct OpenedSource {
  const SourceFile* file = nullptr;
  SplitSource split;  // views into file->bytes
  FrontMatter matter;
};

// nullopt, and an error, when the file is over 2 MB, not UTF-8 or empty. Views into `file`, which must live
// on.
std::optional<OpenedSource> open_source(const SourceFile& file, std::vector<Diagnostic>& diagnostics);

// The place of a byte of a file: lines end with '\n', a byte order mark is no character.
Place place_of_byte(std::string_view bytes, size_t offset);

// "getting-started.md" -> "Getting started"; of an index file, the name of its folder.
std::string title_from_path(std::string_view path);

// Puts what front matter says into `document`: everything but the title and what only threads have.
void apply_front_matter(const SourceInfo& info, const FrontMatter& matter, const Site& site,
                        Document& document);

// A title as the reader sees it: without template tags when the site strips them.
std::string clean_title(const std::string& title, const Site& site);

}  // namespace signpost
