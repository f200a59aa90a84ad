// id_set.h - the ids of posts that an import has met, in 4 bytes each when they come in ascending order.
// Tested by tests/unit/importer/id_set_test.cc.
#pragma once

#include <algorithm>
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace signpost {

class IdSet {
 public:
  // False when the id is there already. Ids out of order cost more memory.
  bool insert(uint32_t id) {
    if (contains(id)) return false;
    if (ascending_.empty() || id > ascending_.back()) {
      ascending_.push_back(id);
    } else {
      others_.insert(id);
    }
    return true;
  }

  bool contains(uint32_t id) const {
    return std::binary_search(ascending_.begin(), ascending_.end(), id) || others_.count(id) != 0;
  }

  uint64_t size() const { return ascending_.size() + others_.size(); }

 private:
  std::vector<uint32_t> ascending_;
  std::unordered_set<uint32_t> others_;
};

}  // namespace signpost
