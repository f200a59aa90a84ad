// related.h - which documents are about the same things.
// Tested by tests/unit/index/related_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

#include "index/schema.h"

namespace signpost {

// Finds for every document the kRelatedCount most similar ones of the same group, by the cosine-like sum of
// tf-idf over the words that say most about each.
class RelatedFinder {
 public:
  // Documents are numbered from 1 in the order of calls. `group` keeps languages apart; documents of one
  // `family` (translations) are never related to each other.
  void add(uint32_t group, uint32_t family, const std::vector<SalientTerm>& salient);

  // uint32_t[kRelatedCount] a document, best first, 0 where there is none.
  std::vector<uint32_t> find() const;

 private:
  struct Entry {
    uint32_t family;
    size_t first;  // of its terms
    size_t terms;
  };
  std::vector<Entry> entries_;
  std::vector<SalientTerm> terms_;                    // of all documents, one behind the other
  std::map<uint32_t, std::vector<uint32_t>> groups_;  // their documents, from 0, ascending
};

}  // namespace signpost
