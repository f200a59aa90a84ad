// read_documents.cc - documents go from hand to hand, so that nothing is copied and their room is made once.
#include "search/read_documents.h"

namespace signpost {

uint64_t ReadDocuments::start(size_t most) {
  for (Kept& kept : kept_) spare_.push_back(std::move(kept.document));
  kept_.clear();
  most_ = std::min(most, kMost);
  return ++ranking_;
}

// As allocated.
size_t ReadDocuments::bytes_of(const Evidence& evidence) {
  return evidence.zones.capacity() * sizeof(ZoneStart) + evidence.units.capacity() * sizeof(UnitEvidence) +
         evidence.by_unit.capacity() * sizeof(Occurrence) + evidence.scratch.capacity() * sizeof(uint32_t);
}

std::unique_ptr<ReadDocuments::Document> ReadDocuments::take_spare() {
  if (spare_.empty()) return std::make_unique<Document>();
  std::unique_ptr<Document> document = std::move(spare_.back());
  spare_.pop_back();
  return document;
}

const ReadDocuments::Document* ReadDocuments::find(uint64_t ranking, uint32_t number) const {
  if (ranking != ranking_) return nullptr;
  const auto found = std::find_if(kept_.begin(), kept_.end(),
                                  [number](const Kept& kept) { return kept.ranked.number == number; });
  return found == kept_.end() ? nullptr : found->document.get();
}

ReadDocuments& thread_read_documents() {
  thread_local ReadDocuments documents;
  return documents;
}

}  // namespace signpost
