// encode.h - a Document as the bytes that an index is made of: terms, term positions, stored parts.
// Tested by tests/unit/index/encode_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/document.h"
#include "index/schema.h"

namespace signpost {

// Analyses and serialises a document. Costs most of the time of indexing besides Xapian's own, needs no
// state and touches no file: made for a worker process. ShardWriter::add takes the result. `card`: what
// pack_card() made of it, "" for none.
std::string encode_document(const Document& document, std::string_view card = {});

// What encode_document() wrote, as views into its bytes.
struct EncodedDocument {
  // A ShardDocument (shard_files.h), but for what only the index knows: store_offset, store_file, family and
  // the table indices of its record.
  std::string_view facts;
  DocRecord record;                                          // that of the facts
  std::vector<std::pair<std::string_view, uint32_t>> terms;  // with its impact; ascending
  std::vector<std::string_view> boolean_terms;
  std::vector<std::pair<std::string_view, bool>> words;  // surface forms for spelling; true: in the title
  std::string_view stored;  // forward index, meta, text, structure, body and card, as long as the record says
};
EncodedDocument decode_document(std::string_view encoded);  // throws Error{corrupt}

}  // namespace signpost
