// improvements.h - what became of readers' complaints, as articles and a page of its own tell it: in memory,
// so that no page waits for the data file; nothing that a reader wrote. Tested by
// tests/unit/api/improvements_test.cc.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/mutex.h"
#include "store/complaint.h"

namespace signpost {

class Store;

// What an article says of itself: a commit ended complaints about a section of it.
struct SectionChange {
  std::string anchor;
  ComplaintReason reason = ComplaintReason::unclear;
  int64_t step = 0;     // 0 where it was no step, or several
  int64_t readers = 0;  // of all complaints with this reason that the commit ended there
  uint32_t day = 0;     // of the commit
};

inline constexpr int64_t kMostImprovements = 2000;
inline constexpr size_t kMostChangesShown = 3;  // by an article

// Does not change.
class Improvements {
 public:
  Improvements() : Improvements(std::vector<Complaint>()) {}
  // `ended`: the newest ends first.
  explicit Improvements(std::vector<Complaint> ended);

  // About articles in a language, the newest ends first.
  std::vector<const Complaint*> in_language(std::string_view lang) const;
  // By commits of the last `days` days, the newest first.
  std::vector<SectionChange> changes_of(const std::string& id, const std::string& lang, uint32_t today,
                                        int days) const;
  // The same as long as all of this says the same.
  std::string content_at(uint32_t today, int days) const;

 private:
  const std::vector<Complaint> ended_;
  std::map<std::pair<std::string, std::string>, std::vector<size_t>> by_article_;  // by id and language
  std::string content_;
};

// Throws Error.
std::shared_ptr<const Improvements> read_improvements(Store& store);

// The newest ones, for all generations of a service. Safe to use from many threads.
class ImprovementBoard {
 public:
  void put(std::shared_ptr<const Improvements> newest) EXCLUDES(mutex_);
  std::shared_ptr<const Improvements> newest() const EXCLUDES(mutex_);  // never null

 private:
  mutable Mutex mutex_;
  std::shared_ptr<const Improvements> newest_ GUARDED_BY(mutex_) = std::make_shared<const Improvements>();
};

}  // namespace signpost
