#include "index/related.h"

#include <algorithm>
#include <cmath>

namespace signpost {
namespace {

constexpr size_t kTermsPerDocument = 12;
constexpr size_t kMaxPostings = 500;  // a word in more documents tells nothing, and would cost quadratic time

}  // namespace

void RelatedFinder::add(uint32_t group, uint32_t family, const std::vector<SalientTerm>& salient) {
  entries_.push_back({group, family, salient});
}

namespace {

// Counts 32-bit hashes in a table of open addresses: there are a million of them, and a node each would cost
// most of the time.
class HashCounts {
 public:
  // The reference holds until the next call.
  uint32_t& operator[](uint32_t hash) {
    Slot* slot = &find(slots_, hash);
    if (!slot->used) {
      if (2 * ++size_ > slots_.size()) {
        grow();
        slot = &find(slots_, hash);
      }
      *slot = {hash, 0, true};
    }
    return slot->value;
  }

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t value = 0;
    bool used = false;
  };

  static Slot& find(std::vector<Slot>& slots, uint32_t hash) {
    size_t at = hash * 0x9E3779B1u & (slots.size() - 1);
    while (slots[at].used && slots[at].hash != hash) at = (at + 1) & (slots.size() - 1);
    return slots[at];
  }

  void grow() {
    std::vector<Slot> larger(4 * slots_.size());
    for (const Slot& slot : slots_) {
      if (slot.used) find(larger, slot.hash) = slot;
    }
    slots_ = std::move(larger);
  }

  std::vector<Slot> slots_ = std::vector<Slot>(1 << 16);
  size_t size_ = 0;
};

// A term of a document's vector; `term` counts the distinct ones.
struct Component {
  uint32_t term;
  float weight;
};

}  // namespace

std::vector<uint32_t> RelatedFinder::find() const {
  HashCounts frequency;
  for (const Entry& entry : entries_) {
    for (const SalientTerm& term : entry.terms) ++frequency[term.hash];
  }
  // Keep of each document the terms with the highest tf-idf, normalised to length one.
  const auto total = static_cast<float>(entries_.size() + 1);
  std::vector<std::vector<Component>> vectors(entries_.size());
  std::vector<std::vector<std::pair<uint32_t, float>>> postings;
  HashCounts numbers;  // of distinct terms kept, from 1
  std::vector<SalientTerm> candidates;
  for (uint32_t i = 0; i < entries_.size(); ++i) {
    candidates.clear();
    for (const SalientTerm& term : entries_[i].terms) {
      const uint32_t n = frequency[term.hash];
      if (n >= 2 && n <= kMaxPostings)
        candidates.push_back({term.hash, term.weight * std::log(total / static_cast<float>(n))});
    }
    const size_t kept = std::min(candidates.size(), kTermsPerDocument);
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<ptrdiff_t>(kept), candidates.end(),
                      [](const SalientTerm& a, const SalientTerm& b) {
                        return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
                      });
    candidates.resize(kept);
    float norm = 0;
    for (const SalientTerm& term : candidates) norm += term.weight * term.weight;
    for (const SalientTerm& term : candidates) {
      uint32_t& number = numbers[term.hash];
      if (number == 0) {
        postings.emplace_back();
        number = static_cast<uint32_t>(postings.size());
      }
      const float weight = term.weight / std::sqrt(norm);
      vectors[i].push_back({number - 1, weight});
      postings[number - 1].emplace_back(i, weight);
    }
  }
  std::vector<uint32_t> out(entries_.size() * kRelatedCount, 0);
  std::vector<float> score(entries_.size(), 0);
  std::vector<uint32_t> touched;
  for (uint32_t i = 0; i < entries_.size(); ++i) {
    touched.clear();
    for (const Component& component : vectors[i]) {
      for (const auto& [other, weight] : postings[component.term]) {
        if (entries_[other].group != entries_[i].group || entries_[other].family == entries_[i].family)
          continue;
        if (score[other] == 0) touched.push_back(other);
        score[other] += component.weight * weight;
      }
    }
    const size_t kept = std::min<size_t>(touched.size(), kRelatedCount);
    std::partial_sort(
        touched.begin(), touched.begin() + static_cast<ptrdiff_t>(kept), touched.end(),
        [&](uint32_t a, uint32_t b) { return score[a] != score[b] ? score[a] > score[b] : a < b; });
    for (size_t k = 0; k < kept; ++k) out[size_t{i} * kRelatedCount + k] = touched[k] + 1;
    for (const uint32_t other : touched) score[other] = 0;
  }
  return out;
}

}  // namespace signpost
