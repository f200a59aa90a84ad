// shard_files.h - the files in which a shard waits for the merge, and what a segment is described by
// afterwards. Tested by tests/unit/index/segments_test.cc.
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
inline constexpr char kDocuments[] = "documents";  // {uint32_t size, ShardDocument}, one after the other
inline constexpr char kWords[] = "words";          // see encode_word_counts()

// What the merge needs to know of a document.
struct ShardDocument {
  DocRecord record;
  std::string_view id;
  std::string_view lang;
  std::string_view title;
  PerField<std::vector<std::string_view>> fields;
  std::vector<std::string_view> aliases;
  std::vector<std::pair<std::string_view, std::string_view>> headings;  // anchor, text
  std::vector<SalientTerm> salient;
};

// The bytes of one document behind its size, which begin with the DocRecord.
ShardDocument read_shard_document(std::string_view bytes);  // throws Error{corrupt}

// Where each document's bytes lie in a file of them.
std::vector<std::string_view> split_documents(std::string_view file);  // throws Error{corrupt}

struct WordCount {
  uint32_t documents = 0;
  uint32_t titles = 0;
};
using WordCounts = std::vector<std::pair<std::string_view, WordCount>>;  // by word

std::string encode_word_counts(const WordCounts& words);
// Adds up what encode_word_counts() made each of `files` of; the words lie in them.
WordCounts add_word_counts(const std::vector<std::string>& files);  // throws Error{corrupt}

}  // namespace signpost::shard
