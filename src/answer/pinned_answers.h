// pinned_answers.h - the sections that a site's owner has answer a question (answers.yaml), found by its
// words. Tested by tests/unit/answer/pinned_answers_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "search/index_reader.h"

namespace signpost {

struct PinnedSection {
  uint32_t document = 0;  // its number, from 1
  std::string id;
  std::string anchor;  // "" for the lead
};

// The first answer of the list of which the question has all words of one pattern, in any order, and whose
// document there is: in `lang` ("" for any), else as find_named() has it. Whether that document, perhaps a
// translation, has a section with the anchor is for the caller to see.
std::optional<PinnedSection> pinned_answer(const IndexReader& index, std::string_view text,
                                           std::string_view lang);

}  // namespace signpost
