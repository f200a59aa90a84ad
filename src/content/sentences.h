// sentences.h - where the sentences of a plain text begin and end.
// Tested by tests/unit/content/sentences_test.cc.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace signpost {

// [begin, end) in bytes of each sentence of a text of at most 4 GB, in its order, without the white space
// around it; together they are all of the text but white space. Sentences end as UAX #29 has it, and at the
// end of a line: closing quotes and brackets belong to the one before. None ends within a number, a version,
// an address or the name of a file, nor behind an abbreviation or an initial of a list of European languages
// ("e.g.", "Dr.", "U.S."), nor at the quotation in „Warum?“ fragte er. Where that is not certain ("in the
// U.S. The bank"), two sentences stay one, since a half one says something else.
std::vector<std::pair<uint32_t, uint32_t>> sentences(std::string_view text);

}  // namespace signpost
