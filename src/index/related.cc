#include "index/related.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace signpost {
namespace {

constexpr size_t kTermsPerDocument = 12;
constexpr size_t kMaxPostings = 500;  // a word in more documents tells nothing, and would cost quadratic time

}  // namespace

void RelatedFinder::add(uint32_t group, uint32_t family, const std::vector<SalientTerm>& salient) {
  entries_.push_back({group, family, salient});
}

std::vector<uint32_t> RelatedFinder::find() const {
  std::unordered_map<uint32_t, uint32_t> frequency;
  for (const Entry& entry : entries_) {
    for (const SalientTerm& term : entry.terms) ++frequency[term.hash];
  }
  // Keep of each document the terms with the highest tf-idf, normalised to length one.
  const auto total = static_cast<float>(entries_.size() + 1);
  std::vector<std::vector<SalientTerm>> vectors(entries_.size());
  std::unordered_map<uint32_t, std::vector<std::pair<uint32_t, float>>> postings;
  for (uint32_t i = 0; i < entries_.size(); ++i) {
    std::vector<SalientTerm>& vector = vectors[i];
    for (const SalientTerm& term : entries_[i].terms) {
      const uint32_t n = frequency[term.hash];
      if (n >= 2 && n <= kMaxPostings)
        vector.push_back({term.hash, term.weight * std::log(total / static_cast<float>(n))});
    }
    std::sort(vector.begin(), vector.end(), [](const SalientTerm& a, const SalientTerm& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.hash < b.hash;
    });
    if (vector.size() > kTermsPerDocument) vector.resize(kTermsPerDocument);
    float norm = 0;
    for (const SalientTerm& term : vector) norm += term.weight * term.weight;
    for (SalientTerm& term : vector) {
      term.weight /= std::sqrt(norm);
      postings[term.hash].emplace_back(i, term.weight);
    }
  }
  std::vector<uint32_t> out(entries_.size() * kRelatedCount, 0);
  std::vector<float> score(entries_.size(), 0);
  std::vector<uint32_t> touched;
  for (uint32_t i = 0; i < entries_.size(); ++i) {
    touched.clear();
    for (const SalientTerm& term : vectors[i]) {
      for (const auto& [other, weight] : postings[term.hash]) {
        if (entries_[other].group != entries_[i].group || entries_[other].family == entries_[i].family)
          continue;
        if (score[other] == 0) touched.push_back(other);
        score[other] += term.weight * weight;
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
