// serve_command_line.cc - the only file of this program that includes CLI11.
#include "service/serve_command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <thread>

#include "base/ascii.h"
#include "base/error.h"
#include "base/sha256.h"

namespace signpost {

namespace {

// What can be told as text only, before it is understood.
struct Words {
  std::vector<std::string> proxies;
  std::string metrics;
};

// "" when the words between commas are all networks. CLI11 asks for each word of the command line, but from
// version 2.4 on for a variable of the environment as a whole.
std::string check_networks(const std::string& text) {
  for (size_t at = 0; at <= text.size();) {
    const size_t end = std::min(text.find(',', at), text.size());
    const std::string word = text.substr(at, end - at);
    if (!parse_network(word)) return "'" + word + "' is neither an address nor a network";
    at = end + 1;
  }
  return "";
}

// A token of RFC 9110, 5.6.2.
std::string check_header_name(const std::string& text) {
  const bool is_name = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_alnum(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  });
  return is_name ? "" : "'" + text + "' is no name of a header";
}

// Anybody can send a header: one that nobody could be believed for is a mistake of whoever starts this.
void check_staff_header(const ServeOptions& options) {
  if (options.staff_header.empty()) return;
  if (options.data.empty()) throw Error(ErrorKind::usage, "--staff-header needs --data");
  if (options.trusted_proxies.empty())
    throw Error(ErrorKind::usage, "--staff-header needs --trusted-proxies: it is believed of nobody else");
}

// CLI11's own range has room for what is no number, and for what is so small that nobody could ask again.
std::string check_rate(const std::string& text) {
  constexpr double kLeast = 0.001, kMost = 1e6;
  char* end = nullptr;
  const double rate = std::strtod(text.c_str(), &end);
  const bool is_number = !text.empty() && *end == '\0';
  if (is_number && (rate == 0 || (rate >= kLeast && rate <= kMost))) return "";
  return "'" + text + "' is neither 0 nor a number from 0.001 to 1000000";
}

// CLI11 from version 2.4 on passes over a variable whose value is wrong; nobody wants a service that does.
void refuse_ignored_variables(const CLI::App& app) {
  for (const CLI::Option* option : app.get_options()) {
    const char* value = option->get_envname().empty() ? nullptr : std::getenv(option->get_envname().c_str());
    if (value == nullptr || *value == '\0' || option->count() > 0) continue;
    throw CLI::ValidationError(option->get_envname(), "'" + std::string(value) + "' can't be used");
  }
}

void add_serving_options(CLI::App& app, ServeOptions& options) {
  CLI::Option* source =
      app.add_option("--source", options.source,
                     "Folder of Markdown files to index, watch and show, for people who write articles")
          ->envname("SIGNPOST_SOURCE")
          ->type_name("FOLDER");
  app.add_option("--site", options.site_file, "With --source: settings of the help centre [SOURCE/site.yaml]")
      ->envname("SIGNPOST_SITE")
      ->type_name("FILE")
      ->needs(source);
  app.add_option(
         "--index", options.index,
         "Directory of the index; it may still be empty [index; with --source a folder in ~/.cache/signpost]")
      ->envname("SIGNPOST_INDEX");
  CLI::Option* data =
      app.add_option("--data", options.data,
                     "Folder to keep what visitors send; it is made. Without it they can send nothing [none]")
          ->envname("SIGNPOST_DATA")
          ->type_name("DIR");
  app.add_option("--deliveries", options.deliveries,
                 "With --data: file that says which help desks and mailboxes are told of requests [none]")
      ->envname("SIGNPOST_DELIVERIES")
      ->type_name("FILE")
      ->needs(data);
  app.add_option(
         "--staff-header", options.staff_header,
         "Header (X-Forwarded-User) in which a trusted proxy names who of your staff it has signed in; "
         "with --data and --trusted-proxies [none]")
      ->envname("SIGNPOST_STAFF_HEADER")
      ->check(check_header_name)
      ->type_name("NAME");
  app.add_option("--web", options.web,
                 "Directory of templates, styles and scripts [the installed one, else web]")
      ->envname("SIGNPOST_WEB");
  app.add_option("--host", options.host, "Address to listen on; 0.0.0.0 for all")
      ->envname("SIGNPOST_HOST")
      ->capture_default_str();
  app.add_option("--port", options.port,
                 "Port to listen on; 0 for any free one [8080; with --source the next free one from there]")
      ->envname("SIGNPOST_PORT")
      ->check(CLI::Range(0, 65535));
  app.add_option("--threads", options.threads, "Threads that answer [four for each core, at least eight]")
      ->envname("SIGNPOST_THREADS")
      ->check(CLI::Range(0, 1024));
  app.add_option("--embedder", options.embedder,
                 "A server of embeddings to ask what a query means that finds little; with --source also to "
                 "learn meaning from [none]")
      ->envname("SIGNPOST_EMBEDDER")
      ->type_name("URL");
  app.add_option("--webhook-secrets", options.webhook_secrets,
                 "File with a secret (whsec_...) a line, of programs that may say who is there [none]")
      ->envname("SIGNPOST_WEBHOOK_SECRETS")
      ->type_name("FILE");
  app.add_flag("--live-reload", options.live_reload,
               "Reload open pages when another generation is published, for people who write articles")
      ->envname("SIGNPOST_LIVE_RELOAD");
}

void add_limits(CLI::App& app, ServeOptions& options, Words& words) {
  app.add_option("--max-connections", options.max_connections,
                 "Open connections at once; fewer where the system allows fewer open files")
      ->envname("SIGNPOST_MAX_CONNECTIONS")
      ->check(CLI::Range(16, 1000000))
      ->capture_default_str();
  app.add_option("--max-connections-per-address", options.connections_per_address,
                 "Open connections from one address; no limit for this machine and trusted proxies")
      ->envname("SIGNPOST_MAX_CONNECTIONS_PER_ADDRESS")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  app.add_option("--rate-limit", options.rate_limit,
                 "Requests per second from one address, ten times as many in a burst; 0 for no limit")
      ->envname("SIGNPOST_RATE_LIMIT")
      ->check(check_rate)
      ->capture_default_str();
  app.add_option(
         "--request-rate", options.request_rate,
         "With --data: requests to people that one address may send an hour, a third of them at once; 0 "
         "for no limit")
      ->envname("SIGNPOST_REQUEST_RATE")
      ->check(check_rate)
      ->capture_default_str();
  app.add_option(
         "--data-limit", options.data_limit_mb,
         "With --data: megabytes that may be kept there; then no more requests are taken; 0 for no limit")
      ->envname("SIGNPOST_DATA_LIMIT")
      ->check(CLI::Range(uint64_t{0}, uint64_t{1'000'000'000}))
      ->type_name("MB")
      ->capture_default_str();
  app.add_option("--trusted-proxies", words.proxies,
                 "Addresses or networks (10.0.0.0/8), separated by commas, whose X-Forwarded-For is trusted")
      ->envname("SIGNPOST_TRUSTED_PROXIES")
      ->delimiter(',')
      ->check(check_networks);
}

void add_watching(CLI::App& app, ServeOptions& options, Words& words) {
  app.add_option("--metrics", words.metrics,
                 "Address and port (127.0.0.1:9180) to answer /metrics on, for Prometheus [none]")
      ->envname("SIGNPOST_METRICS")
      ->check([](const std::string& text) {
        return parse_endpoint(text) ? "" : "'" + text + "' is not an address with a port";
      });
  app.add_option("--log-level", options.log_level,
                 "What to log: debug, info, warning, error or off [info; with --source warning]")
      ->envname("SIGNPOST_LOG_LEVEL")
      ->check(CLI::IsMember({"debug", "info", "warning", "error", "off"}));
  app.add_flag("--log-queries", options.log_queries, "Also log the text of searches")
      ->envname("SIGNPOST_LOG_QUERIES");
  app.add_flag("--log-addresses", options.log_addresses, "Also log the IP addresses of clients")
      ->envname("SIGNPOST_LOG_ADDRESSES");
}

// Whoever shows a source is at a terminal, and writes.
void take_defaults_of_source(const CLI::App& app, ServeOptions& options) {
  constexpr int kPorts = 50;
  const auto is_named = [&app](const char* option) { return app.get_option(option)->count() > 0; };
  options.live_reload = true;
  if (!is_named("--port")) options.ports = kPorts;
  if (!is_named("--log-level")) options.log_level = "warning";
  if (!is_named("--index")) options.index = default_index_dir(options.source);
}

}  // namespace

std::optional<Endpoint> parse_endpoint(const std::string& text) {
  const size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return std::nullopt;
  std::string host = text.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  int port = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data() + colon + 1, end, port);
  if (error != std::errc() || stopped != end || port < 0 || port > 65535) return std::nullopt;
  return Endpoint{host, port};
}

std::optional<ServeOptions> parse_serve_command_line(int argc, const char* const* argv, int& exit_code) {
  ServeOptions options;
  Words words;
  CLI::App app(
      "Serves a help centre: from an index that signpost-index has made, or with --source from the Markdown "
      "itself.",
      "signpost-serve");
  add_serving_options(app, options);
  add_limits(app, options, words);
  add_watching(app, options, words);
  app.set_version_flag("--version", "signpost-serve " SIGNPOST_VERSION);
  try {
    app.parse(argc, argv);
    refuse_ignored_variables(app);
    if (!options.source.empty()) take_defaults_of_source(app, options);
    for (const std::string& proxy : words.proxies) options.trusted_proxies.push_back(*parse_network(proxy));
    options.staff_header = lower_case(options.staff_header);
    check_staff_header(options);
  } catch (const CLI::ParseError& error) {
    exit_code = app.exit(error) == 0 ? 0 : 2;
    return std::nullopt;
  } catch (const Error& error) {
    std::cerr << "signpost-serve: " << error.what() << '\n';
    exit_code = 2;
    return std::nullopt;
  }
  options.metrics = parse_endpoint(words.metrics);
  if (options.web.empty()) options.web = default_web_dir();
  if (options.threads == 0) options.threads = std::max(8u, 4 * std::thread::hardware_concurrency());
  return options;
}

std::string default_index_dir(const std::string& source) {
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::filesystem::path(value == nullptr ? "" : value);
  };
  // The XDG Base Directory Specification: a path that is not absolute counts as none.
  std::filesystem::path cache = variable("XDG_CACHE_HOME");
  if (!cache.is_absolute() && variable("HOME").is_absolute()) cache = variable("HOME") / ".cache";
  if (!cache.is_absolute())
    throw Error(ErrorKind::usage, "there is no home folder to keep the index in; name one with --index");
  std::error_code failed;
  std::filesystem::path folder = std::filesystem::weakly_canonical(source, failed);
  if (!folder.has_filename()) folder = folder.parent_path();  // "articles/"
  std::string name = folder.filename().string().substr(0, 40);
  for (char& c : name)
    if (!is_alnum(c)) c = '-';
  return (cache / "signpost" / (name + "-" + sha256_of(folder.string()).substr(0, 16))).string();
}

std::string_view program_version() { return SIGNPOST_VERSION; }

std::string default_web_dir() {
  std::error_code failed;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", failed);
  const std::filesystem::path installed = program.parent_path().parent_path() / "share/signpost/web";
  return std::filesystem::is_directory(installed, failed) ? installed.string() : "web";
}

}  // namespace signpost
