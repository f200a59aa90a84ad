// main.cc - signpost-eval: relevance that can be proven by one command. Exit code 0: all is well; 1: a golden
// query failed; 2: it could not run.
#include <cstdio>
#include <exception>
#include <string>

#include "base/error.h"
#include "base/file_io.h"
#include "eval/eval_command_line.h"
#include "eval/evaluation.h"
#include "eval/golden.h"
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

}  // namespace

int main(int argc, char** argv) {
  int exit_code = 0;
  const auto options = signpost::parse_eval_command_line(argc, argv, exit_code);
  if (!options) return exit_code;
  try {
    const std::string dir = signpost::find_generation(options->index);
    signpost::verify_generation(dir);
    const signpost::Searcher searcher(dir);
    return options->golden.empty() ? evaluate_queries(searcher, *options)
                                   : check_golden_queries(searcher, *options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "signpost-eval: %s\n", signpost::message_of(error).c_str());
    return 2;
  }
}
