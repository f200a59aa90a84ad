// listener.h - owns the sockets: accepts connections, collects each request within limits of size and time,
// and hands complete ones to a fixed number of threads. Waiting and slow clients hold no thread. A few
// threads, the loops, watch all sockets: they move bytes that are ready, and neither read files nor render.
// Limits are of all loops together. Tested by tests/unit/net/server_test.cc, protocol_test.cc, limits_test.cc
// and untaken_answers_test.cc.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "net/admission.h"
#include "net/request_parser.h"
#include "net/workers.h"

namespace signpost {

inline constexpr size_t kOtherFiles = 128;  // that the process needs beside its connections
inline constexpr std::chrono::milliseconds kStopPatience{5000};  // with requests under way

struct ListenerOptions {
  std::string host = "127.0.0.1";
  int port = 0;   // 0: any free one
  int ports = 1;  // so many from `port` on, of which the first free one is taken
  size_t threads = 4;
  // Threads that watch sockets, each those that the system gave to it. 0: one for each core, at most eight.
  // One where the system shares no ports.
  size_t loops = 0;
  RequestLimits limits;
  AdmissionOptions admission;
  size_t max_connections = 16384;  // fewer where the process may not open as many files
  size_t max_queue = 1024;         // complete requests that wait for a thread
  size_t max_requests = 1000;      // on one connection
  // Bytes of incomplete requests and unsent answers of all connections; those of one address, or of one
  // connection where addresses tell nothing, are at most half.
  size_t max_buffered = 32 << 20;
  std::chrono::milliseconds request_timeout{
      10000};  // from a request's first byte to its last, however they come
  std::chrono::milliseconds idle_timeout{20000};  // between requests
  // Kept connections of a service that stops: a request may be on its way, and will be the last there.
  std::chrono::milliseconds last_chance{500};
  // In each such time a client takes so many bytes of its answer, or the rest of it, however much there is.
  std::chrono::milliseconds take_timeout{10000};
  size_t least_taken = 16 << 10;
};

// An answer that lies ready: bytes that stay as they are while somebody owns them.
struct ReadyAnswer {
  std::shared_ptr<const void> owner;  // null: there is none
  std::string_view head;
  std::string_view body;
};

// All but `answer` are called by the threads that watch the sockets, so what they do must be ready: everybody
// waits meanwhile.
struct Exchanger {
  // In a worker. `last`: no further request will be read from this connection.
  Workers::Answer answer;
  // For what is not answered: 400, 408, 413, 414, 429, 431, 503; when to try again where that helps,
  // else 0; the request as far as it was understood, nullptr where no path was. The connection closes.
  std::function<std::string(int status, std::chrono::seconds retry_after, const Request* request)> refuse;
  // Once a second at most: how many were refused since the last time, by status.
  std::function<void(const std::map<int, uint64_t>& counts)> refused = [](const auto&) {};
  // Once, when a proxy that is not listed names other clients, so that all of them share one limit.
  std::function<void()> unlisted_proxy = [] {};
  // For a request that is not the last on its connection, before it is handed to a worker.
  std::function<ReadyAnswer(const Request& request)> at_once = [](const auto&) { return ReadyAnswer(); };
};

// At this moment, and since the start.
struct ListenerStats {
  size_t connections = 0;
  size_t queued = 0;
  size_t buffered = 0;  // bytes
  uint64_t accepted = 0;
  uint64_t turned_away = 0;  // addresses with too many connections
  uint64_t cut_off = 0;      // connections closed for others, when there were too many or they held too much
  uint64_t given_at_once = 0;  // answers that lay ready
  uint64_t not_taken = 0;      // connections closed because the client didn't take its answer
};

class Listener {
 public:
  // Binds and listens; throws Error{io} with a sentence for the person who started it when that fails.
  Listener(ListenerOptions options, Exchanger exchanger);
  // Stops.
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  int port() const;
  ListenerStats stats() const;
  void start();
  // Accepts nothing more, lets the requests under way end (for at most `patience`), closes all.
  void stop(std::chrono::milliseconds patience = kStopPatience);

 private:
  struct Impl;
  struct Loop;
  std::unique_ptr<Impl> impl_;
};

}  // namespace signpost
