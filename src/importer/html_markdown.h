// html_markdown.h - the HTML of a post as Markdown without raw HTML.
// Tested by tests/unit/importer/html_markdown_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "importer/site_address.h"

namespace signpost {

// Longer HTML is no post that a person wrote.
inline constexpr size_t kMaxHtmlBytes = 512 * 1024;

struct ConvertedHtml {
  std::string markdown;  // without a line end behind it; "" when there is no text
  std::string problem;   // why it is plain text only, "" when all is well
};

// Rendered by our own pipeline, the Markdown has the words of the HTML. Links and images are completed with
// the site's address; what is no http, https or mailto keeps its text only. Elements that Markdown lacks
// become what comes close: kbd is code, details a bold line and what it hides, sub and sup are letters where
// Unicode has them. Never throws on bad input. REQUIRES: `html` is UTF-8 and at most kMaxHtmlBytes long.
ConvertedHtml html_to_markdown(std::string_view html, const SiteAddress& site);

}  // namespace signpost
