// by_meaning.h - documents that mean what a query does: in another language, or in other words of the same.
// Tested by tests/unit/meaning/learn_test.cc.
#pragma once

#include <string_view>

#include "search/beside.h"
#include "search/bitmap.h"
#include "search/index_reader.h"
#include "search/meaning.h"

namespace signpost {

// Offers those of `among` that are near enough to `meaning`, nearest first; the language that readers of
// `lang` have asked for counts for a tenth of likeness. Looks at every vector of the generation.
void add_by_meaning(const IndexReader& index, const Meaning& meaning, std::string_view lang,
                    const Bitmap& among, Beside& beside);

}  // namespace signpost
