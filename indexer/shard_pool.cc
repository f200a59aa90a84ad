// shard_pool.cc - frames of a size and that many bytes go in; "ok" or a reason comes out.
#include "indexer/shard_pool.h"

#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <exception>
#include <filesystem>
#include <string_view>

#include "base/error.h"
#include "index/shard_writer.h"

namespace signpost {
namespace {

constexpr uint32_t kEndOfShard = 0xffffffff;
constexpr char kSuccess[] = "ok";
constexpr size_t kFrameBytes = 1024 * 1024;

// Reads frames through a large buffer; the view that next() gives is good until the next call.
class FrameReader {
 public:
  explicit FrameReader(int fd) : fd_(fd), buffer_(kFrameBytes) {}

  // False at the end mark. Throws Error{io} when the stream ends without it.
  bool next(std::string_view& frame) {
    fill(sizeof(uint32_t));
    uint32_t size = 0;
    std::memcpy(&size, buffer_.data() + begin_, sizeof size);
    begin_ += sizeof size;
    if (size == kEndOfShard) return false;
    fill(size);
    frame = {buffer_.data() + begin_, size};
    begin_ += size;
    return true;
  }

 private:
  void fill(size_t wanted) {
    if (end_ - begin_ >= wanted) return;
    std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_),
              buffer_.begin() + static_cast<std::ptrdiff_t>(end_), buffer_.begin());
    end_ -= begin_;
    begin_ = 0;
    if (buffer_.size() < wanted) buffer_.resize(wanted);
    while (end_ < wanted) {
      const ssize_t got = ::read(fd_, buffer_.data() + end_, buffer_.size() - end_);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) throw Error(ErrorKind::io, "the indexer has gone");
      end_ += static_cast<size_t>(got);
    }
  }

  const int fd_;
  std::vector<char> buffer_;
  size_t begin_ = 0;
  size_t end_ = 0;
};

int write_shard(const std::string& dir, int in, int out) {
  std::string answer = kSuccess;
  try {
    ShardWriter shard(dir);
    FrameReader frames(in);
    std::string_view frame;
    while (frames.next(frame)) shard.add(frame);
    shard.finish();
  } catch (const std::exception& error) {
    answer = message_of(error);
  }
  write_all(out, answer);
  return answer == kSuccess ? 0 : 1;
}

}  // namespace

ShardPool::ShardPool(const std::vector<std::string>& shard_dirs, int keep_fd) {
  for (const std::string& dir : shard_dirs) {
    std::error_code error;
    std::filesystem::create_directories(dir, error);
    if (error) throw Error(ErrorKind::io, "cannot create " + dir + ": " + error.message());
    Writer writer;
    writer.process = ChildProcess([dir](int in, int out) { return write_shard(dir, in, out); }, keep_fd);
    writers_.push_back(std::move(writer));
  }
}

void ShardPool::add(size_t shard, std::string encoded) {
  const auto size = static_cast<uint32_t>(encoded.size());
  Writer& writer = writers_.at(shard);
  queued_bytes_ += sizeof size + encoded.size();
  writer.line.emplace_back(reinterpret_cast<const char*>(&size), sizeof size);
  writer.line.push_back(std::move(encoded));
}

void ShardPool::close(size_t shard) {
  Writer& writer = writers_.at(shard);
  writer.line.emplace_back(reinterpret_cast<const char*>(&kEndOfShard), sizeof kEndOfShard);
  writer.closed = true;
  queued_bytes_ += sizeof kEndOfShard;
}

bool ShardPool::done() const {
  return std::all_of(writers_.begin(), writers_.end(),
                     [](const Writer& writer) { return writer.closed && !writer.process.running(); });
}

void ShardPool::add_poll(std::vector<pollfd>& fds) const {
  for (const Writer& writer : writers_) {
    if (!writer.process.running()) continue;
    fds.push_back({writer.process.from_child(), POLLIN, 0});
    if (!writer.line.empty()) fds.push_back({writer.process.to_child(), POLLOUT, 0});
  }
}

void ShardPool::pump() {
  for (Writer& writer : writers_) {
    if (!writer.process.running()) continue;
    send(writer);
    receive(writer);
  }
}

void ShardPool::send(Writer& writer) {
  while (!writer.line.empty()) {
    std::array<iovec, 64> parts;
    const size_t count = std::min(writer.line.size(), parts.size());
    for (size_t i = 0; i < count; ++i) parts[i] = {writer.line[i].data(), writer.line[i].size()};
    parts[0].iov_base = writer.line[0].data() + writer.sent;
    parts[0].iov_len -= writer.sent;
    const ssize_t wrote = ::writev(writer.process.to_child(), parts.data(), static_cast<int>(count));
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return;  // full, or dead: then receive() will see it
    queued_bytes_ -= static_cast<size_t>(wrote);
    writer.sent += static_cast<size_t>(wrote);
    while (!writer.line.empty() && writer.sent >= writer.line.front().size()) {
      writer.sent -= writer.line.front().size();
      writer.line.pop_front();
    }
  }
}

void ShardPool::receive(Writer& writer) {
  char text[4096];
  const ssize_t got = ::read(writer.process.from_child(), text, sizeof text);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (got > 0) {
    writer.answer.append(text, static_cast<size_t>(got));
    return;
  }
  const std::string ended = writer.process.wait();
  peak_memory_ = std::max(peak_memory_, writer.process.peak_memory());
  if (writer.answer == kSuccess && ended.empty()) return;
  throw Error(ErrorKind::io, "cannot write the index: " +
                                 (writer.answer.empty() ? "its writer ended with " + ended : writer.answer));
}

}  // namespace signpost
