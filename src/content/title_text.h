// title_text.h - the title that front matter gives, as plain text.
// Tested by tests/unit/content/title_text_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Without Markdown, character references, attribute lists and the texts of badges; of HTML only what is
// meant as such goes: pairs of tags, pictures and breaks, so that "vector<T>" and "<a>: the anchor" keep
// theirs. "" of "".
std::string title_text(std::string_view title);

}  // namespace signpost
