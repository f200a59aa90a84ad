// postings.h - which documents have a term: counts, sets, and the coarse first ranking. The only part of
// search/ that speaks to Xapian. Tested by tests/unit/search/postings_test.cc and, over runs,
// tests/unit/indexer/incremental_run_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/segments.h"
#include "search/bitmap.h"

namespace signpost {

// A term of the first pass: a document that has it scores its impact (index/impact.h) times `weight`.
struct WeightedTerm {
  std::string term;
  uint32_t weight = 1;  // whole numbers, so that no order of adding them up makes a difference
  std::vector<std::string> more_terms;  // that a document must have too
};

struct Candidate {
  uint32_t number = 0;
  uint32_t score = 0;
};

// The postings of all segments as one, with the numbers of the generation; dead documents are not there. Safe
// to use from many threads: each call borrows a handle of its own.
class Postings {
 public:
  // `segments` as Snapshot has checked them, `dead`: of the dead documents, by term; `documents` of the
  // generation. Throws Error{not_found, corrupt}, as all calls do that meet what Xapian can't read.
  Postings(const std::string& generation_dir, const std::vector<Segment>& segments,
           std::map<std::string, uint32_t, std::less<>> dead, uint32_t documents);
  ~Postings();

  // How many documents have the term; remembered.
  uint32_t frequency(const std::string& term) const;

  // Adds the documents that have the term to `into`.
  void add_documents(const std::string& term, Bitmap& into) const;

  // The documents that have the term and all of the others.
  Bitmap documents_with_all(const std::string& term, std::span<const std::string> others) const;

  // The best documents for `strong` added up, of those in `allowed`; `weak` only adds to the scores of what
  // has one of the strong ones. Best first, those with the same score by number.
  std::vector<Candidate> best(const std::vector<WeightedTerm>& strong, const std::vector<WeightedTerm>& weak,
                              const Bitmap& allowed, uint32_t limit) const;

  // Reads every posting there is.
  void read_all() const;

  // A document with the term, 0 when there is none.
  uint32_t any_document(const std::string& term) const;

  // Calls use(term without the prefix, frequency) for all terms with this prefix, ascending.
  void each_term(const std::string& term_prefix,
                 const std::function<void(std::string_view, uint32_t)>& use) const;

 private:
  // scores[number - 1] += weight * impact: of documents in `only`, and of those that have a score already if
  // `to_matched`.
  void add_scores(const std::string& term, uint32_t weight, const Bitmap* only, bool to_matched,
                  std::vector<uint32_t>& scores) const;

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace signpost
