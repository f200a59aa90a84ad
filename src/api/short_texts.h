// short_texts.h - how much of what authors wrote an entry of a list shows, in answers and on pages alike; an
// article's own page and answer have all. Tested by tests/unit/api/short_texts_test.cc and
// tests/unit/service/page_size_test.cc.
#pragma once

#include <string>

#include "search/types.h"

namespace signpost {

std::string short_title(const std::string& text);
std::string short_name(const std::string& text);  // of categories, headings, labels
std::string short_text(const std::string& text);  // summaries, descriptions

// At most as long as a title, or a text. Behind the first 48 runs the rest is one, without its matches.
Runs short_title_runs(const Runs& runs);
Runs short_text_runs(const Runs& runs);

}  // namespace signpost
