// html_text.h - the character references of raw HTML.
// Tested by tests/unit/content/html_text_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Appends text that comes out of HTML source, escaped. Of character references only named ones that
// decode_references() does not know stay as they are: whoever reads the HTML needs no table of names.
void append_html_source_text(std::string& html, std::string_view source);

// Character references resolved: numeric ones and the named ones that help articles and attackers use;
// others stay as they are.
std::string decode_references(std::string_view source);

}  // namespace signpost
