// connections.cc - see connections.h.
#include "net/connections.h"

#include <algorithm>

namespace signpost {
namespace {

// Bytes beside the string itself.
size_t held(const std::string& text) {
  return text.capacity() > std::string().capacity() ? text.capacity() : 0;
}

}  // namespace

uint64_t Connection::has_taken() const {
  return handed - std::min<uint64_t>(handed, unacknowledged(socket.get()));
}

bool Connection::is_taken() const { return sent == output.size() && unacknowledged(socket.get()) == 0; }

void Connection::note_taken(uint64_t bytes, Time now) {
  taken = bytes;
  taken_at = now;
}

bool Connection::is_taking(size_t least, std::chrono::milliseconds time, Time now) {
  if (const uint64_t bytes = has_taken(); bytes >= taken + least) note_taken(bytes, now);
  deadline = taken_at + time;
  return now < deadline;
}

void Connection::finish_request(size_t size) {
  used += size;
  parser = RequestParser();
  if (used < input.size()) return;
  free_input();
}

void Connection::free_input() {
  std::string().swap(input);
  used = 0;
}

void Connection::free_output() {
  std::string().swap(output);
  sent = 0;
  file = {};
}

uint64_t Connections::add(Connection connection) {
  const uint64_t id = next_id_;
  next_id_ += step_;
  by_id_.emplace(id, Entry{std::move(connection)});
  return id;
}

Connection* Connections::find(uint64_t id) {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &found->second.connection;
}

void Connections::close(uint64_t id) {
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) return;
  on_close_(found->second.connection);
  buffered_ -= found->second.counted;
  by_id_.erase(found);
}

void Connections::count(uint64_t id, const Connection& connection) {
  Entry& entry = by_id_.at(id);
  const size_t bytes = held(connection.input) + held(connection.output);
  buffered_ = buffered_ - entry.counted + bytes;
  entry.counted = bytes;
}

std::vector<uint64_t> Connections::late(Time now) const {
  std::vector<uint64_t> ids;
  for (const auto& [id, entry] : by_id_) {
    const Connection& connection = entry.connection;
    if (connection.state != ConnectionState::answering && now > connection.deadline) ids.push_back(id);
  }
  return ids;
}

std::vector<uint64_t> Connections::idle() const {
  std::vector<uint64_t> ids;
  for (const auto& [id, entry] : by_id_) {
    if (entry.connection.is_idle()) ids.push_back(id);
  }
  return ids;
}

void Connections::list(Time now, std::vector<Held>& all) const {
  for (const auto& [id, entry] : by_id_) {
    const Connection& connection = entry.connection;
    const bool is_writing = connection.state == ConnectionState::writing;
    all.push_back({id, connection.payer, entry.counted, connection.state == ConnectionState::answering,
                   is_writing, connection.handed == 0,
                   now - (is_writing ? connection.taken_at : connection.since)});
  }
}

}  // namespace signpost
