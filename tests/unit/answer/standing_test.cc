// standing_test.cc - the most promising quotation comes first, and how far it is ahead is seen beside the
// rest.
#include "answer/standing.h"

#include <gtest/gtest.h>

#include <cmath>

namespace signpost {
namespace {

class Standing : public ::testing::Test {
 protected:
  Considered passage(const CandidateSection& section, uint32_t begin, uint32_t end, float exact) {
    Considered out;
    out.section = &section;
    out.stretch = {AnswerKind::passage, 0, 0, begin, end};
    out.signals.exact = exact;
    return out;
  }
  static CandidateSection section_of(size_t hit) {
    CandidateSection out;
    out.hit = hit;
    return out;
  }

  const CandidateSection first_ = section_of(0);
  const CandidateSection of_same_document_ = section_of(0);
  const CandidateSection other_ = section_of(1);
};

TEST_F(Standing, TheMostPromisingComesFirstWithItsConfidence) {
  std::vector<Considered> all = {passage(first_, 0, 50, 0.1F), passage(other_, 0, 50, 0.9F)};
  rank_by_promise(all, Asks::anything, "en", 1);
  EXPECT_EQ(all[0].section, &other_);
  EXPECT_GT(all[0].promise, all[1].promise);
  EXPECT_GT(all[0].confidence, 0);
  EXPECT_EQ(all[1].confidence, 0) << "only the first one was asked for";
}

TEST_F(Standing, WhatOverlapsIsNoRival) {
  std::vector<Considered> all = {passage(first_, 0, 50, 0.9F), passage(first_, 30, 80, 0.85F),
                                 passage(first_, 90, 120, 0.5F), passage(of_same_document_, 0, 50, 0.4F),
                                 passage(other_, 0, 50, 0.3F)};
  rank_by_promise(all, Asks::anything, "en", all.size());
  const AnswerSignals& best = all[0].signals;
  EXPECT_FLOAT_EQ(best.ahead, all[0].promise - all[2].promise);
  EXPECT_FLOAT_EQ(best.ahead_in_document, best.ahead);
  EXPECT_FLOAT_EQ(best.ahead_of_documents, all[0].promise - all[4].promise);
  EXPECT_LT(best.share, best.share_around);
  EXPECT_LT(best.share_around, 1);
  EXPECT_LT(all[2].signals.ahead, 0);
  float shares = 0;
  for (const Considered& c : all) shares += c.signals.share;
  EXPECT_NEAR(shares, 1, 1e-5);
}

TEST_F(Standing, AloneItIsAsFarAheadAsCanBe) {
  std::vector<Considered> all = {passage(first_, 0, 50, 0.5F)};
  rank_by_promise(all, Asks::anything, "ko", 5);
  EXPECT_EQ(all[0].signals.ahead, kFarAhead);
  EXPECT_EQ(all[0].signals.ahead_of_documents, kFarAhead);
  EXPECT_EQ(all[0].signals.ahead_in_document, kFarAhead);
  EXPECT_FLOAT_EQ(all[0].signals.share, 1);
  EXPECT_TRUE(std::isfinite(all[0].confidence));
  std::vector<Considered> none;
  rank_by_promise(none, Asks::anything, "en", 5);
  EXPECT_TRUE(none.empty());
}

}  // namespace
}  // namespace signpost
