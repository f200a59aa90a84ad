// shard_pool.h - child processes that each write one shard of the index.
// Tested by tests/unit/indexer/shard_pool_test.cc.
#pragma once

#include <poll.h>

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

#include "base/child_process.h"

namespace signpost {

// REQUIRES: used by a process without other threads.
class ShardPool {
 public:
  // Makes the directories. The writers keep `keep_fd` open (-1: nothing); see IndexLock.
  explicit ShardPool(const std::vector<std::string>& shard_dirs, int keep_fd = -1);

  // Puts a document in line for a shard, to be written in this order.
  void add(size_t shard, std::string encoded);
  // No other document follows for this shard; its writer finishes while others go on.
  void close(size_t shard);

  // Bytes in line.
  size_t queued_bytes() const { return queued_bytes_; }
  // True when all shards are closed and written.
  bool done() const;

  // What to wait for before the next pump().
  void add_poll(std::vector<pollfd>& fds) const;
  // Sends as much as the writers take. Throws Error{io} with the writer's reason when one has failed.
  void pump();

  // Peak resident memory of the largest writer that has ended, in bytes.
  size_t peak_memory() const { return peak_memory_; }

 private:
  struct Writer {
    ChildProcess process;
    std::deque<std::string> line;  // frames; of the first, `sent` bytes are gone
    size_t sent = 0;
    std::string answer;
    bool closed = false;
  };

  void send(Writer& writer);
  void receive(Writer& writer);

  std::vector<Writer> writers_;
  size_t queued_bytes_ = 0;
  size_t peak_memory_ = 0;
};

}  // namespace signpost
