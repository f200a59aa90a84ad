// dead_documents.h - counts the terms and words of documents that a segment still has and the generation not.
// Tested by tests/unit/index/segments_test.cc.
#pragma once

#include "index/schema.h"
#include "index/segments.h"
#include "index/store_files.h"

namespace signpost {

// Adds what the document of this record counts for: it is read back and analysed again. Throws
// Error{corrupt, io}.
void count_dead(const StoreFiles& stores, const DocRecord& record, DeadCounts& counts);

}  // namespace signpost
