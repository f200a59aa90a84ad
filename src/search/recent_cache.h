// recent_cache.h - keeps what was asked for lately, within a bound of bytes.
// Tested by tests/unit/search/recent_cache_test.cc.
#pragma once

#include <cstddef>
#include <memory>
#include <unordered_map>
#include <utility>

namespace signpost {

// In two halves: when the newer one is full the older one is let go, and what is asked for again moves to the
// newer one, so what is wanted often stays. Not for many threads at once.
template <typename Key, typename Value>
class RecentCache {
 public:
  using Kept = std::shared_ptr<const Value>;

  // `value_bytes`: of a value with all that belongs to it.
  RecentCache(size_t most_bytes, size_t (*value_bytes)(const Value&))
      : most_(most_bytes), value_bytes_(value_bytes) {}

  // Null when it has none.
  Kept find(const Key& key) {
    if (const auto found = newer_.find(key); found != newer_.end()) return found->second;
    const auto found = older_.find(key);
    if (found == older_.end()) return nullptr;
    Kept moved = std::move(found->second);
    older_.erase(found);
    add(key, moved);
    return moved;
  }

  void add(const Key& key, const Kept& value) {
    const size_t bytes = value_bytes_(*value);
    if (bytes_ + bytes > most_ / 2) {
      older_ = std::move(newer_);
      newer_.clear();
      bytes_ = 0;
    }
    if (newer_.emplace(key, value).second) bytes_ += bytes;
  }

 private:
  const size_t most_;
  size_t (*const value_bytes_)(const Value&);
  std::unordered_map<Key, Kept> newer_, older_;
  size_t bytes_ = 0;  // of the newer ones
};

}  // namespace signpost
