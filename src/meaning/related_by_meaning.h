// related_by_meaning.h - which documents are about the same things, by what their sections mean.
// Tested by tests/unit/meaning/learn_test.cc.
#pragma once

#include <cstdint>
#include <vector>

#include "index/section_vectors.h"
#include "search/index_reader.h"

namespace signpost {

// uint32_t[kRelatedCount] a document, best first, 0 where there is none: those whose directions (of all of a
// document's sections together) are nearest, in the same language and of other families. A document without
// vectors, or in a language with more documents than can each be compared with each, keeps those that `index`
// has, which words have found.
std::vector<uint32_t> related_by_meaning(const IndexReader& index, const SectionVectors& vectors);

}  // namespace signpost
