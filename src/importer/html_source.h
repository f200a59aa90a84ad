// html_source.h - what strangers wrote as HTML, made harmless for the parser: few attributes, no comments, no
// scripts.
// Tested by tests/unit/importer/html_source_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// The same elements and texts with only those attributes that the conversion reads. libxml2 compares each
// attribute of a tag with all others, so that 70,000 of them would take it a minute.
std::string reduced_html(std::string_view html);

// The text of HTML as Markdown without any markup: one paragraph for each block. For HTML that can't be taken
// apart.
std::string html_as_plain_markdown(std::string_view html);

}  // namespace signpost
