// found_place.h - an article's section, as it was found in one language, where a customer reads it: in
// theirs, if the article is there in it. Tested by tests/unit/api/found_place_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/searcher.h"

namespace signpost {

struct FoundPlace {
  std::string lang;
  std::string title;                  // of the article
  std::vector<std::string> headings;  // from the outermost to the section's; none for the whole article
  std::string path;                   // with "#anchor" or not, percent-encoded
};

// `section` of `found`, 0 for the whole. Where the article is not in `lang`, in the language in which it was
// found. What corresponds to a section of another language has the same anchor, else stands at the same place
// between the same headings; where neither is so, the whole article does. REQUIRES: section <
// section_count().
FoundPlace place_in(const Searcher& searcher, const QuotableDocument& found, size_t section,
                    std::string_view lang);

}  // namespace signpost
