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
  app.add_option("--run", options.run, "write a TREC run file")->needs(queries);
  app.add_option("--compare", options.compare, "list the queries that won and lost against this run file")
      ->needs(queries);
  app.add_option("--lang", options.lang, "preferred language of all queries");
  app.add_flag("!--no-correct", options.correct, "never correct spelling");
  queries->needs(qrels);
  qrels->needs(queries);
  golden->excludes(queries);
  try {
    app.parse(argc, argv);
    if (!*golden && !*queries) throw CLI::ValidationError("give --golden, or --queries and --qrels");
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error) == 0 ? 0 : 2;
    return std::nullopt;
  }
  return options;
}

}  // namespace signpost
