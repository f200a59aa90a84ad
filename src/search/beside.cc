// beside.cc - see beside.h.
#include "search/beside.h"

#include <algorithm>

namespace signpost {

Beside::Beside(const IndexReader& index, uint32_t per_page, Matches& matches)
    : index_(index), matches_(matches) {
  const size_t first_page = std::min<size_t>(per_page, matches.ranked.size());
  for (size_t i = 0; i < first_page; ++i) families_.insert(index.record(matches.ranked[i].number).family);
  if (matches.total > per_page) may_come_forward_ = (matches.total - 1) % per_page;
}

void Beside::offer(const Ranked& ranked) {
  if (is_full() || !wants(ranked.number)) return;
  if (matches_.documents.test(ranked.number)) {
    if (may_come_forward_ == 0) return;
    --may_come_forward_;
  }
  families_.insert(index_.record(ranked.number).family);
  matches_.beside.push_back(ranked);
}

void leave_out_beside(const IndexReader& index, Matches& matches) {
  std::erase_if(matches.ranked, [&](const Ranked& r) {
    return std::any_of(matches.beside.begin(), matches.beside.end(), [&](const Ranked& b) {
      return index.record(b.number).family == index.record(r.number).family;
    });
  });
}

}  // namespace signpost
