// index_writer.h - writes the files of a generation: shards in parallel, then one merge.
// Tested by tests/unit/index/index_writer_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "content/site.h"

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

// Merges the shards (in this order) into `generation_dir`, computes what spans documents (related articles,
// suggestions, spelling, translations), stores the site, and deletes the shards. Throws Error{io}.
IndexStats merge_shards(const std::vector<std::string>& shard_dirs, const Site& site,
                        const std::string& generation_dir);

// Version of everything below a generation's directory; a reader refuses another one.
extern const int kSchemaVersion;

}  // namespace signpost
