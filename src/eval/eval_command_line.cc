// eval_command_line.cc - the command line of signpost-eval.
#include "eval/eval_command_line.h"

#include <CLI/CLI.hpp>

namespace signpost {

std::optional<EvalOptions> parse_eval_command_line(int argc, char** argv, int& exit_code) {
  EvalOptions options;
  CLI::App app("Measures how well an index answers judged queries, or checks a site's golden queries.",
               "signpost-eval");
  app.add_option("--index", options.index, "index directory (its published generation), or one generation")
      ->required();
  auto* queries = app.add_option("--queries", options.queries, "queries: id, tab, text");
  auto* qrels =
      app.add_option("--qrels", options.qrels, "judgments: id, tab, document, tab, gain; or TREC's form");
  auto* golden = app.add_option("--golden", options.golden, "check the golden queries of this queries.yaml");
  auto* asked = app.add_option("--asked", options.asked,
                               "what visitors asked and opened, in the data folder of signpost-serve: each "
                               "query counts by its visits, and needs as many as the site says");
  auto* answers = app.add_option("--answers", options.answers,
                                 "questions with the spans that answer them: SQuAD's JSON, or a table");
  app.add_flag("--check", options.check, "exit with 1 unless each question of the table gets what it wants")
      ->needs(answers);
  app.add_flag("--without-gold", options.without_gold,
               "ask again with each question's own paragraph taken out")
      ->needs(answers);
  app.add_option("--foreign", options.foreign, "ask the questions of this other set, too")->needs(answers);
  app.add_option("--curve", options.curve, "write NAME.csv and NAME.svg: how right at each share answered")
      ->needs(answers);
  app.add_option("--threshold", options.threshold, "least confidence, in place of the site's")
      ->needs(answers)
      ->check(CLI::Range(0.0, 1.0));
  app.add_option("--signals", options.signals, "write what answers are chosen by, to learn the weights from")
      ->needs(answers);
  app.add_option("--run", options.run, "write a TREC run file")->needs(queries);
  app.add_option("--compare", options.compare, "list the queries that won and lost against this run file")
      ->needs(queries);
  app.add_option("--lang", options.lang, "preferred language of all queries");
  app.add_flag("!--no-correct", options.correct, "never correct spelling");
  queries->needs(qrels);
  qrels->needs(queries);
  golden->excludes(queries);
  answers->excludes(queries)->excludes(golden);
  asked->excludes(queries)->excludes(golden)->excludes(answers);
  try {
    app.parse(argc, argv);
    if (!*golden && !*queries && !*answers && !*asked)
      throw CLI::ValidationError("give --golden, or --answers, or --asked, or --queries and --qrels");
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error) == 0 ? 0 : 2;
    return std::nullopt;
  }
  return options;
}

}  // namespace signpost
