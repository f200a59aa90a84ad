// server.h - answers HTTP/1.1 on a port with a function from request to response.
// Tested by tests/unit/net/server_test.cc.
#pragma once

#include <functional>
#include <map>
#include <memory>

#include "net/kept_answer.h"
#include "net/listener.h"
#include "net/message.h"

namespace signpost {

class Server {
 public:
  struct Handlers {
    // Called from many threads; must not throw. The server leaves out the body of an answer to HEAD.
    std::function<Response(const Request&)> answer;
    // For what isn't HTTP, or too much of it; when to try again, or 0; the request if it was understood. It
    // must be ready: nobody is served meanwhile (see listener.h).
    std::function<Response(int status, std::chrono::seconds retry_after, const Request* request)> refuse;
    std::function<void(const std::map<int, uint64_t>& counts)> refused = [](const auto&) {
    };                                             // see listener.h
    std::function<void()> unlisted_proxy = [] {};  // see listener.h
    // The answer, when it lies ready: the same as `answer` would give, without a thread. It must not throw,
    // nor wait for anything: nobody is served meanwhile.
    std::function<std::shared_ptr<const KeptAnswer>(const Request&)> at_once = [](const auto&) {
      return nullptr;
    };
  };

  // Binds to the port. Throws Error{io} when it can't, with a sentence for the person who started it.
  Server(const ListenerOptions& options, Handlers handlers);
  // Stops.
  ~Server();

  void start();
  int port() const;
  ListenerStats stats() const;
  // Lets requests under way end, for at most `patience`, then closes everything.
  void stop(std::chrono::milliseconds patience = kStopPatience);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace signpost
