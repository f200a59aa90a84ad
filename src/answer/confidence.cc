// confidence.cc - the tables of the models, and the sums over them. tests/bench/learn_answers.py wrote the
// numbers.
#include "answer/confidence.h"

#include <cmath>
#include <string>

#include "answer/stretches.h"
#include "content/language.h"

namespace signpost {
namespace {

struct Weights {
  float promise;
  float promise_square;  // of the value's square
  float confidence;
  float confidence_square;
};

struct Input {
  std::string_view name;
  float AnswerSignals::*value;
  Weights spaced;  // languages that put spaces between words, and all others
  Weights wide;    // Chinese, Japanese, Korean, whose passages are half as long
};

using S = AnswerSignals;
const Input kSignals[] = {
    {"found", &S::found, {-0.586F, 0.401F, 1.068F, -0.480F}, {-0.264F, 0.969F, 0.583F, 0.225F}},
    {"best sentence",
     &S::best_sentence,
     {1.358F, 0.972F, 2.649F, -2.319F},
     {0.433F, 1.362F, 1.385F, -0.023F}},
    {"second sentence",
     &S::second_sentence,
     {0.522F, 0.000F, 0.154F, 0.000F},
     {0.151F, 0.000F, 0.150F, 0.000F}},
    {"exact", &S::exact, {0.888F, 0.000F, 1.909F, 0.000F}, {0.619F, 0.000F, 1.570F, 0.000F}},
    {"first word", &S::first_word, {-0.033F, 0.000F, 0.094F, 0.000F}, {-0.167F, 0.000F, 0.533F, 0.000F}},
    {"titled", &S::titled, {0.070F, -1.856F, 3.170F, -2.729F}, {0.417F, -1.088F, 2.748F, -1.415F}},
    {"elsewhere", &S::elsewhere, {-3.453F, 4.082F, -4.087F, 9.826F}, {-3.115F, 3.189F, -4.322F, 7.727F}},
    {"missing", &S::missing, {0.222F, -1.484F, 1.813F, -7.004F}, {-0.026F, -0.793F, 0.724F, -7.081F}},
    {"missing number",
     &S::missing_number,
     {-4.584F, 0.000F, -7.337F, 0.000F},
     {-5.128F, 0.000F, -20.033F, 0.000F}},
    {"missing name", &S::missing_name, {-3.253F, 0.000F, -5.741F, 0.000F}, {2.292F, 0.000F, -6.300F, 0.000F}},
    {"best sentence offers",
     &S::best_offers,
     {0.449F, 0.000F, 0.004F, 0.000F},
     {0.548F, 0.000F, 0.182F, 0.000F}},
    {"offered", &S::offered, {0.845F, 0.000F, 0.245F, 0.000F}, {0.519F, 0.000F, -0.037F, 0.000F}},
    {"offered near", &S::offered_near, {1.109F, 0.000F, -0.063F, 0.000F}, {2.091F, 0.000F, -0.639F, 0.000F}},
    {"no number", &S::no_number, {-1.440F, 0.000F, -5.170F, 0.000F}, {-2.188F, 0.000F, 0.000F, 0.000F}},
    {"no time", &S::no_time, {-0.449F, 0.000F, -0.502F, 0.000F}, {-1.023F, 0.000F, 1.480F, 0.000F}},
    {"no name", &S::no_name, {0.358F, 0.000F, -0.197F, 0.000F}, {0.000F, 0.000F, 0.000F, 0.000F}},
    {"no reason", &S::no_reason, {-0.224F, 0.000F, -0.042F, 0.000F}, {-0.113F, 0.000F, 0.052F, 0.000F}},
    {"pairs", &S::pairs, {-0.803F, 0.000F, 0.967F, 0.000F}, {-1.759F, 0.000F, -0.623F, 0.000F}},
    {"first hit", &S::first_hit, {0.254F, 0.000F, -0.723F, 0.000F}, {0.481F, 0.000F, -0.937F, 0.000F}},
    {"score share", &S::score_share, {3.164F, 0.000F, 1.784F, 0.000F}, {2.991F, 0.000F, 2.518F, 0.000F}},
    {"lead", &S::lead, {1.757F, -3.948F, 3.028F, -2.233F}, {0.824F, -2.825F, 2.991F, -1.655F}},
    {"length", &S::length, {0.320F, 0.000F, -0.963F, 0.000F}, {0.141F, 0.000F, -0.774F, 0.000F}},
    {"new words", &S::new_words, {-1.104F, 0.000F, 0.580F, 0.000F}, {-0.442F, 0.000F, -5.556F, 0.000F}},
    {"at start", &S::at_start, {0.098F, 0.000F, 0.142F, 0.000F}, {0.139F, 0.000F, 0.195F, 0.000F}},
    {"unknown", &S::unknown, {-0.000F, 0.000F, 0.872F, 0.000F}, {-0.000F, 0.000F, 2.171F, 0.000F}},
    {"words", &S::words, {-0.000F, -0.000F, 9.616F, -5.693F}, {-0.000F, -0.000F, 7.497F, -3.825F}},
    {"content", &S::content, {-0.000F, -0.000F, 5.244F, -3.710F}, {-0.000F, -0.000F, 7.354F, -3.297F}},
    {"beyond others",
     &S::beyond_others,
     {0.327F, 0.549F, 1.609F, -1.723F},
     {0.351F, 0.305F, 1.123F, -0.622F}},
    {"behind best", &S::behind_best, {-0.389F, 0.000F, -3.842F, 0.000F}, {-0.165F, 0.000F, -5.126F, 0.000F}},
    {"whole", &S::whole, {0.344F, 0.000F, -0.088F, 0.000F}, {0.431F, 0.000F, -0.160F, 0.000F}},
    {"found titled",
     &S::found_titled,
     {-4.719F, 3.712F, 1.689F, -4.247F},
     {-3.200F, 2.253F, 1.068F, -0.507F}},
    {"found rare", &S::found_rare, {7.959F, -7.281F, -0.480F, -1.117F}, {8.905F, -8.542F, -1.149F, -0.853F}},
};
const Input kStanding[] = {
    {"ahead", &S::ahead, {0.000F, 0.000F, 0.175F, 0.000F}, {0.000F, 0.000F, 0.378F, 0.000F}},
    {"ahead of documents",
     &S::ahead_of_documents,
     {0.000F, 0.000F, -0.090F, 0.000F},
     {0.000F, 0.000F, -0.183F, 0.000F}},
    {"ahead in document",
     &S::ahead_in_document,
     {0.000F, 0.000F, -0.030F, 0.000F},
     {0.000F, 0.000F, 0.025F, 0.000F}},
    {"share", &S::share, {0.000F, 0.000F, 1.939F, 0.000F}, {0.000F, 0.000F, 1.637F, 0.000F}},
    {"share around", &S::share_around, {0.000F, 0.000F, 0.261F, 1.232F}, {0.000F, 0.000F, 1.948F, -0.241F}},
};
constexpr float kSpacedBias = -9.848F;
constexpr float kWideBias = -12.047F;

bool is_wide_language(std::string_view lang) { return passage_characters(lang) == passage_characters("ja"); }

// Not learned: questions to texts without steps, tables and code say nothing about them. A list of steps is
// what "how do I" asks for, and seldom what another question does. Steps may mend what the text of an error
// tells, and tables say what errors mean.
constexpr float kStepsForWay = 1.5F;
constexpr float kNamedSteps = 3.0F;  // all of the question is in the title and the headings of the list
constexpr float kStepsForRemedy = 0;
constexpr float kStepsForElse = -1.0F;
constexpr float kCodeForWay = 0.3F;
constexpr float kCodeForElse = -1.0F;
constexpr float kRowForNumber = 0.2F;
constexpr float kRowForRemedy = 0;
constexpr float kRowForElse = -0.5F;

float kind_weight(const AnswerSignals& signals, AnswerKind kind, Asks asked) {
  switch (kind) {
    case AnswerKind::steps:
      if (asked == Asks::way) return kStepsForWay + kNamedSteps * signals.found_titled;
      return asked == Asks::remedy ? kStepsForRemedy : kStepsForElse;
    case AnswerKind::code:
      return asked == Asks::way ? kCodeForWay : kCodeForElse;
    case AnswerKind::table_row:
      if (asked == Asks::number) return kRowForNumber;
      return asked == Asks::remedy ? kRowForRemedy : kRowForElse;
    case AnswerKind::passage:
    case AnswerKind::faq:
    case AnswerKind::community:
      return 0;
  }
  return 0;
}

float promise_part(const Input& input, const AnswerSignals& signals, bool wide) {
  const float value = signals.*input.value;
  const Weights& weights = wide ? input.wide : input.spaced;
  return value * (weights.promise + value * weights.promise_square);
}

float confidence_part(const Input& input, const AnswerSignals& signals, bool wide) {
  const float value = signals.*input.value;
  const Weights& weights = wide ? input.wide : input.spaced;
  return value * (weights.confidence + value * weights.confidence_square);
}

}  // namespace

float promise(const AnswerSignals& signals, AnswerKind kind, Asks asked, std::string_view lang) {
  const bool wide = is_wide_language(lang);
  float out = kind_weight(signals, kind, asked);
  for (const Input& input : kSignals) out += promise_part(input, signals, wide);
  return out;
}

float confidence(const AnswerSignals& signals, AnswerKind kind, Asks asked, std::string_view lang) {
  const bool wide = is_wide_language(lang);
  float logit = (wide ? kWideBias : kSpacedBias) + kind_weight(signals, kind, asked);
  for (const Input& input : kSignals) logit += confidence_part(input, signals, wide);
  for (const Input& input : kStanding) logit += confidence_part(input, signals, wide);
  return 1 / (1 + std::exp(-logit));
}

std::vector<Contribution> explain_confidence(const AnswerSignals& signals, AnswerKind kind, Asks asked,
                                             std::string_view lang) {
  const bool wide = is_wide_language(lang);
  std::vector<Contribution> out;
  out.push_back({"start", static_cast<double>(wide ? kWideBias : kSpacedBias), ""});
  if (const float shape = kind_weight(signals, kind, asked); shape != 0)
    out.push_back({"kind", static_cast<double>(shape), std::string(to_string(kind))});
  const auto add = [&](const Input& input) {
    const float value = signals.*input.value;
    if (value == 0) return;
    out.push_back({std::string(input.name), static_cast<double>(confidence_part(input, signals, wide)),
                   std::to_string(value)});
  };
  for (const Input& input : kSignals) add(input);
  for (const Input& input : kStanding) add(input);
  return out;
}

float usual_threshold(std::string_view lang) {
  return base_language(lang) == "ko" ? kKoreanThreshold : kThreshold;
}

std::vector<float> model_inputs(const AnswerSignals& signals) {
  std::vector<float> out;
  for (const Input& input : kSignals) out.push_back(signals.*input.value);
  return out;
}

std::vector<std::string_view> model_names() {
  std::vector<std::string_view> out;
  for (const Input& input : kSignals) out.push_back(input.name);
  return out;
}

}  // namespace signpost
