// table_fit.h - learns what each term adds to the meaning of a query, from texts whose meanings are known.
// Tested by tests/unit/meaning/table_fit_test.cc.
//
// Ridge regression towards a prior: with W the weights of the terms in the texts (each text's sum to 1), Q
// the vectors of the texts and P those of the terms alone, it finds the table T that makes
//
//   |W T - Q|^2 + ridge * |T - P|^2
//
// least, from (W'W + ridge I) T = W'Q + ridge P by conjugate gradients (Hestenes and Stiefel 1952), for each
// component of the vectors on its own. A term that many texts have is learned from them; one that few have
// keeps near to its own vector.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace signpost {

struct TermWeight {
  uint32_t term = 0;  // row of the table
  float weight = 0;
};

struct TableFitInput {
  size_t terms = 0;
  size_t dimension = 0;
  std::vector<std::vector<TermWeight>> texts;  // those without terms teach nothing
  std::vector<float> vectors;                  // texts x dimension
  std::vector<float> prior;                    // terms x dimension
};

inline constexpr float kRidge = 0.1F;

// terms x dimension. Takes memory for a few dozen components of each at a time. The same input gives the same
// bits on the same kind of processor.
std::vector<float> fit_table(const TableFitInput& input, float ridge = kRidge);

}  // namespace signpost
