// raw_client.h - a socket that speaks what the test says, right or wrong.
#pragma once

#include <chrono>
#include <string>

#include "http/socket.h"

namespace signpost::testing {

struct Answer {
  int status = 0;    // 0 when the connection ended without one
  std::string head;  // status line and headers
  std::string body;
  std::string header(const std::string& name) const;
};

class RawClient {
 public:
  explicit RawClient(int port);

  void send(const std::string& bytes);
  // Reads one response; `no_body` for the answer to HEAD.
  Answer receive(bool no_body = false);
  Answer get(const std::string& target, const std::string& headers = "");
  // True when the server closes within this time.
  bool is_closed_within(std::chrono::milliseconds time);

 private:
  bool fill(std::chrono::milliseconds time);

  Socket socket_;
  std::string buffer_;
};

}  // namespace signpost::testing
