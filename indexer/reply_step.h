// reply_step.h - the saved replies of a source, read anew by each run for staff: they are few and short.
// Tested by tests/unit/indexer/internal_sources_test.cc.
#pragma once

#include <vector>

#include "content/diagnostic.h"
#include "content/saved_reply.h"
#include "indexer/corpus.h"

namespace signpost {

// Sorted by path; of two with one id and language the first. Nothing of a corpus for everybody.
std::vector<SavedReply> read_replies(const Corpus& corpus, std::vector<Diagnostic>& diagnostics);

}  // namespace signpost
