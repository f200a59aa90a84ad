// serve_command_line.h - what signpost-serve can be told, by flag or by environment variable.
// Tested by tests/unit/service/serve_command_line_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "net/address.h"

namespace signpost {

struct Endpoint {
  std::string host;
  int port = 0;
};

// "127.0.0.1:9180", "[::1]:9180"; nullopt for anything else.
std::optional<Endpoint> parse_endpoint(const std::string& text);

struct ServeOptions {
  std::string source;           // a folder of Markdown to index and watch; "" where others write the index
  std::string site_file;        // its settings; "" for SOURCE/site.yaml
  std::string index = "index";  // of a source default_index_dir, unless it is named
  std::string web;              // "" until resolved: see default_web_dir
  std::string host = "127.0.0.1";
  int port = 8080;
  int ports =
      1;  // so many from `port` on may be taken, whichever is free first: of a source, unless it is named
  std::string log_level = "info";  // of a source "warning", unless it is named
  bool live_reload = false;        // open pages follow the published generation: those of a source do
  size_t threads = 0;              // 0: four for each core, at least eight
  size_t max_connections = 16384;
  size_t connections_per_address = 256;
  double rate_limit = 0;  // requests a second from one address; 0: any number
  std::vector<Network> trusted_proxies;
  std::optional<Endpoint> metrics;  // where /metrics is answered, and nothing else
  bool log_queries = false;
  bool log_addresses = false;
  std::string data;               // folder of what visitors send; "" for none: then nothing of that is there
  std::string deliveries;         // file of where requests go; "" for nowhere; needs `data`
  uint64_t data_limit_mb = 1000;  // that what is kept there may take, of a million bytes each; 0: any number
  double request_rate = 60;       // requests to people that one address may send an hour; 0: any number
  std::string
      staff_header;  // in small letters: names one of staff, where a trusted proxy sends it; "" for none
  std::string webhook_secrets;  // file with those of programs whose signed messages are believed; "" for none
  std::string embedder;  // URL that searches which find little ask, and of a source the indexing; "" for none
};

// Reads the command line; a SIGNPOST_* variable stands in for a flag that is not there. nullopt when it was
// answered already (--help, --version: `exit_code` 0; a mistake: a message on standard error and 2).
std::optional<ServeOptions> parse_serve_command_line(int argc, const char* const* argv, int& exit_code);

// "0.4.0".
std::string_view program_version();
// share/signpost/web beside the program's bin/, when it is there, else "web".
std::string default_web_dir();
// Where the index of a source lies unless it is named: a folder of its own, below $XDG_CACHE_HOME or
// ~/.cache. Throws Error{usage} where there is neither.
std::string default_index_dir(const std::string& source);

}  // namespace signpost
