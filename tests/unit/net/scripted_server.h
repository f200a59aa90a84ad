// scripted_server.h - a server on the loopback whose answers are a test's bytes, right or wrong.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/descriptor.h"
#include "base/mutex.h"

namespace signpost::testing {

struct ReceivedRequest {
  std::string head;  // request line and headers
  std::string body;
};

// Answers one request after the other on its own thread, each on a connection of its own.
class ScriptedServer {
 public:
  // The bytes of the n-th answer, counted from 0; "" leaves the client waiting until the server goes.
  using Script = std::function<std::string(const ReceivedRequest& request, size_t nth)>;

  explicit ScriptedServer(Script script);
  ~ScriptedServer();
  ScriptedServer(const ScriptedServer&) = delete;
  ScriptedServer& operator=(const ScriptedServer&) = delete;

  int port() const { return port_; }
  std::string url() const;  // "http://127.0.0.1:PORT"
  std::vector<ReceivedRequest> received() const;

 private:
  struct Thread;
  void run();

  Script script_;
  Descriptor listening_;
  int port_;
  mutable Mutex mutex_;
  std::vector<ReceivedRequest> received_ GUARDED_BY(mutex_);
  std::vector<Descriptor> waiting_;  // of the thread's
  std::unique_ptr<Thread> thread_;
};

// Listens at a free port of the loopback; calls on it block.
Descriptor listening_socket();

// An answer with its length; `headers` are whole lines with their ends.
std::string http_answer(int status, const std::string& body, const std::string& headers = "");

}  // namespace signpost::testing
