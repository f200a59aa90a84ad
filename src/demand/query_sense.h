// query_sense.h - whether two queries ask the same: in other words of the same terms, spelled otherwise, in
// another language, or by their meaning. Tested by tests/unit/demand/query_sense_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/quantized_vector.h"
#include "search/index_reader.h"

namespace signpost {

// Of a query in another language: for each of its words the translations, each of one term or several.
using TranslatedWords = std::vector<std::vector<std::vector<std::string>>>;

struct QuerySense {
  std::vector<std::string> terms;      // asked_terms()
  std::vector<std::string> corrected;  // of what the search took it for; empty where it took it as it was
  std::vector<std::string> unknown;    // of `terms`: no words of the index, and of no language; ascending
  std::vector<TranslatedWords> translated;   // where the glossary has all of its words
  std::optional<QuantizedVector> direction;  // where the generation has a table of meanings
};

// `corrected`: Understood::corrected of a search for it, "" for none.
QuerySense sense_of(std::string_view text, std::string_view corrected, const std::string& lang,
                    const IndexReader& index);

// The same for both orders. Queries without terms ask nothing, and so not the same.
bool ask_the_same(const QuerySense& a, const QuerySense& b);

}  // namespace signpost
