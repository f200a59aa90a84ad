// reading_order.h - the order in which authors mean their pages to be read, and the categories with their
// names, from whichever of the tools' ways there is. Tested by tests/unit/indexer/reading_order_test.cc.
//
// What a list of pages names (content/navigation.h) comes first, as it does there. The rest goes folder by
// folder: by the number that a page's front matter or a folder's settings state, else by the one that its
// name begins with. Pages without any are not in the order; lists have them behind, by title.
#pragma once

#include "content/site.h"
#include "indexer/corpus.h"

namespace signpost {

// Fills in the ranks of the corpus, and adds the old addresses that settings of other tools give its
// documents. Adds to `site.found_categories` those that documents lie in and site.yaml doesn't list, in that
// order, with names; and warns of lists that can't be read.
void find_reading_order(Corpus& corpus, Site& site);

}  // namespace signpost
