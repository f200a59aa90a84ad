// confidence_test.cc - the model is a probability that goes the right way, and explains itself.
#include "answer/confidence.h"

#include <gtest/gtest.h>

#include <cmath>

namespace signpost {
namespace {

AnswerSignals good() {
  AnswerSignals s;
  s.found = 0.9F;
  s.best_sentence = 0.8F;
  s.found_rare = 0.7F;
  s.first_hit = 1;
  s.score_share = 1;
  s.lead = 0.5F;
  s.pairs = 0.6F;
  s.beyond_others = 0.5F;
  s.length = 1;
  s.words = 0.5F;
  s.content = 0.7F;
  s.exact = 0.9F;
  s.first_word = 1;
  s.ahead = 2;
  s.ahead_of_documents = 4;
  s.ahead_in_document = 2;
  s.share = 0.7F;
  s.share_around = 0.9F;
  return s;
}

float of(const AnswerSignals& s, AnswerKind kind = AnswerKind::passage, Asks asked = Asks::anything) {
  return confidence(s, kind, asked, "en");
}

TEST(Confidence, FallsWithWhatIsMissing) {
  const float sure = of(good());
  EXPECT_GT(sure, 0.5F);
  EXPECT_LT(sure, 1.0F);
  const struct {
    const char* what;
    float AnswerSignals::*value;
    float bad;
  } kCases[] = {{"found", &AnswerSignals::found, 0.1F},
                {"missing number", &AnswerSignals::missing_number, 0.3F},
                {"missing name", &AnswerSignals::missing_name, 0.3F},
                {"no number", &AnswerSignals::no_number, 1},
                {"missing", &AnswerSignals::missing, 0.8F},
                {"share around", &AnswerSignals::share_around, 0.3F},
                {"ahead", &AnswerSignals::ahead, -1}};
  for (const auto& [what, value, bad] : kCases) {
    AnswerSignals s = good();
    s.*value = bad;
    EXPECT_LT(of(s), sure) << what;
  }
}

TEST(Confidence, TheThresholdIsThatOfTheLanguage) {
  EXPECT_EQ(usual_threshold("en-GB"), kThreshold);
  EXPECT_EQ(usual_threshold("ko"), kKoreanThreshold);
  EXPECT_EQ(usual_threshold("ja"), kThreshold);
}

TEST(Confidence, StepsAnswerHowDoI) {
  EXPECT_GT(of(good(), AnswerKind::steps, Asks::way), of(good(), AnswerKind::passage, Asks::way));
  EXPECT_LT(of(good(), AnswerKind::steps, Asks::time), of(good(), AnswerKind::passage, Asks::time));
  EXPECT_GT(of(good(), AnswerKind::steps, Asks::remedy), of(good(), AnswerKind::steps, Asks::time));
  EXPECT_LT(of(good(), AnswerKind::steps, Asks::remedy), of(good(), AnswerKind::steps, Asks::way));
  EXPECT_GT(of(good(), AnswerKind::table_row, Asks::remedy), of(good(), AnswerKind::table_row, Asks::way));
}

TEST(Confidence, PromiseRisesWithWhatIsFound) {
  for (const char* lang : {"en", "ko"}) {
    AnswerSignals less = good();
    less.found = 0.4F;
    less.found_rare = 0.3F;
    less.best_sentence = 0.4F;
    less.exact = 0.4F;
    EXPECT_LT(promise(less, AnswerKind::passage, Asks::anything, lang),
              promise(good(), AnswerKind::passage, Asks::anything, lang));
  }
}

TEST(Confidence, ItsExplanationAddsUp) {
  for (const char* lang : {"en", "ja"}) {
    double logit = 0;
    for (const Contribution& c : explain_confidence(good(), AnswerKind::steps, Asks::way, lang))
      logit += c.value;
    EXPECT_NEAR(1 / (1 + std::exp(-logit)), confidence(good(), AnswerKind::steps, Asks::way, lang), 1e-5);
  }
  EXPECT_EQ(model_inputs(good()).size(), model_names().size());
}

}  // namespace
}  // namespace signpost
