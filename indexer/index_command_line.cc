// index_command_line.cc - the only file that knows CLI11.
#include "indexer/index_command_line.h"

#include <CLI/CLI.hpp>
#include <map>

#ifndef SIGNPOST_VERSION
#define SIGNPOST_VERSION "unknown"
#endif

namespace signpost {

namespace {

// Options without a subcommand: index and publish.
void add_index_options(CLI::App& app, CommandLine& line) {
  app.add_option("-s,--source", line.index.source, "Folder of Markdown files")->capture_default_str();
  app.add_option("-o,--output", line.index.output, "Folder of the index")->capture_default_str();
  app.add_option("--site", line.index.site_file, "Settings of the help centre [SOURCE/site.yaml]")
      ->type_name("FILE");
  app.add_option("--report", line.index.report_file, "Write the summary and all findings as JSON")
      ->type_name("FILE");
  app.add_option("-j,--jobs", line.index.jobs, "Processes for rendering, and for writing [one a core]")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  app.add_option("--max-warnings", line.index.max_warnings,
                 "Print at most this many warnings, and as many notes")
      ->check(CLI::Range(0, 1'000'000'000))
      ->capture_default_str()
      ->type_name("N");
  app.add_option("--embedder", line.index.meaning.embedder,
                 "Find by meaning too: a server of embeddings to learn it from, at indexing alone")
      ->type_name("URL");
  app.add_option("--embedding-cache", line.index.meaning.embedding_cache,
                 "What it has answered before [OUTPUT/embeddings.sqlite]")
      ->type_name("FILE");
  app.add_flag("--dry-run", line.index.dry_run, "Publish nothing; tell what would be asked of the embedder");
  app.add_flag("--full", line.index.full, "Render and index everything, not only what changed");
  app.add_flag("--strict", line.index.strict, "Publish nothing if there is an error");
  app.add_flag("--force", line.index.force, "Publish even if more than half of the documents are gone");
  auto* roll_back =
      app.add_flag("--rollback", line.roll_back, "Publish the generation before the current one again");
  app.add_flag("--watch", line.watch, "Index again whenever a file changes, until stopped")
      ->excludes(roll_back);
}

void add_check(CLI::App& app, CommandLine& line) {
  CLI::App* check = app.add_subcommand("check", "Report what is wrong in the articles; write nothing");
  check->callback([&line] { line.command = Command::check; });
  CheckOptions& options = line.check;
  check->add_option("-s,--source", options.source, "Folder of Markdown files")->capture_default_str();
  check->add_option("--site", options.site_file, "Settings of the help centre [SOURCE/site.yaml]")
      ->type_name("FILE");
  CLI::Option* changed_since =
      check
          ->add_option("--changed-since", options.changed_since,
                       "Only findings in, or caused by, what changed since this commit")
          ->type_name("REF");
  check
      ->add_option(
          "--complaints", options.complaints,
          "Also warn where a change ends none of these open complaints of readers, as 'signpost-desk "
          "complaints --format json' prints them")
      ->needs(changed_since)
      ->type_name("FILE");
  const std::map<std::string, FindingsFormat> formats = {{"text", FindingsFormat::text},
                                                         {"json", FindingsFormat::json},
                                                         {"github", FindingsFormat::github},
                                                         {"sarif", FindingsFormat::sarif}};
  check
      ->add_option("--format", options.format, "How findings are printed: text, json, github or sarif [text]")
      ->transform(CLI::CheckedTransformer(formats).description(""))
      ->type_name("FORMAT");
  check
      ->add_option("--baseline", options.baseline,
                   "Also report published addresses that are gone since this generation, or since an index's "
                   "current one")
      ->type_name("GENERATION");
  check->add_option("-j,--jobs", options.jobs, "Processes for rendering [one a core]")
      ->check(CLI::Range(1, 256))
      ->type_name("N");
  check->footer("Exit status: 0 no errors, 1 errors, 2 could not check.");
}

// Options of the program before a subcommand would be read and forgotten.
void refuse_options_before_subcommand(const CLI::App& app) {
  if (app.get_subcommands().empty()) return;
  for (const CLI::Option* option : app.get_options()) {
    if (option->count() > 0) {
      throw CLI::ExtrasError({option->get_name() + " before the subcommand; options follow it"});
    }
  }
}

}  // namespace

std::optional<CommandLine> parse_index_command_line(int argc, const char* const* argv, int& exit_code) {
  CommandLine line;
  CLI::App app(
      "Turns a folder of Markdown articles and community threads into a search index and publishes it.",
      "signpost-index");
  app.set_version_flag("--version", "signpost-index " SIGNPOST_VERSION);
  add_index_options(app, line);
  add_check(app, line);
  app.require_subcommand(0, 1);
  app.footer(
      "Exit status: 0 published, perhaps with warnings; 1 published, but with errors; 2 nothing "
      "published.\n\n"
      "Other commands, each with its own --help:\n"
      "  signpost-index diff OLD NEW   what a change does to the documents and to the search\n"
      "  signpost-index pack           write an index as one file\n"
      "  signpost-index publish FILE   verify such a file and publish it\n"
      "  signpost-index urls           list every public address");
  try {
    app.parse(argc, argv);
    refuse_options_before_subcommand(app);
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error) == 0 ? kExitClean : kExitNotPublished;
    return std::nullopt;
  }
  return line;
}

}  // namespace signpost
