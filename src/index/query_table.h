// query_table.h - query-table.bin: from the terms of a query to its meaning, without a model.
// Tested by tests/unit/index/query_table_test.cc.
//
// The table has a vector for each term that was learned (src/meaning/table_fit.h). A query's vector is the
// sum of those of its terms, each times the root of what it weighs: in the space of vectors.bin, the mean of
// the queries of its language taken off.
//
// Layout (little-endian): uint32_t {dimension, rows, bytes of the means}; the means (LEB128 of their number,
// each the language as a string and float mean[dimension]); uint64_t hash[rows], ascending; then a record for
// each row: float scale; int8_t value[dimension].
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_io.h"
#include "index/language_means.h"
#include "index/quantized_vector.h"

namespace signpost {

struct QueryTableRow {
  uint64_t hash = 0;  // of the term as it stands in the postings (base/fnv1a.h)
  QuantizedVector vector;
};

// What a term adds to a query's vector, by its weight times idf. Half-way between counting terms and counting
// what they say.
float query_table_weight(float weight_times_idf);

// Rows in any order. REQUIRES: no two of the same hash; all of one dimension, 1..kMaxDimension; a mean for
// "".
std::string encode_query_table(const LanguageMeans& means, std::vector<QueryTableRow> rows);

struct WeightedQueryTerm {
  std::string_view term;
  float weight = 0;  // how much of the query it is, times its idf
};

// A query's direction: of length 1.
struct QueryMeaning {
  QuantizedVector vector;
  float known = 0;  // share of the query's weight that the table has, 0..1
};

// Safe to use from many threads. The hashes are in memory, the rows are read.
class QueryTable {
 public:
  // Throws Error{not_found, io}, and Error{corrupt} where sizes and order don't hold.
  explicit QueryTable(const std::string& path);

  uint32_t dimension() const { return dimension_; }
  uint32_t rows() const { return static_cast<uint32_t>(hashes_.size()); }

  // known is 0 where the table has none of the terms.
  QueryMeaning meaning(std::span<const WeightedQueryTerm> terms) const;

  // Reads every row. Throws Error{corrupt} for one that no fit has made.
  void read_all() const;

  // The same of a vector that a model made of a query in this language. REQUIRES: of dimension().
  QueryMeaning meaning_of_model(std::span<const float> vector, std::string_view lang) const;

 private:
  bool add_row(uint64_t hash, float weight, std::vector<float>& sum) const;

  RandomFile file_;
  uint32_t dimension_ = 0;
  LanguageMeans means_;
  std::vector<uint64_t> hashes_;
  uint64_t rows_at_ = 0;
};

}  // namespace signpost
