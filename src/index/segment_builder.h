// segment_builder.h - joins shards into a segment of a generation.
// Tested by tests/unit/index/segments_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/segments.h"

namespace signpost {

// A segment together with what is known of its documents, which no reader of the index needs.
struct SegmentSource {
  Segment segment;             // without numbers
  std::string documents_file;  // shard_files.h
  std::string words_file;
  uint64_t terms = 0;  // distinct, in its postings
};

// Joins the shards (in this order) into the segment GENERATION_DIR/PATH, moves what is known of its documents
// into `facts_dir`, and deletes the shards. Throws Error{io}.
SegmentSource build_segment(const std::vector<std::string>& shard_dirs, const std::string& generation_dir,
                            const std::string& path, const std::string& facts_dir);

}  // namespace signpost
