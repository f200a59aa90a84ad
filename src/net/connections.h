// connections.h - the open connections, how long each may go on, and how much they hold.
// Tested by tests/unit/net/connections_test.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "net/address.h"
#include "net/making_room.h"
#include "net/message.h"
#include "net/request_parser.h"
#include "net/socket.h"

namespace signpost {

// answering: a worker has the descriptor, to answer or to read the next piece of a file.
enum class ConnectionState { reading, answering, writing, lingering };

struct Connection {
  using Time = std::chrono::steady_clock::time_point;

  Descriptor socket;
  Address peer;
  std::optional<Address> payer;  // whose share it counts to, with others of theirs; none: it has its own
  ConnectionState state = ConnectionState::reading;
  RequestParser parser;
  std::string input;  // what has come and is not answered, behind the first `used` bytes
  size_t used = 0;
  std::string output;  // what the socket did not take yet, behind the first `sent` bytes
  size_t sent = 0;
  FileBody file;          // follows the output
  bool close = false;     // after this output
  bool gone = false;      // the client has hung up while its answer was made
  bool has_turn = false;  // it goes on with its input when the others had their turn
  uint32_t watched = 0;   // the events that are waited for
  size_t requests = 0;
  uint64_t handed = 0;  // bytes that the system was given to send
  uint64_t taken = 0;   // of these the client had, when that was last noted
  Time taken_at;        // when it was noted
  Time since;           // when this state began, for a request its first byte
  Time deadline;        // when it has to be over, or to be looked at

  std::string_view unread() const { return std::string_view(input).substr(used); }
  // Bytes that the client has of all that it was sent.
  uint64_t has_taken() const;
  // Whether that is all, and all that is to be sent.
  bool is_taken() const;
  void note_taken(uint64_t bytes, Time now);
  // False when it has taken less than `least` for as long as `time`; sets the deadline to when it would be
  // so.
  bool is_taking(size_t least, std::chrono::milliseconds time, Time now);
  bool is_idle() const { return state == ConnectionState::reading && used == input.size(); }
  // What comes behind the first `size` unread bytes is the next request.
  void finish_request(size_t size);
  // Thousands may wait: none of them keeps a buffer that it doesn't need. (An assignment would keep it.)
  void free_input();
  void free_output();
};

// For one thread at a time.
class Connections {
 public:
  using Time = Connection::Time;
  // Told of each connection before it closes.
  using OnClose = std::function<void(const Connection&)>;

  // They are numbered first, first + step ...: 0 < first.
  explicit Connections(OnClose on_close, uint64_t first = 1, uint64_t step = 1)
      : on_close_(std::move(on_close)), step_(step), next_id_(first) {}

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

  // Adds all of them.
  void list(Time now, std::vector<Held>& all) const;

 private:
  struct Entry {
    Connection connection;
    size_t counted = 0;
  };

  const OnClose on_close_;
  const uint64_t step_;
  std::unordered_map<uint64_t, Entry> by_id_;
  uint64_t next_id_;
  size_t buffered_ = 0;
};

}  // namespace signpost
