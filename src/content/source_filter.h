// source_filter.h - takes out of Markdown source what is no text for readers: comments, the tags of foreign
// generators, the extensions of other dialects. Code stays as it is.
// Tested by tests/unit/content/source_filter_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "content/dialects/dialect.h"
#include "content/source_lines.h"

namespace signpost {

struct FilterOptions {
  bool template_tags = false;  // {{...}}, {%...%}: all of them
  std::string_view lang;       // for the words that stand in for something
  DialectSet dialects = {};    // those that have some of them
};

// True when filter_source would change anything; a quick look at the text.
bool needs_filter(std::string_view body, const FilterOptions& options);

std::string filter_source(std::string_view body, const FilterOptions& options, SourceLines& lines);

}  // namespace signpost
