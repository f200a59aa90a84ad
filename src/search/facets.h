// facets.h - filters as sets of documents, and counts of what is left under each value.
// Tested by tests/unit/search/facets_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/bitmap.h"
#include "search/index_reader.h"
#include "search/types.h"

namespace signpost {

// Built once for a generation; safe to use from many threads.
class FacetIndex {
 public:
  explicit FacetIndex(const IndexReader& index);

  // The documents that pass all filters but those of `except`.
  Bitmap allowed(const Filters& filters, std::optional<Field> except = std::nullopt) const;

  static bool is_filtered(const Filters& filters);

  // `matches`: the documents that the query matches, before any filter. Counts under each facet obey the
  // filters of the other facets. Labels are in `lang`.
  std::vector<Facet> count(const Bitmap& matches, const Filters& filters, std::string_view lang) const;

 private:
  struct Value {
    std::string value;
    std::string term;
    Bitmap documents;
  };
  struct FacetValues {
    Field field;
    std::vector<Value> values;
  };
  // Each counted value has a set of documents, so their number is bounded.
  void keep_most_frequent(const FieldRow& row, std::vector<std::string>& values) const;
  void add_values(const FieldRow& row);

  const IndexReader& index_;
  std::vector<FacetValues> facets_;
};

}  // namespace signpost
