// import_command_line.cc - the only file that knows CLI11.
#include "importer/import_command_line.h"

#include <CLI/CLI.hpp>

#ifndef SIGNPOST_VERSION
#define SIGNPOST_VERSION "unknown"
#endif

namespace signpost {
namespace {

void add_common(CLI::App& app, ImportOptions& options) {
  app.add_option("-o,--output", options.output,
                 "Folder of Markdown files; threads go to OUTPUT/community/LANG")
      ->capture_default_str()
      ->type_name("FOLDER");
  app.add_option("--lang", options.lang, "Language of the posts")->capture_default_str()->type_name("LANG");
  app.add_option("--base-url", options.base_url, "Address of the site that the posts come from")
      ->type_name("URL");
  app.add_option("--category", options.category, "Category of all threads, as in site.yaml")->type_name("ID");
}

void add_stack_exchange(CLI::App& app, ImportOptions& options) {
  app.add_option("DIR", options.dump, "Folder with Posts.xml and, for names, Users.xml")->required();
  app.add_option("--min-score", options.min_score,
                 "Leave out posts with a lower score, but no accepted answer")
      ->type_name("N");
  app.add_option("--tag", options.tags, "Only questions with this tag; may be repeated")
      ->type_name("TAG")
      ->expected(1)
      ->take_all();
  app.add_option("--limit", options.limit, "Import at most this many questions, and remove nothing")
      ->check(CLI::Range(1, 1'000'000'000))
      ->type_name("N");
}

void add_discourse(CLI::App& app, ImportOptions& options) {
  app.add_option("FILE", options.files, "Topics as JSON, one in each file (/t/ID.json?print=true)")
      ->required();
  app.add_option("--license", options.license, "Licence of the posts, such as \"CC BY-SA 4.0\"")
      ->type_name("TEXT");
  app.add_flag("--prune", options.prune, "Remove threads of this site that are in none of the files");
}

}  // namespace

std::optional<ImportCommand> parse_import_command_line(int argc, const char* const* argv, int& exit_code) {
  ImportCommand command;
  CLI::App app("Turns the questions and answers of other sites into community threads.", "signpost-import");
  app.set_version_flag("--version", "signpost-import " SIGNPOST_VERSION);
  app.require_subcommand(1);
  add_common(app, command.options);
  CLI::App* stack_exchange = app.add_subcommand("stackexchange", "A Stack Exchange data dump");
  CLI::App* discourse = app.add_subcommand("discourse", "Topics of a Discourse forum");
  add_stack_exchange(*stack_exchange->fallthrough(), command.options);
  add_discourse(*discourse->fallthrough(), command.options);
  app.footer("Exit status: 0 imported; 1 imported, but with errors; 2 nothing imported.");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error) == 0 ? kImportClean : kImportFailed;
    return std::nullopt;
  }
  command.source = stack_exchange->parsed() ? ImportSource::stack_exchange : ImportSource::discourse;
  return command;
}

}  // namespace signpost
