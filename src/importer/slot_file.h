// slot_file.h - short texts by number, kept in a file without a name: 8 bytes of memory for each.
// Tested by tests/unit/importer/slot_file_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/descriptor.h"

namespace signpost {

class SlotFile {
 public:
  static constexpr size_t kMaxValueBytes = 127;

  // The file lies in `folder`, so that it takes that disk's space and not memory; it is gone when the process
  // is. Throws Error{io}, as all functions here.
  explicit SlotFile(const std::string& folder);
  SlotFile(const SlotFile&) = delete;
  SlotFile& operator=(const SlotFile&) = delete;

  // Only before seal(). What is longer than kMaxValueBytes is cut, at the end of a character.
  void add(uint32_t key, std::string_view value);

  // Ends the adding and makes find() work.
  void seal();

  // The value of a key, the first one if it was added more than once. REQUIRES: sealed.
  std::optional<std::string> find(uint32_t key) const;
  bool contains(uint32_t key) const;

  uint64_t size() const { return index_.size(); }

 private:
  struct Entry {
    uint32_t key;
    uint32_t slot;
  };
  void flush();
  const Entry* entry_of(uint32_t key) const;

  Descriptor fd_;
  std::string buffer_;
  std::vector<Entry> index_;
};

}  // namespace signpost
