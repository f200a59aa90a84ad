// shown_source.h - the Markdown of a document as everybody may read it: without what its page hides.
// Tested by tests/unit/content/shown_source_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "content/url_policy.h"

namespace signpost {

// `body` without comments of HTML and of template tags, elements that pages leave out with their content, and
// definitions of links and footnotes that nothing refers to: `[//]: # (a comment)`; of articles, attribute
// lists. Code stays as it is. Where it is not certain that the page shows something, it goes.
std::string shown_source(std::string_view body, Trust trust, bool template_tags);

}  // namespace signpost
