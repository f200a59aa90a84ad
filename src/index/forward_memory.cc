// forward_memory.cc - one piece of memory, document behind document.
#include "index/forward_memory.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace signpost {
namespace {

// The largest size so that all documents of it and of less have at most so many bytes together.
uint32_t largest_kept(std::span<const DocRecord> records, size_t most_bytes) {
  std::vector<uint32_t> sizes;
  sizes.reserve(records.size());
  for (const DocRecord& record : records) sizes.push_back(record.forward_size);
  std::sort(sizes.begin(), sizes.end());
  size_t bytes = 0;
  for (size_t i = 0; i < sizes.size(); ++i) {
    bytes += sizes[i];
    if (bytes <= most_bytes) continue;
    const auto first_of_size = std::lower_bound(sizes.begin(), sizes.end(), sizes[i]);
    return first_of_size == sizes.begin() ? 0 : *std::prev(first_of_size);
  }
  return sizes.empty() ? 0 : sizes.back();
}

}  // namespace

ForwardMemory::ForwardMemory(const StoreFiles& stores, std::span<const DocRecord> records,
                             size_t most_bytes) {
  const uint32_t largest = largest_kept(records, std::min<size_t>(most_bytes, UINT32_MAX));
  begins_.reserve(records.size() + 1);
  uint32_t end = 0;
  for (const DocRecord& record : records) {
    begins_.push_back(end);
    if (record.forward_size <= largest) end += record.forward_size;
  }
  begins_.push_back(end);
  bytes_ = std::make_unique_for_overwrite<char[]>(end);
  std::string forward;
  for (size_t i = 0; i < records.size(); ++i) {
    if (begins_[i] == begins_[i + 1]) continue;
    stores.read_forward(records[i], forward);
    std::memcpy(bytes_.get() + begins_[i], forward.data(), forward.size());
  }
}

void ForwardMemory::fetch(uint32_t number) const {
  constexpr size_t kLine = 64;  // bytes
  constexpr size_t kMost = 4096;
  const std::string_view bytes = find(number);
  for (size_t at = 0; at < std::min(bytes.size(), kMost); at += kLine) __builtin_prefetch(bytes.data() + at);
}

}  // namespace signpost
