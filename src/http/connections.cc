// connections.cc - see connections.h.
#include "http/connections.h"

#include <algorithm>

#include "content/error.h"
#include "index/file_io.h"

namespace signpost {
namespace {

constexpr uint64_t kPiece = 128 << 10;  // bytes of a file in memory for each who takes one

}  // namespace

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
  file_read = 0;
}

bool Connection::read_on() {
  if (file_read == file.size) return false;
  const uint64_t size = std::min<uint64_t>(kPiece, file.size - file_read);
  try {
    file.file->read(file.offset + file_read, size, output);
  } catch (const Error&) {
    close = true;
    return false;
  }
  file_read += size;
  sent = 0;
  return true;
}

uint64_t Connections::add(Connection connection) {
  const uint64_t id = next_id_++;
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
  const size_t bytes = connection.input.capacity() + connection.output.capacity();
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

std::vector<uint64_t> Connections::oldest(size_t count) const {
  std::vector<std::pair<Time, uint64_t>> found;
  for (const auto& [id, entry] : by_id_) {
    if (entry.connection.state != ConnectionState::answering) found.emplace_back(entry.connection.since, id);
  }
  count = std::min(count, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<ptrdiff_t>(count), found.end());
  std::vector<uint64_t> ids;
  ids.reserve(count);
  for (size_t i = 0; i < count; ++i) ids.push_back(found[i].second);
  return ids;
}

}  // namespace signpost
