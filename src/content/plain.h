// plain.h - a document whose Markdown could not be rendered, shown as it was written.
// Tested by tests/unit/content/parse_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/parse.h"
#include "content/site.h"

namespace signpost {

// The same document as of parse_article() or parse_thread() without Markdown: its text escaped in one <pre>.
// For input that the renderer can't take.
ParseResult parse_plain(const SourceInfo& info, const std::vector<SourceFile>& files, const Site& site);

// Markdown that the renderer can't take as HTML: escaped in a <pre>, without its comments.
std::string plain_html(std::string_view markdown);

}  // namespace signpost
