// word_context.h - which of several words fits beside the other words of a query, by the documents and titles
// that have them together. Tested by tests/unit/search/word_context_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/bitmap.h"
#include "search/index_reader.h"
#include "search/query_plan.h"

namespace signpost {

class WordContext {
 public:
  // The neighbours are the words of the plan that the index has for certain. `lang`: whose stemmer is used
  // first.
  WordContext(const QueryPlan& plan, std::string_view lang, const IndexReader& index);

  // How many documents would have the word if all were about what the neighbours are about; how many have it,
  // where there are no neighbours. `word`: of the index's list.
  float expected_documents(const std::string& word) const;

  // Titles or headings have the two behind each other, as whole words. "" stands beside nothing.
  bool stand_together(std::string_view one, std::string_view other) const;

 private:
  Bitmap documents_with(const std::vector<std::string>& terms) const;

  struct Neighbour {
    Bitmap documents;
    float count = 0;
  };
  const std::string lang_;
  const IndexReader& index_;
  std::vector<Neighbour> neighbours_;
};

}  // namespace signpost
