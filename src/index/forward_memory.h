// forward_memory.h - the forward indexes of as many documents as a bound allows, in memory.
// Tested by tests/unit/index/forward_memory_test.cc.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "index/schema.h"
#include "index/store_files.h"

namespace signpost {

// Which ones does not depend on what is asked for: the smallest, since of these it holds most. Unchanged once
// made, so safe to use from many threads.
class ForwardMemory {
 public:
  // Reads them. `records`: of the documents from number 1 on. Throws as StoreFiles does.
  ForwardMemory(const StoreFiles& stores, std::span<const DocRecord> records, size_t most_bytes);

  // Empty where it is not there.
  std::string_view find(uint32_t number) const {
    const uint32_t begin = begins_[number - 1];
    return {bytes_.get() + begin, begins_[number] - begin};
  }

  // Somebody asks for it soon: it comes near the processor meanwhile.
  void fetch(uint32_t number) const;

  size_t size() const { return begins_.back(); }  // bytes

 private:
  std::unique_ptr<char[]> bytes_;
  std::vector<uint32_t> begins_;  // of document number - 1, and the end
};

}  // namespace signpost
