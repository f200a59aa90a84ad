// table_fit_test.cc - the fit against what can be worked out by hand, and on texts that were held out.
#include "meaning/table_fit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::FloatNear;
using ::testing::IsEmpty;

TEST(TableFit, MinimisesWhatItSays) {
  // One term in one text: (1 + r) t = q + r p.
  TableFitInput input;
  input.terms = 2;
  input.dimension = 2;
  input.texts = {{{0, 5}}};  // the weights of a text are shares
  input.vectors = {1, 2};
  input.prior = {0, 0, 3, 4};
  EXPECT_THAT(fit_table(input, 0.25F), ElementsAre(FloatNear(0.8F, 1e-5F), FloatNear(1.6F, 1e-5F),
                                                   // No text has the other one.
                                                   FloatNear(3, 1e-5F), FloatNear(4, 1e-5F)));
}

// (W'W + r I) T = W'Q + r P, for two terms: solved with Cramer's rule.
TEST(TableFit, SolvesTwoTermsTogether) {
  TableFitInput input;
  input.terms = 2;
  input.dimension = 1;
  input.texts = {{{0, 1}, {1, 1}}, {{0, 1}}, {}};
  input.vectors = {2, 3, 9};  // the last one has no terms
  input.prior = {1, -1};
  const double r = 0.5;
  const double a = 0.25 + 1 + r, b = 0.25, d = 0.25 + r;
  const double x = 1 + 3 + r, y = 1 - r;
  const double det = a * d - b * b;
  EXPECT_THAT(fit_table(input, 0.5F),
              ElementsAre(FloatNear(static_cast<float>((x * d - b * y) / det), 1e-5F),
                          FloatNear(static_cast<float>((a * y - b * x) / det), 1e-5F)));
}

TEST(TableFit, MakesNothingOfNothing) { EXPECT_THAT(fit_table({}), IsEmpty()); }

// Texts are sums of hidden vectors of their terms, and noise: held-out texts come nearer than by the prior.
TEST(TableFit, LearnsFromTexts) {
  constexpr size_t kTerms = 300, kDimension = 70, kTexts = 4000, kHeldOut = 200;
  std::mt19937 random(3);
  std::normal_distribution<float> normal;
  std::vector<float> hidden(kTerms * kDimension);
  for (float& x : hidden) x = normal(random);
  TableFitInput input;
  input.terms = kTerms;
  input.dimension = kDimension;
  input.prior.assign(kTerms * kDimension, 0);
  std::vector<std::vector<TermWeight>> texts;
  std::vector<float> vectors;
  for (size_t i = 0; i < kTexts; ++i) {
    auto& text = texts.emplace_back();
    for (int k = 0; k < 4; ++k) text.push_back({static_cast<uint32_t>(random() % kTerms), 0.25F});
    for (size_t c = 0; c < kDimension; ++c) {
      float sum = 0.1F * normal(random);
      for (const TermWeight& t : text) sum += t.weight * hidden[t.term * kDimension + c];
      vectors.push_back(sum);
    }
  }
  input.texts.assign(texts.begin() + kHeldOut, texts.end());
  input.vectors.assign(vectors.begin() + kHeldOut * kDimension, vectors.end());
  const std::vector<float> table = fit_table(input);
  double error = 0, size = 0;
  for (size_t i = 0; i < kHeldOut; ++i) {
    for (size_t c = 0; c < kDimension; ++c) {
      float sum = 0;
      for (const TermWeight& t : texts[i]) sum += t.weight * table[t.term * kDimension + c];
      error += std::pow(vectors[i * kDimension + c] - sum, 2);
      size += std::pow(vectors[i * kDimension + c], 2);
    }
  }
  EXPECT_LT(error / size, 0.1);
}

}  // namespace
}  // namespace signpost
