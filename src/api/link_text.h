// link_text.h - a link as people paste it elsewhere: as Markdown and as HTML, whatever a title has in it.
// Tested by tests/unit/api/link_text_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// On one line, and so that no character of it means anything to CommonMark or GFM.
std::string markdown_escaped(std::string_view text);

// "[text](url)"; `url`: percent-encoded, as page_url() gives it.
std::string markdown_link(std::string_view text, std::string_view url);
// "<a href="url">text</a>"
std::string html_link(std::string_view text, std::string_view url);

}  // namespace signpost
