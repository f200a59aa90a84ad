// visit_table.cc - see visit_table.h.
#include "insights/visit_table.h"

namespace signpost {

Visit& VisitTable::at(const VisitSums& sums, int64_t now) {
  forget(now);
  auto found = by_key_.find(sums.now);
  if (found == by_key_.end()) {
    // It may have come before the keys changed.
    const auto before = by_key_.find(sums.before);
    if (before != by_key_.end()) {
      before->second->key = sums.now;
      found = by_key_.emplace(sums.now, before->second).first;
      by_key_.erase(sums.before);
    }
  }
  if (found == by_key_.end()) {
    visits_.push_front({.key = sums.now, .number = next_++});
    by_key_.emplace(sums.now, visits_.begin());
  } else {
    visits_.splice(visits_.begin(), visits_, found->second);
  }
  visits_.front().last_seen = now;
  return visits_.front();
}

void VisitTable::add(Visit& visit, OpenSearch search) {
  if (visit.searches.size() >= kMostSearches) {
    visit.searches.erase(visit.searches.begin());
    --open_;
  }
  visit.searches.push_back(std::move(search));
  ++open_;
}

void VisitTable::drop_newest(Visit& visit) {
  visit.searches.pop_back();
  --open_;
}

void VisitTable::forget_searches() {
  for (Visit& visit : visits_) visit.searches.clear();
  open_ = 0;
}

void VisitTable::forget(int64_t now) {
  while (!visits_.empty() &&
         (visits_.size() >= kMostVisits || open_ >= kMostOpen || visits_.back().last_seen + kLasts < now)) {
    open_ -= visits_.back().searches.size();
    by_key_.erase(visits_.back().key);
    visits_.pop_back();
  }
}

}  // namespace signpost
