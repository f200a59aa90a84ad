// dialect_tags.h - the extensions of Microsoft's Markdown, as plain Markdown.
// Tested by tests/unit/content/dialect_tags_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace signpost {

struct DialectTag {
  size_t length = 0;  // in the source; 0 when there is no tag
  std::string text;   // the Markdown that stands for it
};

// The tag at the start of `text`: ":::image ...:::", ":::row:::" and other fences of three colons (only at
// the start of a line), "[!INCLUDE [..](..)]", "[!VIDEO url]", "[!code-cpp[..](..)]". Tags never go over
// the end of a line.
DialectTag read_dialect_tag(std::string_view text, bool line_start, std::string_view lang);

}  // namespace signpost
