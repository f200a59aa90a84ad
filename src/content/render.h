// render.h - the body of one Markdown file as a page: HTML that is safe to show, and sections.
// Tested by tests/unit/content/render_test.cc and the goldens in tests/golden/markdown/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"
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
};

// Parses, rewrites links by `links`, which keeps what it finds, sanitises and renders.
Page render_markdown(const RenderInput& input, LinkRewriter& links, std::vector<Diagnostic>& diagnostics);

// One line of Markdown without its markup, for titles and summaries.
std::string markdown_to_text(std::string_view markdown);

}  // namespace signpost
