// beside.h - hits that come beside those for the words of a query: documents that say it in other words, or
// in another language. Tested by tests/unit/search/beside_test.cc.
#pragma once

#include <cstdint>
#include <unordered_set>

#include "search/index_reader.h"
#include "search/match.h"

namespace signpost {

// They stand behind the hits for the words on the first page of results, and on no other.
inline constexpr size_t kMostBeside = 5;

// Fills Matches::beside of a query whose words found little, each family once. One that the words have too
// comes forward from a later page, unless that would leave the last page empty.
class Beside {
 public:
  // Leaves out what is on the first page.
  Beside(const IndexReader& index, uint32_t per_page, Matches& matches);

  bool is_full() const { return matches_.beside.size() == kMostBeside; }
  // Whether the document may still be offered.
  bool wants(uint32_t number) const { return families_.count(index_.record(number).family) == 0; }
  // Takes it if there is room.
  void offer(const Ranked& ranked);

 private:
  const IndexReader& index_;
  Matches& matches_;
  std::unordered_set<uint32_t> families_;
  uint64_t may_come_forward_ = 0;
};

// Takes out of the hits for the words those that stand beside them.
void leave_out_beside(const IndexReader& index, Matches& matches);

}  // namespace signpost
