// internal_parts.h - parts of a public page that only staff may read: quotations that begin with "[!STAFF]".
// Tested by tests/unit/content/internal_parts_test.cc.
//
// They are taken out of the bytes of a file before anything else reads them, so that no later step can know
// of them. That is done line by line, without a parse: a syntax tree made of hostile text could hang whoever
// reads files for all others. What a parser then still takes for such a part is told from the page.
#pragma once

#include <string>
#include <string_view>

#include "content/document.h"

namespace signpost {

// False where there is none for sure.
bool may_have_internal_part(std::string_view bytes);

// A Markdown file as everybody may read it: lines of internal parts are empty, so that all others keep their
// numbers. A part goes to the next line without text, as a paragraph does, or to the next block; what comes
// behind it without an empty line goes with it where that could be its last paragraph going on.
std::string without_internal_parts(std::string_view bytes);

// Whether a rendered page has one, in whichever notation, or its mark as text outside of code.
bool shows_internal_part(const Document& document);

}  // namespace signpost
