// answer_curve.h - how right answers are at each share that is answered: as CSV and as a picture.
// Tested by tests/unit/eval/answer_curve_test.cc.
#pragma once

#include <string>

#include "eval/answer_evaluation.h"

namespace signpost {

// "threshold,answered,right": a line for each percent of the questions that can be answered.
std::string curve_csv(const AnswerRun& run);
// The same, `right` over `answered`, with the threshold that is used marked. SVG.
std::string curve_svg(const AnswerRun& run, const std::string& title);

}  // namespace signpost
