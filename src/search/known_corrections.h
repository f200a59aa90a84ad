// known_corrections.h - what unknown words may have been meant to be, kept: a search is asked for again with
// each filter and page of results, and other people slip in the same way. Tested by
// tests/unit/search/known_corrections_test.cc.
#pragma once

#include <climits>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "base/mutex.h"
#include "index/word_list.h"
#include "search/recent_cache.h"
#include "search/speller.h"

namespace signpost {

// Safe to use from many threads.
class KnownCorrections {
 public:
  using Corrections = std::shared_ptr<const std::vector<Correction>>;

  // The list must outlive it.
  explicit KnownCorrections(const WordList& words);

  // correct_word() (speller.h).
  Corrections find(const std::string& word, size_t limit, int most_cost = INT_MAX) const EXCLUDES(mutex_);

 private:
  const WordList& words_;
  mutable Mutex mutex_;
  mutable RecentCache<std::string, std::vector<Correction>> known_ GUARDED_BY(mutex_);
};

}  // namespace signpost
