// sequences.cc - reads a sample of the documents that have all terms.
#include "search/sequences.h"

#include <span>
#include <string>

#include "index/analyzer.h"
#include "search/evidence.h"

namespace signpost {
namespace {

uint32_t count_documents(const TermSequence& sequence, const IndexReader& index, uint32_t enough) {
  constexpr uint32_t kMaxReads = 50;
  Phrase phrase{sequence.terms, {}, sequence.offsets};
  for (const std::string& term : phrase.terms) phrase.hashes.push_back(term_hash(term));
  const Bitmap documents =
      index.postings().documents_with_all(phrase.terms.front(), std::span(phrase.terms).subspan(1));
  uint32_t reads = 0;
  uint32_t found = 0;
  std::string bytes;
  documents.each([&](uint32_t number) {
    found += has_phrase(phrase, ForwardView(index.forward(number, bytes))) ? 1 : 0;
    return ++reads < kMaxReads && found < enough;
  });
  return reads < kMaxReads ? found : found * (documents.count() / reads);
}

}  // namespace

uint32_t documents_with(const TermSequence& sequence, const IndexReader& index, uint32_t enough) {
  std::string key = std::to_string(enough);
  for (size_t i = 0; i < sequence.terms.size(); ++i)
    key.append(" ").append(sequence.terms[i]).append(" ").append(std::to_string(sequence.offsets[i]));
  return index.sequences().find(key, [&] { return count_documents(sequence, index, enough); });
}

}  // namespace signpost
