// raw_client.h - a socket that speaks what the test says, right or wrong.
#pragma once

#include <chrono>
#include <string>

#include "net/socket.h"

namespace signpost::testing {

struct Answer {
  int status = 0;    // 0 when the connection ended without one
  std::string head;  // status line and headers
  std::string body;
  std::string header(const std::string& name) const;
};

class RawClient {
 public:
  enum class Failure { unexpected, allowed };
  // With a `receive_buffer` (bytes; 0 leaves it to the system) its own system takes little that isn't read.
  explicit RawClient(int port, Failure failure = Failure::unexpected, int receive_buffer = 0);

  // Whether a connection came about.
  bool is_connected() const { return connected_; }

  // False when the connection has ended.
  bool send(const std::string& bytes);
  // True when all that was sent lies with the server, read or not.
  bool is_delivered() const;
  // Reads one response; `no_body` for the answer to HEAD.
  Answer receive(bool no_body = false);
  // Reads up to so many bytes, which are lost; false when none come.
  bool skip(size_t size);
  Answer get(const std::string& target, const std::string& headers = "");
  // True when the server closes within this time, without another byte.
  bool is_closed_within(std::chrono::milliseconds time);
  // True when nothing comes within this time, neither a byte nor the end.
  bool is_silent_for(std::chrono::milliseconds time);
  // Leaves in the middle, as a program that was killed.
  void reset();
  // No more will be sent.
  void finish();

 private:
  bool fill(std::chrono::milliseconds time);

  Descriptor socket_;
  bool connected_ = false;
  std::string buffer_;
};

}  // namespace signpost::testing
