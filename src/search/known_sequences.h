// known_sequences.h - how many documents have terms behind each other, kept: documents are read to know it,
// and the same words are typed again. Tested by tests/unit/search/known_sequences_test.cc.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "base/mutex.h"
#include "search/recent_cache.h"

namespace signpost {

// Safe to use from many threads.
class KnownSequences {
 public:
  // What count() returns, or once returned for the same key. Long keys are nobody's words, and not kept.
  template <typename Count>
  uint32_t find(const std::string& key, Count count) const EXCLUDES(mutex_) {
    if (key.size() > kLongestKey) return count();
    {
      const MutexLock lock(mutex_);
      if (const auto known = known_.find(key)) return *known;
    }
    const auto fresh = std::make_shared<const uint32_t>(count());
    const MutexLock lock(mutex_);
    known_.add(key, fresh);
    return *fresh;
  }

 private:
  static constexpr size_t kMostBytes = 1u << 20;  // of some thousand sequences
  static constexpr size_t kLongestKey = 120;      // bytes, within those of an entry
  static size_t bytes_of(const uint32_t&) { return 200 + kLongestKey; }

  mutable Mutex mutex_;
  mutable RecentCache<std::string, uint32_t> known_ GUARDED_BY(mutex_){kMostBytes, bytes_of};
};

}  // namespace signpost
