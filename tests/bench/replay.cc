// replay.cc - asks a running service the queries of a file, one after the other over one connection, and
// tells how long that took for the visitor and inside the service. Run by tests/bench/serve.sh.
//
//   bench_replay PORT QUERIES_TSV
//
// The queries are asked twice; the second time counts. Prints one JSON object.
#include <httplib.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/file_io.h"
#include "eval/judged_queries.h"
#include "eval/measures.h"

namespace signpost {
namespace {

struct Times {
  std::vector<double> outside;  // ms
  std::vector<double> inside;
  size_t empty = 0;
};

Times replay(httplib::Client& client, const Queries& queries) {
  Times times;
  for (const auto& [id, text] : queries) {
    const auto start = std::chrono::steady_clock::now();
    const auto response = client.Get("/api/v1/search", httplib::Params{{"q", text}},
                                     httplib::Headers{{"Accept-Encoding", "identity"}});
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    if (!response || response->status != 200) throw std::runtime_error("no answer to: " + text);
    const auto json = nlohmann::json::parse(response->body);
    times.outside.push_back(took.count());
    times.inside.push_back(json.at("took_ms"));
    times.empty += json.at("hits").empty();
  }
  return times;
}

}  // namespace
}  // namespace signpost

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: bench_replay PORT QUERIES_TSV\n";
    return 2;
  }
  try {
    httplib::Client client("127.0.0.1", std::atoi(argv[1]));
    client.set_keep_alive(true);
    client.set_tcp_nodelay(true);
    const auto queries = signpost::parse_queries(signpost::read_file(argv[2]), argv[2]);
    signpost::replay(client, queries);
    const signpost::Times times = signpost::replay(client, queries);
    std::printf(
        "{\"queries\": %zu, \"inside_p50_ms\": %.3f, \"inside_p99_ms\": %.3f, \"outside_p50_ms\": %.3f, "
        "\"outside_p99_ms\": %.3f, \"empty\": %zu}\n",
        queries.size(), signpost::percentile(times.inside, 0.5), signpost::percentile(times.inside, 0.99),
        signpost::percentile(times.outside, 0.5), signpost::percentile(times.outside, 0.99), times.empty);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "bench_replay: " << error.what() << '\n';
  }
  return 1;
}
