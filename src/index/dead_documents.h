// dead_documents.h - counts the terms and words of documents that a segment still has and the generation not.
// Tested by tests/unit/index/segments_test.cc.
#pragma once

#include <string>

#include "index/schema.h"
#include "index/segments.h"

namespace signpost {

// Adds what the document of this record, stored in the segment, counts for: it is read back and analysed
// again. `record.store_file` is the number within the segment. Throws Error{corrupt, io}.
void count_dead(const std::string& segment_dir, const DocRecord& record, DeadCounts& counts);

}  // namespace signpost
