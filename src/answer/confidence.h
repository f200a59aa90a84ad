// confidence.h - how likely it is that a quotation has the answer, learned from questions whose answers are
// known. Tested by tests/unit/answer/confidence_test.cc.
//
// Two models over the signals, and their squares for those that say more at their ends: a choice among the
// passages of a question (promise), and a logistic regression of whether the chosen one is right
// (confidence), which also knows how far it is ahead. Languages with passages of 150 characters have weights
// of their own. ARCHITECTURE says which questions the weights were learned from, and with which program.
#pragma once

#include <string_view>
#include <vector>

#include "answer/answer_signals.h"
#include "search/types.h"

namespace signpost {

// Of two passages the one with more has the answer more likely. `kind` and what is asked for move it: steps
// answer "how do I". `lang`: of the question.
float promise(const AnswerSignals& signals, AnswerKind kind, Asks asked, std::string_view lang);

// 0..1, for signals with their standing (standing.h).
float confidence(const AnswerSignals& signals, AnswerKind kind, Asks asked, std::string_view lang);

// What it is made of: each signal that is not zero with what it adds to the logit.
std::vector<Contribution> explain_confidence(const AnswerSignals& signals, AnswerKind kind, Asks asked,
                                             std::string_view lang);

// The signals without their standing as numbers, in the order of the table, and the names of the columns, for
// whoever learns the weights.
std::vector<float> model_inputs(const AnswerSignals& signals);
std::vector<std::string_view> model_names();

// The least confidence to quote at, where the site says nothing: above what learn_answers.py --held-out
// settles on questions that the weights were not learned from, and above the surest wrong answer to the
// questions of tests/answers/. BENCHMARKS has the figures.
inline constexpr float kThreshold = 0.57F;
inline constexpr float kKoreanThreshold = 0.7F;
float usual_threshold(std::string_view lang);

}  // namespace signpost
