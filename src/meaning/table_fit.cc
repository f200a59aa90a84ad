// table_fit.cc - see table_fit.h; the only file that knows Eigen.
#include "meaning/table_fit.h"

#include <Eigen/Dense>
#include <Eigen/Sparse>
#include <algorithm>

namespace signpost {
namespace {

using Dense = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Strided = Eigen::Map<const Dense, 0, Eigen::OuterStride<>>;
using Weights = Eigen::SparseMatrix<float, Eigen::RowMajor>;
using Row = Eigen::Array<float, 1, Eigen::Dynamic>;

constexpr Eigen::Index kComponents = 64;  // fitted at a time
constexpr int kSteps = 25;                // far beyond where held-out texts stop gaining
constexpr float kLeast = 1e-20F;          // a residual's square, from where on there is nothing to do

Weights weights_of(const TableFitInput& input) {
  std::vector<Eigen::Triplet<float>> entries;
  for (size_t text = 0; text < input.texts.size(); ++text) {
    float sum = 0;
    for (const TermWeight& term : input.texts[text]) sum += term.weight;
    if (sum <= 0) continue;
    for (const TermWeight& term : input.texts[text])
      entries.emplace_back(static_cast<int>(text), static_cast<int>(term.term), term.weight / sum);
  }
  Weights weights(static_cast<Eigen::Index>(input.texts.size()), static_cast<Eigen::Index>(input.terms));
  weights.setFromTriplets(entries.begin(), entries.end());  // adds up those of a term that is there twice
  return weights;
}

// Some components of the table; each column is a system of its own, with the same matrix.
Dense solve(const Weights& w, const Weights& transposed, const Dense& vectors, const Dense& prior,
            float ridge) {
  const auto apply = [&](const Dense& x) -> Dense { return transposed * (w * x).eval() + ridge * x; };
  Dense table = prior;
  Dense residual = transposed * vectors + ridge * prior - apply(table);
  Dense direction = residual;
  Row square = residual.array().square().colwise().sum();
  for (int step = 0; step < kSteps && square.maxCoeff() > kLeast; ++step) {
    const Dense applied = apply(direction);
    const Row curvature = (direction.array() * applied.array()).colwise().sum();
    const Row length = square / curvature.max(kLeast);
    table.array() += direction.array().rowwise() * length;
    residual.array() -= applied.array().rowwise() * length;
    const Row next = residual.array().square().colwise().sum();
    const Row share = next / square.max(kLeast);
    direction = (residual.array() + direction.array().rowwise() * share).matrix();
    square = next;
  }
  return table;
}

}  // namespace

std::vector<float> fit_table(const TableFitInput& input, float ridge) {
  std::vector<float> out(input.terms * input.dimension);
  if (out.empty()) return out;
  const Weights w = weights_of(input);
  const Weights transposed = w.transpose();
  const auto dimension = static_cast<Eigen::Index>(input.dimension);
  Eigen::Map<Dense> table(out.data(), static_cast<Eigen::Index>(input.terms), dimension);
  for (Eigen::Index first = 0; first < dimension; first += kComponents) {
    const Eigen::Index count = std::min(kComponents, dimension - first);
    const Strided vectors(input.vectors.data() + first, w.rows(), count, Eigen::OuterStride<>(dimension));
    const Strided prior(input.prior.data() + first, w.cols(), count, Eigen::OuterStride<>(dimension));
    table.middleCols(first, count) = solve(w, transposed, vectors, prior, ridge);
  }
  return out;
}

}  // namespace signpost
