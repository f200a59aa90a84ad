// merge.h - makes segments a generation: numbers its documents, and writes all that spans them.
// Tested by tests/unit/index/segments_test.cc.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "content/site.h"
#include "index/segment_builder.h"

namespace signpost {

struct IndexStats {
  uint64_t documents = 0;
  uint64_t sections = 0;
  uint64_t terms = 0;  // distinct
  uint64_t bytes = 0;  // of the generation on disk
  std::map<std::string, uint64_t> by_language;
  std::map<std::string, uint64_t> by_kind;
};

inline constexpr uint32_t kUnranked = std::numeric_limits<uint32_t>::max();

// Where a document of the generation is.
struct DocumentPlace {
  uint32_t segment = 0;
  uint32_t index = 0;         // in it, from 0
  uint32_t rank = kUnranked;  // in lists, among those of the same weight: lower comes first
};

// Writes all that lies beside the segments: computes what spans documents (related articles, suggestions,
// spelling, translations) and stores the site. `order`: all living documents; those of one segment in its
// order. `previous_dir`: a generation with the same first segment, whose count of the dead is gone on with;
// "" for none. Throws Error{io}.
IndexStats write_generation(const std::vector<SegmentSource>& segments,
                            const std::vector<DocumentPlace>& order, const Site& site,
                            const std::string& generation_dir, const std::string& previous_dir);

// Both for a full run, when nothing will be added later.
IndexStats merge_shards(const std::vector<std::string>& shard_dirs, const Site& site,
                        const std::string& generation_dir);

}  // namespace signpost
