// connections.h - the open connections, how long each may go on, and how much they hold together.
// Tested by tests/unit/http/connections_test.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "http/address.h"
#include "http/message.h"
#include "http/request_parser.h"
#include "http/socket.h"

namespace signpost {

enum class ConnectionState { reading, answering, writing, lingering };

struct Connection {
  using Time = std::chrono::steady_clock::time_point;

  Socket socket;
  Address peer;
  ConnectionState state = ConnectionState::reading;
  RequestParser parser;
  std::string input;  // what has come and is not answered, behind the first `used` bytes
  size_t used = 0;
  std::string output;  // what the socket did not take yet, behind the first `sent` bytes
  size_t sent = 0;
  FileBody file;           // follows the output
  uint64_t file_read = 0;  // bytes of it that have been in the output
  bool close = false;      // after this output
  bool gone = false;       // the client has hung up while its answer was made
  uint32_t watched = 0;    // the events that are waited for
  size_t requests = 0;
  Time since;     // when this state began, for a request its first byte
  Time deadline;  // when it has to be over

  std::string_view unread() const { return std::string_view(input).substr(used); }
  bool is_idle() const { return state == ConnectionState::reading && used == input.size(); }
  // What comes behind the first `size` unread bytes is the next request.
  void finish_request(size_t size);
  // Thousands may wait: none of them keeps a buffer that it doesn't need. (An assignment would keep it.)
  void free_input();
  void free_output();
  // Makes the next piece of the file the output; false when there is none. A file that can't be read closes
  // the connection, so that the client sees that something is missing.
  bool read_on();
};

// For one thread.
class Connections {
 public:
  using Time = Connection::Time;
  // Told of each connection before it closes.
  using OnClose = std::function<void(const Connection&)>;

  explicit Connections(OnClose on_close) : on_close_(std::move(on_close)) {}

  // Its number is never used again, so that a late answer can't reach another client.
  uint64_t add(Connection connection);
  Connection* find(uint64_t id);
  void close(uint64_t id);
  size_t size() const { return by_id_.size(); }
  bool empty() const { return by_id_.empty(); }

  // To be called after input or output of a connection changed.
  void count(uint64_t id, const Connection& connection);
  // Bytes in input and output of all.
  size_t buffered() const { return buffered_; }

  std::vector<uint64_t> late(Time now) const;
  std::vector<uint64_t> idle() const;
  // Up to `count` that are not being answered, those first that have been in their state longest.
  std::vector<uint64_t> oldest(size_t count) const;

 private:
  struct Entry {
    Connection connection;
    size_t counted = 0;
  };

  const OnClose on_close_;
  std::unordered_map<uint64_t, Entry> by_id_;
  uint64_t next_id_ = 1;  // 0 is the listener's own
  size_t buffered_ = 0;
};

}  // namespace signpost
