// slow_clients.cc - holds many connections that are idle, drip or don't read, and tells how good clients fare
// beside them, and what the service's memory does. Run by tests/bench/clients.sh.
//
//   bench_slow_clients PORT PID CONNECTIONS SECONDS
//
// A quarter of the connections sends nothing, a quarter a header and a quarter a body byte by byte, one byte
// every second, and a quarter asks for pages and doesn't read the answers. Whatever the service closes is
// opened again. Meanwhile four good clients ask one request after the other. Prints one JSON object.
#include <arpa/inet.h>
#include <httplib.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "eval/measures.h"
#include "net/socket.h"

namespace signpost {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kGoodClients = 4;
constexpr auto kThinkTime = std::chrono::milliseconds(5);

double resident_mb(const std::string& pid) {
  std::ifstream status("/proc/" + pid + "/status");
  for (std::string word; status >> word;) {
    if (word != "VmRSS:") continue;
    double kilobytes = 0;
    status >> kilobytes;
    return kilobytes / 1024;
  }
  throw std::runtime_error("no process " + pid);
}

enum class Way { idle, dripping_head, dripping_body, not_reading };

struct SlowConnection {
  Descriptor socket;
  bool has_begun = false;
};

// Each thousand from an address of its own on the loopback, so that there are ports enough.
Descriptor connect_slowly(int port, size_t number) {
  Descriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (!socket.is_open()) throw std::runtime_error("too few files may be open: see ulimit -n");
  const int on = 1;
  setsockopt(socket.get(), IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
  const int small = 4096;
  setsockopt(socket.get(), SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
  sockaddr_in from{};
  from.sin_family = AF_INET;
  from.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 1 + static_cast<uint32_t>(number / 1000));
  bind(socket.get(), reinterpret_cast<const sockaddr*>(&from), sizeof from);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(static_cast<uint16_t>(port));
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  connect(socket.get(), reinterpret_cast<const sockaddr*>(&to), sizeof to);
  return socket;
}

std::string first_bytes(Way way) {
  switch (way) {
    case Way::idle:
      return "";
    case Way::dripping_head:
      return "GET /search?q=install HTTP/1.1\r\nHost: localhost\r\nX: ";
    case Way::dripping_body:
      return "POST /search HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n";
    case Way::not_reading:
      break;
  }
  // More than the small buffer below and the system's hold.
  std::string requests;
  for (int i = 0; i < 4; ++i) requests += "GET /en/articles/diagnostics HTTP/1.1\r\nHost: localhost\r\n\r\n";
  return requests;
}

void send_now(const Descriptor& socket, const std::string& bytes) {
  send(socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

bool is_closed(const Descriptor& socket) {
  pollfd state{socket.get(), POLLRDHUP, 0};
  return poll(&state, 1, 0) == 1;
}

void step(SlowConnection& connection, Way way) {
  if (!connection.has_begun) {
    send_now(connection.socket, first_bytes(way));
    connection.has_begun = true;
  } else if (way == Way::dripping_head || way == Way::dripping_body) {
    send_now(connection.socket, "x");
  }
}

// Goes round them once a second until `stop`; how many were opened in all.
size_t hold(int port, size_t count, const std::atomic<bool>& stop, std::atomic<bool>& all_open) {
  std::vector<SlowConnection> connections(count);
  size_t opened = 0;
  for (int round = 0; !stop; ++round) {
    const auto next_round = Clock::now() + std::chrono::seconds(1);
    for (size_t i = 0; i < count && !stop; ++i) {
      SlowConnection& connection = connections[i];
      if (connection.socket.is_open() && !is_closed(connection.socket)) {
        step(connection, static_cast<Way>(i % 4));
      } else {
        connection = {connect_slowly(port, i)};
        ++opened;
      }
    }
    if (round == 1) all_open = true;
    std::this_thread::sleep_until(next_round);
  }
  return opened;
}

struct Good {
  std::mutex mutex;
  std::vector<double> ms;
  size_t failed = 0;
};

void ask(int port, int number, const std::atomic<bool>& stop, Good& good) {
  httplib::Client client("127.0.0.1", port);
  client.set_keep_alive(true);
  client.set_tcp_nodelay(true);
  const char* words[] = {"install", "search", "docker", "index", "synonyms", "language"};
  for (size_t i = 0; !stop; ++i) {
    const std::string query =
        std::string(words[i % 6]) + "+" + std::to_string(i * kGoodClients + static_cast<size_t>(number));
    const auto start = Clock::now();
    const auto response = client.Get(i % 2 == 0 ? "/search?q=" + query : std::string("/"));
    const std::chrono::duration<double, std::milli> took = Clock::now() - start;
    {
      const std::lock_guard lock(good.mutex);
      good.ms.push_back(took.count());
      good.failed += response && response->status == 200 ? 0 : 1;
    }
    std::this_thread::sleep_for(kThinkTime);
  }
}

void run(int port, const std::string& pid, size_t count, int seconds) {
  raise_file_limit();
  std::atomic<bool> stop{false};
  std::atomic<bool> all_open{false};
  const double before = resident_mb(pid);
  size_t opened = 0;
  std::thread holder([&] { opened = hold(port, count, stop, all_open); });
  while (!all_open) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  Good good;
  std::vector<std::thread> clients;
  for (int i = 0; i < kGoodClients; ++i) clients.emplace_back([&, i] { ask(port, i, stop, good); });
  double most = before;
  for (const auto end = Clock::now() + std::chrono::seconds(seconds); Clock::now() < end;) {
    most = std::max(most, resident_mb(pid));
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
  stop = true;
  for (std::thread& client : clients) client.join();
  holder.join();
  std::printf(
      "{\"connections\": %zu, \"opened\": %zu, \"good_requests\": %zu, \"failed\": %zu, \"p50_ms\": %.1f, "
      "\"p99_ms\": %.1f, \"longest_ms\": %.1f, \"memory_before_mb\": %.1f, \"memory_most_mb\": %.1f}\n",
      count, opened, good.ms.size(), good.failed, percentile(good.ms, 0.5), percentile(good.ms, 0.99),
      percentile(good.ms, 1), before, most);
}

}  // namespace
}  // namespace signpost

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: bench_slow_clients PORT PID CONNECTIONS SECONDS\n";
    return 2;
  }
  try {
    signpost::run(std::atoi(argv[1]), argv[2], std::strtoul(argv[3], nullptr, 10), std::atoi(argv[4]));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "bench_slow_clients: " << error.what() << '\n';
  }
  return 1;
}
