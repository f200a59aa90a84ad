// article.h - parses one file of the company's own into one document.
// Tested by tests/unit/content/parse_test.cc and the goldens in tests/golden/markdown/.
#pragma once

#include <string>
#include <string_view>

#include "content/parse.h"
#include "content/site.h"

namespace signpost {

// Raw HTML passes an allow-list. Never throws on bad input.
ParseResult parse_article(const SourceInfo& info, const SourceFile& file, const Site& site,
                          const LinkResolver& links);

// What such a file says behind its front matter, as Document::markdown: in time linear in it, without a
// parse.
std::string article_markdown(std::string_view body, const std::string& path, const Site& site);

}  // namespace signpost
