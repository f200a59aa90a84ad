// structured_data.h - what search engines read beside the text: schema.org as JSON-LD.
// Tested by tests/unit/pages/structured_data_test.cc.
#pragma once

#include <string>

#include "content/site.h"
#include "search/catalog_types.h"

namespace signpost {

// TechArticle or QAPage with a BreadcrumbList, safe inside a <script> element.
std::string structured_data(const Article& article, const Site& site, const std::string& home_title);

// What a page says of itself where only a line or two are shown: its summary, else the beginning of its text,
// of a thread the question's: whole sentences where they fit, else whole words and "…".
std::string description_of(const Document& document);

// At most so much of a text, in columns, of which a Chinese, Japanese or Korean letter takes two.
std::string beginning_of(const std::string& text, size_t max_columns);

// The text of sanitised HTML without its tags, entities resolved for the five that our renderer writes, white
// space collapsed, at most so many bytes, cut between characters.
std::string text_of_html(const std::string& html, size_t max_bytes);

}  // namespace signpost
