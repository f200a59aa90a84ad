// options.cc - the only file of this program that includes CLI11.
#include "http/options.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iostream>
#include <thread>

namespace signpost {

std::optional<ServeOptions> parse_options(int argc, const char* const* argv, int& exit_code) {
  ServeOptions options;
  CLI::App app("Serves a help centre from an index that signpost-index has made.", "signpost-serve");
  app.add_option("--index", options.index, "Directory of the index; it may be empty yet")
      ->envname("SIGNPOST_INDEX")
      ->capture_default_str();
  app.add_option("--web", options.web,
                 "Directory of templates, styles and scripts [the installed one, else web]")
      ->envname("SIGNPOST_WEB");
  app.add_option("--host", options.host, "Address to listen on; 0.0.0.0 for all")
      ->envname("SIGNPOST_HOST")
      ->capture_default_str();
  app.add_option("--port", options.port, "Port to listen on; 0 for any free one")
      ->envname("SIGNPOST_PORT")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  app.add_option("--threads", options.threads, "Threads that answer [four for each core, at least eight]")
      ->envname("SIGNPOST_THREADS")
      ->check(CLI::Range(0, 1024));
  app.add_flag("--live-reload", options.live_reload,
               "Open pages load again when another generation is published, for whoever writes articles")
      ->envname("SIGNPOST_LIVE_RELOAD");
  app.add_option("--log-level", options.log_level, "What to log: debug, info, warning, error or off")
      ->envname("SIGNPOST_LOG_LEVEL")
      ->check(CLI::IsMember({"debug", "info", "warning", "error", "off"}))
      ->capture_default_str();
  app.set_version_flag("--version", "signpost-serve " SIGNPOST_VERSION);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error) == 0 ? 0 : 2;
    return std::nullopt;
  }
  if (options.web.empty()) options.web = default_web_dir();
  if (options.threads == 0) options.threads = std::max(8u, 4 * std::thread::hardware_concurrency());
  return options;
}

std::string default_web_dir() {
  std::error_code failed;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
  const std::filesystem::path installed = program.parent_path().parent_path() / "share/signpost/web";
  return std::filesystem::is_directory(installed, failed) ? installed.string() : "web";
}

std::vector<std::string> highlighter_dirs(const std::string& web_dir) {
  return {web_dir + "/prism", "/usr/share/nodejs/prismjs/components"};
}

}  // namespace signpost
