// confidence.cc - the table of the model, and the sum over it. tests/bench/learn_answers.py wrote the
// numbers.
#include "answer/confidence.h"

#include <cmath>
#include <iterator>
#include <string>

namespace signpost {
namespace {

struct Input {
  std::string_view name;
  float AnswerSignals::*value;
  float weight;
  float square;  // of the value's square
};

using S = AnswerSignals;
const Input kModel[] = {
    {"found", &S::found, 3.624F, 0.120F},
    {"best sentence", &S::best_sentence, -1.924F, 2.818F},
    {"titled", &S::titled, 1.535F, 2.090F},
    {"elsewhere", &S::elsewhere, -3.326F, 3.293F},
    {"missing", &S::missing, 3.271F, -5.712F},
    {"missing number", &S::missing_number, -4.766F, 0.000F},
    {"missing name", &S::missing_name, -29.620F, 0.000F},
    {"best sentence offers", &S::best_offers, 0.085F, 0.000F},
    {"no number", &S::no_number, -2.411F, 0.000F},
    {"no time", &S::no_time, -1.987F, 0.000F},
    {"no name", &S::no_name, -0.693F, 0.000F},
    {"no reason", &S::no_reason, -0.480F, 0.000F},
    {"pairs", &S::pairs, -1.109F, 0.000F},
    {"first hit", &S::first_hit, 0.188F, 0.000F},
    {"score share", &S::score_share, 0.629F, 0.000F},
    {"lead", &S::lead, 5.391F, -3.583F},
    {"length", &S::length, 0.429F, 0.000F},
    {"at start", &S::at_start, 0.243F, 0.000F},
    {"unknown", &S::unknown, 1.469F, 0.000F},
    {"words", &S::words, 9.082F, -4.792F},
    {"content", &S::content, 3.578F, -2.773F},
    {"beyond others", &S::beyond_others, -0.496F, 2.344F},
    {"behind best", &S::behind_best, -0.408F, 0.000F},
    {"whole", &S::whole, 0.572F, 0.000F},
    {"found titled", &S::found_titled, -0.207F, -0.818F},
    {"found rare", &S::found_rare, 6.705F, -5.645F},
};
constexpr float kBias = -10.973F;

// Not learned: questions to texts without steps, tables and code say nothing about them. A list of steps is
// what "how do I" asks for, and seldom what another question does.
constexpr float kStepsForWay = 1.0F;
constexpr float kNamedSteps = 3.0F;  // all of the question is in the title and the headings of the list
constexpr float kStepsForElse = -1.0F;
constexpr float kCodeForWay = 0.3F;
constexpr float kCodeForElse = -1.0F;
constexpr float kRowForNumber = 0.5F;
constexpr float kRowForElse = -0.5F;

float kind_weight(const AnswerSignals& signals, AnswerKind kind, Asks asked) {
  switch (kind) {
    case AnswerKind::steps:
      return asked == Asks::way ? kStepsForWay + kNamedSteps * signals.found_titled : kStepsForElse;
    case AnswerKind::code:
      return asked == Asks::way ? kCodeForWay : kCodeForElse;
    case AnswerKind::table_row:
      return asked == Asks::number ? kRowForNumber : kRowForElse;
    case AnswerKind::passage:
    case AnswerKind::faq:
    case AnswerKind::community:
      return 0;
  }
  return 0;
}

float part(const Input& input, const AnswerSignals& signals) {
  const float value = signals.*input.value;
  return value * (input.weight + value * input.square);
}

}  // namespace

float confidence(const AnswerSignals& signals, AnswerKind kind, Asks asked) {
  float logit = kBias + kind_weight(signals, kind, asked);
  for (const Input& input : kModel) logit += part(input, signals);
  return 1 / (1 + std::exp(-logit));
}

std::vector<Contribution> explain_confidence(const AnswerSignals& signals, AnswerKind kind, Asks asked) {
  std::vector<Contribution> out;
  out.push_back({"start", static_cast<double>(kBias), ""});
  if (const float shape = kind_weight(signals, kind, asked); shape != 0)
    out.push_back({"kind", static_cast<double>(shape), std::string(to_string(kind))});
  for (const Input& input : kModel) {
    const float value = signals.*input.value;
    if (value == 0) continue;
    out.push_back(
        {std::string(input.name), static_cast<double>(part(input, signals)), std::to_string(value)});
  }
  return out;
}

std::vector<float> model_inputs(const AnswerSignals& signals) {
  std::vector<float> out;
  for (const Input& input : kModel) out.push_back(signals.*input.value);
  return out;
}

std::vector<std::string_view> model_names() {
  std::vector<std::string_view> out;
  for (const Input& input : kModel) out.push_back(input.name);
  return out;
}

}  // namespace signpost
