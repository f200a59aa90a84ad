// help_centre.h - a small help centre in three languages for the tests of search, and its index.
#pragma once

#include <vector>

#include "content/document.h"
#include "search/facets.h"
#include "search/index_reader.h"
#include "test_index.h"

namespace signpost {

// Fifteen documents, one of them in two languages, one a thread; account/start, login/Security, levels.
std::vector<Document> help_centre();

// Its index in two shards, one for all tests of a program; and what reads it, for tests of one part.
const TestIndex& help_centre_index();
const IndexReader& help_centre_reader();
const FacetIndex& help_centre_facets();

}  // namespace signpost
