// word_context.cc - a word is as likely as the documents of its neighbours have it.
//
// The probability of a word is taken half from all documents and half from those of each neighbour: what
// stands in every document that has the neighbour is expected, however rare it is elsewhere. A neighbour that
// few documents have says less than it seems to, so it counts as if some more had it. Of the neighbours the
// rarest few are looked at.
#include "search/word_context.h"

#include <algorithm>

#include "index/analyzer.h"

namespace signpost {
namespace {

constexpr size_t kMaxNeighbours = 3;
constexpr float kFewDocuments = 5;

}  // namespace

WordContext::WordContext(const QueryPlan& plan, std::string_view lang, const IndexReader& index)
    : lang_(lang), index_(index) {
  std::vector<const Unit*> known;
  for (const Unit& unit : plan.units) {
    if (!unit.weak && !unit.whole && unit.idf > 0 && !unit.guess) known.push_back(&unit);
  }
  std::stable_sort(known.begin(), known.end(), [](const Unit* a, const Unit* b) { return a->idf > b->idf; });
  if (known.size() > kMaxNeighbours) known.resize(kMaxNeighbours);
  for (const Unit* unit : known) {
    std::vector<std::string> terms;
    for (const Alternative& a : unit->alternatives) {
      if (a.more_terms.empty()) terms.push_back(a.term);
    }
    Bitmap documents = documents_with(terms);
    const auto count = static_cast<float>(documents.count());
    if (count > 0) neighbours_.push_back({std::move(documents), count});
  }
}

Bitmap WordContext::documents_with(const std::vector<std::string>& terms) const {
  Bitmap documents(index_.document_count());
  for (const std::string& term : terms) index_.postings().add_documents(term, documents);
  return documents;
}

float WordContext::expected_documents(const std::string& word) const {
  std::vector<std::string> terms = {thread_analyzer(lang_).term_of(word)};
  for (const std::string& other : index_.names().languages) {
    if (other != lang_) terms.push_back(thread_analyzer(other).term_of(word));
  }
  const auto count = static_cast<float>(index_.words().info(index_.words().find(word)).frequency);
  if (neighbours_.empty()) return count;
  const Bitmap documents = documents_with(terms);
  float share = 0;
  for (const Neighbour& neighbour : neighbours_) {
    const auto both = static_cast<float>(documents.count_and(neighbour.documents));
    share += both / (neighbour.count + kFewDocuments);
  }
  const auto forms = static_cast<float>(std::max(1u, documents.count()));
  share *= std::min(1.0F, count / forms) / static_cast<float>(neighbours_.size());
  return (count + share * static_cast<float>(index_.document_count())) / 2;
}

bool WordContext::stand_together(std::string_view one, std::string_view other) const {
  if (one.empty() || other.empty()) return false;
  std::string typed(one);
  typed += ' ';
  const std::string keys = keystrokes(typed.append(other));
  const SuggestIndex& titles = index_.suggestions();
  const SuggestIndex::Range range = titles.find(keys);
  if (range.begin == range.end) return false;
  // In their order, those where the word ends come first.
  const std::string_view key = titles.key(titles.entry(titles.entry_of_point(range.begin)));
  const size_t end = titles.offset_in_key(range.begin) + keys.size();
  return end == key.size() || key[end] == ' ';
}

}  // namespace signpost
