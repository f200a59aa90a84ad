// main.cc - signpost-index: reads the options, runs, and says what went wrong in one line.
#include <unistd.h>

#include <exception>
#include <iostream>

#include "base/error.h"
#include "indexer/check/check_run.h"
#include "indexer/index_command_line.h"
#include "indexer/indexing_run.h"
#include "indexer/published_generation.h"
#include "indexer/watch_run.h"
#include "release/release_command_line.h"

namespace signpost {
namespace {

int run(int argc, char** argv) {
  int exit_code = kExitClean;
  if (argc > 1 && is_release_command(argv[1])) {
    const auto command = parse_release_command(argc, argv, exit_code);
    return command ? run_release_command(*command, std::cout) : exit_code;
  }
  std::optional<CommandLine> line = parse_index_command_line(argc, argv, exit_code);
  if (!line) return exit_code;
  if (line->command == Command::check) return run_check(line->check, std::cout, std::cerr);
  line->index.progress = ::isatty(STDERR_FILENO) == 1;
  if (line->roll_back) return run_roll_back(line->index.output, std::cout);
  if (line->watch) {
    watch_source(line->index, std::cout, std::cerr, [](uint64_t) { return true; });
    return kExitClean;
  }
  run_index_and_exit(line->index, std::cout, std::cerr);
}

}  // namespace
}  // namespace signpost

int main(int argc, char** argv) {
  try {
    return signpost::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "signpost-index: error: " << signpost::message_of(error) << '\n';
    return signpost::kExitNotPublished;
  }
}
