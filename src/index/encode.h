// encode.h - a Document as the bytes that an index is made of: terms, term positions, stored parts.
// Tested by tests/unit/index/encode_test.cc.
#pragma once

#include <string>

#include "content/document.h"

namespace signpost {

// Analyses and serialises a document. Costs most of the time of indexing besides Xapian's own, needs no
// state and touches no file: made for a worker process. ShardWriter::add takes the result.
std::string encode_document(const Document& document);

}  // namespace signpost
