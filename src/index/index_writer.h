// index_writer.h - writes the files of a generation: shards in parallel, joined into a segment; then what
// spans all documents. Tested by tests/unit/index/segments_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/site.h"
#include "index/segments.h"

namespace signpost {

// Writes one shard: a run of consecutive documents. Shards can be written in parallel, by processes or
// threads, each with a directory of its own. Throws Error{io}.
class ShardWriter {
 public:
  explicit ShardWriter(const std::string& shard_dir);
  ~ShardWriter();
  ShardWriter(const ShardWriter&) = delete;
  ShardWriter& operator=(const ShardWriter&) = delete;

  // `encoded` comes from encode_document(). The order of calls is the order of documents.
  void add(std::string_view encoded);
  // Writes out everything. No other call may follow.
  void finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

struct IndexStats {
  uint64_t documents = 0;
  uint64_t sections = 0;
  uint64_t terms = 0;  // distinct
  uint64_t bytes = 0;  // of the generation on disk
  std::map<std::string, uint64_t> by_language;
  std::map<std::string, uint64_t> by_kind;
};

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

// Where a document of the generation is.
struct DocumentPlace {
  uint32_t segment = 0;
  uint32_t index = 0;  // in it, from 0
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
