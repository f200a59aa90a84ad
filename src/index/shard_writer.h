// shard_writer.h - writes the documents of one shard, which many processes do at a time.
// Tested by tests/unit/index/segments_test.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>

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

}  // namespace signpost
