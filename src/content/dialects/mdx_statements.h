// mdx_statements.h - tells the import and export statements of MDX from text.
// Tested by tests/unit/content/dialects/mdx_statements_test.cc.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace signpost {

// What names in a file stand for: "shot" -> "./img/shot.png".
using MdxImports = std::map<std::string, std::string, std::less<>>;

// Length of the statement at the start of `text`, which is the start of a line, up to the end of its last
// line; 0 when there is none. What it imports by one name is added to `imports`. "import your data" is text.
size_t mdx_statement_length(std::string_view text, MdxImports& imports);

// A statement begins a paragraph: behind a blank line, or behind a comment that tells a formatter to keep
// off.
bool statement_may_follow(std::string_view line);

}  // namespace signpost
