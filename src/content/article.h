// article.h - parses one file of the company's own into one document.
// Tested by tests/unit/content/parse_test.cc and the goldens in tests/golden/markdown/.
#pragma once

#include "content/parse.h"
#include "content/site.h"

namespace signpost {

// Raw HTML passes an allow-list. Never throws on bad input.
ParseResult parse_article(const SourceInfo& info, const SourceFile& file, const Site& site,
                          const LinkResolver& links);

}  // namespace signpost
