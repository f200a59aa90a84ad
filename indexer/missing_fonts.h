// missing_fonts.h - which articles have no card because this machine has no font for their letters. Tested by
// tests/unit/indexer/article_cards_test.cc.
#pragma once

#include <ostream>

#include "indexer/corpus.h"
#include "indexer/render_result.h"

namespace signpost {

// Warns once for each package that would help, however many articles it is about.
void warn_of_missing_fonts(const Corpus& corpus, const CorpusFacts& facts, std::ostream& err);

}  // namespace signpost
