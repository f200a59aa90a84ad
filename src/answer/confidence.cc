// confidence.cc - the table of the model, and the sum over it. tests/bench/learn_answers.py wrote the
// numbers.
#include "answer/confidence.h"

#include <cmath>
#include <iterator>
#include <string>

#include "content/language.h"

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
    {"found", &S::found, 0.0F, 0.0F},
    {"best sentence", &S::best_sentence, 0.0F, 0.0F},
    {"titled", &S::titled, 0.0F, 0.0F},
    {"elsewhere", &S::elsewhere, 0.0F, 0.0F},
    {"missing", &S::missing, 0.0F, 0.0F},
    {"missing number", &S::missing_number, 0.0F, 0.0F},
    {"missing name", &S::missing_name, 0.0F, 0.0F},
    {"best sentence offers", &S::best_offers, 0.0F, 0.0F},
    {"no number", &S::no_number, 0.0F, 0.0F},
    {"no time", &S::no_time, 0.0F, 0.0F},
    {"no name", &S::no_name, 0.0F, 0.0F},
    {"no reason", &S::no_reason, 0.0F, 0.0F},
    {"pairs", &S::pairs, 0.0F, 0.0F},
    {"first hit", &S::first_hit, 0.0F, 0.0F},
    {"score share", &S::score_share, 0.0F, 0.0F},
    {"lead", &S::lead, 0.0F, 0.0F},
    {"length", &S::length, 0.0F, 0.0F},
    {"at start", &S::at_start, 0.0F, 0.0F},
    {"unknown", &S::unknown, 0.0F, 0.0F},
    {"words", &S::words, 0.0F, 0.0F},
    {"beyond others", &S::beyond_others, 0.0F, 0.0F},
    {"behind best", &S::behind_best, 0.0F, 0.0F},
    {"whole", &S::whole, 0.0F, 0.0F},
    {"found titled", &S::found_titled, 0.0F, 0.0F},
    {"found rare", &S::found_rare, 0.0F, 0.0F},
};
constexpr float kBias = 0.0F;

// Not learned: questions to texts without steps, tables and code say nothing about them. A list of steps is
// what "how do I" asks for, and seldom what another question does.
constexpr float kStepsForWay = 1.0F;
constexpr float kStepsForElse = -1.0F;
constexpr float kCodeForWay = 0.3F;
constexpr float kCodeForElse = -1.0F;
constexpr float kRowForNumber = 0.5F;
constexpr float kRowForElse = -0.5F;

float kind_weight(AnswerKind kind, Asks asked) {
  switch (kind) {
    case AnswerKind::steps:
      return asked == Asks::way ? kStepsForWay : kStepsForElse;
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
  float logit = kBias + kind_weight(kind, asked);
  for (const Input& input : kModel) logit += part(input, signals);
  return 1 / (1 + std::exp(-logit));
}

std::vector<Contribution> explain_confidence(const AnswerSignals& signals, AnswerKind kind, Asks asked) {
  std::vector<Contribution> out;
  out.push_back({"start", static_cast<double>(kBias), ""});
  if (const float shape = kind_weight(kind, asked); shape != 0)
    out.push_back({"kind: " + std::string(to_string(kind)), static_cast<double>(shape), ""});
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

float built_in_threshold(std::string_view lang) {
  const std::string_view base = base_language(lang);
  if (base == "ja") return 0.6F;
  if (base == "ko") return 0.6F;
  return 0.6F;
}

}  // namespace signpost
