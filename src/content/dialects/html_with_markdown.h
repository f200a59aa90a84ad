// html_with_markdown.h - elements of HTML whose author says that Markdown is in them: <div markdown="1">.
// Tested by tests/unit/content/dialects/html_with_markdown_test.cc.
#pragma once

#include "content/dialects/dialect_pass.h"

namespace signpost {

// Their tags, alone on a line, get blank lines around them, so that CommonMark reads what is between them.
extern const DialectPass kHtmlWithMarkdown;

}  // namespace signpost
