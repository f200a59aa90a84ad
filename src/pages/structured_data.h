// structured_data.h - what search engines read beside the text: schema.org as JSON-LD.
// Tested by tests/unit/pages/structured_data_test.cc.
#pragma once

#include <string>

#include "content/site.h"
#include "search/catalog_types.h"

namespace signpost {

// TechArticle or QAPage with a BreadcrumbList, safe inside a <script> element.
std::string structured_data(const Article& article, const Site& site, const std::string& home_title);

// The text of sanitised HTML without its tags, entities resolved for the five that our renderer writes, white
// space collapsed, at most so many bytes, cut between characters.
std::string text_of_html(const std::string& html, size_t max_bytes);

}  // namespace signpost
