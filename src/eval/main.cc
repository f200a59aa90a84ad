// main.cc - signpost-eval: relevance that can be proven by one command. Exit code 0: all is well; 1: a golden
// query failed; 2: it could not run.
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "base/dates.h"
#include "base/error.h"
#include "base/file_io.h"
#include "eval/answer_curve.h"
#include "eval/answer_evaluation.h"
#include "eval/answer_questions.h"
#include "eval/eval_command_line.h"
#include "eval/evaluation.h"
#include "eval/golden.h"
#include "eval/recorded_evaluation.h"
#include "index/generation.h"
#include "index/manifest.h"
#include "search/searcher.h"

namespace {

using signpost::EvalOptions;

int check_golden_queries(const signpost::Searcher& searcher, const EvalOptions& options) {
  size_t passed = 0, failed = 0;
  const auto queries = signpost::parse_golden(signpost::read_file(options.golden), options.golden);
  const std::string table = signpost::check_golden(searcher, queries, passed, failed);
  std::printf("%s%zu golden queries passed, %zu failed\n", table.c_str(), passed, failed);
  return failed == 0 ? 0 : 1;
}

int evaluate_queries(const signpost::Searcher& searcher, const EvalOptions& options) {
  const auto queries = signpost::parse_queries(signpost::read_file(options.queries), options.queries);
  const auto qrels = signpost::parse_qrels(signpost::read_file(options.qrels), options.qrels);
  const auto results = signpost::evaluate(searcher, queries, options.lang, options.correct);
  if (!options.compare.empty()) {
    const auto before = signpost::parse_run(signpost::read_file(options.compare), options.compare);
    std::fputs(signpost::compare(results, before, qrels).c_str(), stdout);
  }
  std::fputs(signpost::summarize(results, qrels).c_str(), stdout);
  if (!options.run.empty()) {
    std::vector<std::pair<std::string, std::vector<std::pair<std::string, double>>>> run;
    run.reserve(results.size());
    for (const auto& result : results) run.emplace_back(result.id, result.hits);
    signpost::write_file(options.run, signpost::format_run(run));
  }
  return 0;
}

std::vector<signpost::AnswerQuestion> read_questions(const std::string& path) {
  return signpost::parse_answer_questions(signpost::read_file(path), path);
}

int check_answer_table(const signpost::Searcher& searcher, const EvalOptions& options) {
  size_t failed = 0;
  const auto questions = read_questions(options.answers);
  std::fputs(signpost::check_answers(searcher, questions, options.threshold, failed).c_str(), stdout);
  return failed == 0 ? 0 : 1;
}

int evaluate_answers(const signpost::Searcher& searcher, const EvalOptions& options) {
  using signpost::judge_answers;
  using signpost::OwnText;
  const auto questions = read_questions(options.answers);
  const auto run = judge_answers(searcher, questions, options.lang, options.threshold, OwnText::there);
  std::fputs(signpost::summarize_answers(run).c_str(), stdout);
  if (options.without_gold) {
    const auto gone = judge_answers(searcher, questions, options.lang, options.threshold, OwnText::gone);
    std::printf("gold gone  %.4f answered\n", signpost::share_answered(gone));
  }
  std::vector<signpost::AnswerQuestion> others;
  if (!options.foreign.empty()) {
    others = read_questions(options.foreign);
    const auto foreign = judge_answers(searcher, others, options.lang, options.threshold, OwnText::there);
    std::printf("foreign    %.4f answered of %zu\n", signpost::share_answered(foreign), others.size());
  }
  if (!options.curve.empty()) {
    signpost::write_file(options.curve + ".csv", signpost::curve_csv(run));
    signpost::write_file(options.curve + ".svg", signpost::curve_svg(run, options.answers));
  }
  if (!options.signals.empty())
    signpost::write_file(options.signals,
                         signpost::answer_signals_table(searcher, questions, others, options.lang));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  int exit_code = 0;
  const auto options = signpost::parse_eval_command_line(argc, argv, exit_code);
  if (!options) return exit_code;
  try {
    const std::string dir = signpost::find_generation(options->index);
    signpost::verify_generation(dir);
    const signpost::Searcher searcher(dir);
    if (!options->asked.empty()) {
      const auto queries = signpost::asked_often(options->asked, signpost::day_of_clock(),
                                                 searcher.site().insights.least_visits);
      std::fputs(signpost::summarize_asked(searcher, queries, options->correct).c_str(), stdout);
      return 0;
    }
    if (options->check) return check_answer_table(searcher, *options);
    if (!options->answers.empty()) return evaluate_answers(searcher, *options);
    return options->golden.empty() ? evaluate_queries(searcher, *options)
                                   : check_golden_queries(searcher, *options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "signpost-eval: %s\n", signpost::message_of(error).c_str());
    return 2;
  }
}
