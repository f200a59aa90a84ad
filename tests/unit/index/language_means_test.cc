// language_means_test.cc - a language with enough vectors has a mean of its own, the others that of all.
#include "index/language_means.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::FloatNear;

TEST(LanguageMeans, AreOfLanguagesWithEnoughVectors) {
  LanguageMeansBuilder builder;
  for (int i = 0; i < 50; ++i) builder.add(quantize(std::vector<float>{1, 0}), "en");
  for (int i = 0; i < 49; ++i) builder.add(quantize(std::vector<float>{0, 1}), "ko");
  builder.add(quantize(std::vector<float>{0, 1}), "");
  const LanguageMeans means = builder.get();
  EXPECT_EQ(means.size(), 2u);
  EXPECT_THAT(mean_for(means, "en"), ElementsAre(FloatNear(1, 1e-5F), FloatNear(0, 1e-5F)));
  for (const char* lang : {"", "ko", "ja"})
    EXPECT_THAT(mean_for(means, lang), ElementsAre(FloatNear(0.5F, 1e-5F), FloatNear(0.5F, 1e-5F))) << lang;
}

}  // namespace
}  // namespace signpost
