// escape.h - text in HTML and XML: the one place that knows which characters mean something there.
// Tested by tests/unit/base/escape_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Appends `text` with & < > " escaped: safe between tags and inside double quotes.
void append_escaped(std::string& out, std::string_view text);
std::string html_escaped(std::string_view text);

}  // namespace signpost
