// plain_httplib.cc - what Signpost's throughput is compared with: cpp-httplib by itself, which answers every
// request with one constant. Run by tests/bench/throughput.sh.
//
//   bench_plain_httplib PORT FILE default|tuned
//
// "default": as the library comes. "tuned": without Nagle's delay, and connections never end.
#include <httplib.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "base/file_io.h"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: bench_plain_httplib PORT FILE default|tuned\n";
    return 2;
  }
  const std::string body = signpost::read_file(argv[2]);
  httplib::Server server;
  if (std::string(argv[3]) == "tuned") {
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(static_cast<size_t>(-1));
  }
  server.Get(".*", [&body](const httplib::Request&, httplib::Response& response) {
    response.set_content(body, "text/html; charset=utf-8");
  });
  return server.listen("127.0.0.1", std::atoi(argv[1])) ? 0 : 1;
}
