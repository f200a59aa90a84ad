// options.h - what signpost-serve can be told, by flag or by environment variable.
// Tested by tests/unit/http/options_test.cc.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace signpost {

struct ServeOptions {
  std::string index = "index";
  std::string web;  // "" until resolved: see default_web_dir
  std::string host = "127.0.0.1";
  int port = 8080;
  std::string log_level = "info";
  bool live_reload = false;  // open pages follow the published generation
  size_t threads = 0;        // 0: four for each core, at least eight
};

// Reads the command line; a SIGNPOST_* variable stands in for a flag that is not there. nullopt when it was
// answered already (--help, --version: `exit_code` 0; a mistake: a message on standard error and 2).
std::optional<ServeOptions> parse_options(int argc, const char* const* argv, int& exit_code);

// share/signpost/web beside the program's bin/, when it is there, else "web".
std::string default_web_dir();
// Where the syntax highlighter's files may lie.
std::vector<std::string> highlighter_dirs(const std::string& web_dir);

}  // namespace signpost
