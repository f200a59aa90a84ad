// listener.h - owns the sockets: accepts connections, collects the head of each request within limits of size
// and time, and hands complete ones to a fixed number of threads. Waiting and slow clients hold no thread.
// Tested by tests/unit/http/server_test.cc.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

namespace signpost {

struct ListenerOptions {
  std::string host = "127.0.0.1";
  int port = 0;  // 0: any free one
  size_t threads = 4;
  size_t max_connections = 4096;
  size_t max_line = 8 << 10;                      // of the request line, in bytes
  size_t max_head = 16 << 10;                     // of the request line and all headers
  size_t max_requests = 1000;                     // on one connection
  std::chrono::milliseconds head_timeout{5000};   // from the first byte of a request to the end of its head
  std::chrono::milliseconds idle_timeout{20000};  // between requests
  std::chrono::milliseconds write_timeout{5000};  // without any progress
};

// What goes back for one request: bytes for the socket, and whether it is the last on this connection.
struct Exchange {
  std::string bytes;
  bool close = false;
};

// Both are called from any of the threads; `worker` is 0 .. threads - 1 and in one call at a time.
struct Exchanger {
  // `head` ends with the empty line; `last`: no further request will be read from this connection.
  std::function<Exchange(size_t worker, std::string head, bool last)> answer;
  // For what can't be read as a request: 400, 408, 414, 431.
  std::function<std::string(int status)> refuse;
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
  void start();
  // Accepts nothing more, lets the requests under way end (for at most `patience`), closes all.
  void stop(std::chrono::milliseconds patience = std::chrono::milliseconds(5000));

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace signpost
