// quote_html.h - a quotation as HTML: its text, escaped, in the paragraphs, lists, rows and code that it has.
// Tested by tests/unit/answer/quote_html_test.cc.
#pragma once

#include <cstdint>
#include <string>

#include "answer/stretches.h"
#include "search/quotable.h"

namespace signpost {

// Of the bytes of the stretch: <p>, <ol>, <ul>, <pre>, and <table> with the header of the row. No links, no
// pictures.
std::string quote_html(const SectionText& section, const Stretch& stretch);

}  // namespace signpost
