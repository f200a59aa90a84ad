// shard_files.h - the files in which a shard waits for the merge.
// Tested by tests/unit/index/index_writer_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/schema.h"

namespace signpost::shard {

inline constexpr char kPostings[] = "postings";
inline constexpr char kStore[] = "store";
inline constexpr char kDocuments[] = "documents";  // ShardDocument records, one after the other
inline constexpr char kWords[] = "words";  // {string word, varint frequency, varint in title}, ascending

// What the merge needs to know of a document.
struct ShardDocument {
  std::string_view record;  // a DocRecord's bytes
  std::string_view id;
  std::string_view lang;
  std::string_view category;
  std::string_view product;
  std::string_view title;
  std::vector<std::string_view> tags;
  std::vector<std::string_view> aliases;
  std::vector<std::pair<std::string_view, std::string_view>> headings;  // anchor, text
  std::vector<SalientTerm> salient;
};

}  // namespace signpost::shard
