// options.cc - the only file that knows CLI11.
#include "indexer/options.h"

#include <CLI/CLI.hpp>

#ifndef SIGNPOST_VERSION
#define SIGNPOST_VERSION "unknown"
#endif

namespace signpost {

std::optional<CommandLine> parse_command_line(int argc, const char* const* argv, int& exit_code) {
  CommandLine line;
  CLI::App app(
      "Turns a folder of Markdown articles and community threads into a search index and publishes it.",
      "signpost-index");
  app.set_version_flag("--version", "signpost-index " SIGNPOST_VERSION);
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
      ->capture_default_str()
      ->type_name("N");
  app.add_flag("--full", line.index.full, "Render and index everything, not only what changed");
  app.add_flag("--strict", line.index.strict, "Publish nothing if there is an error");
  app.add_flag("--force", line.index.force, "Publish even if more than half of the documents are gone");
  auto* roll_back =
      app.add_flag("--rollback", line.roll_back, "Publish the generation before the current one again");
  app.add_flag("--watch", line.watch, "Index again whenever a file changes, until stopped")
      ->excludes(roll_back);
  app.footer(
      "Exit status: 0 published, at most with warnings; 1 published, but with errors; 2 nothing published.");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error) == 0 ? kExitClean : kExitNotPublished;
    return std::nullopt;
  }
  return line;
}

}  // namespace signpost
