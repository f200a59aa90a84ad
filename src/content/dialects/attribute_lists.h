// attribute_lists.h - takes attribute lists out of the text: "{ #id .class }", "{: #id }", "{/*id*/}",
// "{width=50%}". Tested by tests/unit/content/dialects/attribute_lists_test.cc.
#pragma once

#include "content/dialects/dialect_pass.h"

namespace signpost {

// Behind a heading, a link, a picture, code or an icon, and on a line of its own below a block. Its id
// becomes that of the heading, or an anchor at its place; the rest is dropped, since pages have a style of
// their own, and so it is no leftover.
extern const DialectPass kAttributeLists;

// The same for a text that people read as Markdown: without ids too.
std::string without_attribute_lists(std::string_view markdown);

}  // namespace signpost
