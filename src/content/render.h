// render.h - the body of one Markdown file as a page: HTML that is safe to show, and sections.
// Tested by tests/unit/content/render_test.cc and the goldens in tests/golden/markdown/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"
#include "content/dialects/dialect.h"
#include "content/leftovers.h"
#include "content/link_rewriter.h"
#include "content/page_builder.h"
#include "content/url_policy.h"

namespace signpost {

struct RenderInput {
  std::string_view body;  // Markdown without front matter, UTF-8
  int first_line = 1;     // of `body` in its file
  const std::string& path;
  std::string_view lang;
  Trust trust = Trust::company;
  bool strip_template_tags = false;
  PageOptions page;
  DialectSet dialects = {};  // of an article's text; strangers' text is Markdown and nothing else
};

// Parses, rewrites links by `links`, which keeps what it finds, sanitises and renders. What could
// not be shown is counted in `leftovers`.
Page render_markdown(const RenderInput& input, LinkRewriter& links, std::vector<Diagnostic>& diagnostics,
                     Leftovers& leftovers);

// One line of Markdown without its markup, for titles and summaries.
std::string markdown_to_text(std::string_view markdown);

}  // namespace signpost
