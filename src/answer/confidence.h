// confidence.h - how likely it is that a quotation has the answer, learned from questions whose answers are
// known. Tested by tests/unit/answer/confidence_test.cc.
//
// A logistic regression over the signals, their squares for those that say more at their ends. ARCHITECTURE
// says which questions the weights were learned from, and with which program.
#pragma once

#include <string_view>
#include <vector>

#include "answer/answer_signals.h"
#include "search/types.h"

namespace signpost {

// 0..1. `kind` and what is asked for move it: steps answer "how do I".
float confidence(const AnswerSignals& signals, AnswerKind kind, Asks asked);

// What it is made of: each signal that is not zero with what it adds to the logit.
std::vector<Contribution> explain_confidence(const AnswerSignals& signals, AnswerKind kind, Asks asked);

// The signals as numbers in the order of the model's table, and the names of the columns, for whoever learns
// the weights.
std::vector<float> model_inputs(const AnswerSignals& signals);
std::vector<std::string_view> model_names();

// The least confidence to quote at, where the site says nothing: fixed on the questions of tests/answers/,
// in three languages, so that none of them is answered wrongly.
inline constexpr float kThreshold = 0.5F;

}  // namespace signpost
