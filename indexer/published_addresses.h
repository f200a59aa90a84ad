// published_addresses.h - what the published generation answers, as settle_ids() asks it.
// Tested by tests/unit/indexer/indexing_run_test.cc and tests/unit/indexer/check/published_test.cc.
#pragma once

#include <string>
#include <vector>

#include "index/published_pages.h"
#include "indexer/corpus.h"
#include "indexer/id_claims.h"
#include "indexer/previous_run.h"

namespace signpost {

// Views of what is given, which must outlive them.
Published published_of(const RunState& state);
Published published_of(const PublishedPages& pages);

// Of the run before, or of the generation where that run left nothing to read: then `pages` is filled, and
// must outlive what is returned. Nothing where there is no generation that this program can read.
Published published_before(const PreviousRun& previous, const std::string& index_dir, PublishedPages& pages);

// Puts what is there for everybody, as it is there, in the place of what was: whatever is internal and wants
// one of these addresses gets another. Views of `everybody`, which must outlive them.
void take_over(const Corpus& everybody, Published& published);

}  // namespace signpost
