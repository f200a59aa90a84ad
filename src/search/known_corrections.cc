// known_corrections.cc - see known_corrections.h.
#include "search/known_corrections.h"

namespace signpost {
namespace {

constexpr size_t kMostCorrectionBytes = 1u << 20;  // of about a thousand words
constexpr size_t kBytesOfCorrection = 80;          // with its word, which is mostly short
constexpr size_t kBytesOfWord = 200;               // that was asked for

size_t bytes_of(const std::vector<Correction>& corrections) {
  return kBytesOfWord + kBytesOfCorrection * corrections.size();
}

}  // namespace

KnownCorrections::KnownCorrections(const WordList& words)
    : words_(words), known_(kMostCorrectionBytes, bytes_of) {}

KnownCorrections::Corrections KnownCorrections::find(const std::string& word, size_t limit,
                                                     int most_cost) const {
  const std::string key = word + ' ' + std::to_string(limit) + ' ' + std::to_string(most_cost);
  {
    const MutexLock lock(mutex_);
    if (auto known = known_.find(key)) return known;
  }
  auto fresh = std::make_shared<const std::vector<Correction>>(correct_word(words_, word, limit, most_cost));
  const MutexLock lock(mutex_);
  known_.add(key, fresh);
  return fresh;
}

}  // namespace signpost
