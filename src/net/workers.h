// workers.h - the threads beside the one that watches the sockets: some answer requests, others read files.
// What takes time, or waits for a disk, happens here; what they have made comes back in batches.
// Tested by tests/unit/net/workers_test.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/mutex.h"
#include "net/message.h"
#include "net/thread_pool.h"

namespace signpost {

// What goes back for one request: bytes for the socket, a file behind them, and whether it is the last on
// this connection.
struct Exchange {
  std::string bytes;
  bool close = false;
  FileBody file = {};
};

// A request that waits for its answer.
struct Task {
  uint64_t id = 0;  // of its connection
  int fd = -1;      // stays open until the result has been taken
  std::shared_ptr<const Request> request;
  bool last = false;
  std::chrono::steady_clock::time_point deadline;  // from then on nobody wants the answer
};

struct Result {
  uint64_t id = 0;
  Exchange rest = {};  // what is not sent yet
  uint64_t sent = 0;   // bytes
  // The request, when its deadline had passed: there is no answer then.
  std::shared_ptr<const Request> late = nullptr;
};

class Workers {
 public:
  // `worker` is 0 .. threads - 1 and in one call at a time.
  using Answer = std::function<Exchange(size_t worker, const Request& request, bool last)>;

  // `wake` is called from any of the threads when there are results to be taken by one of the `takers`: who
  // takes those of connection `id` is number id % takers. A file system that hangs holds up files alone: they
  // are read by threads of their own.
  Workers(size_t threads, size_t max_waiting, size_t takers, Answer answer,
          std::function<void(size_t taker)> wake);

  // False when too many requests wait already.
  bool answer(Task task);
  // Reads the next piece of a file that is not empty, and sends what the socket takes of it. What can't be
  // read closes the connection, so that the client sees that something is missing.
  void read_on(uint64_t id, int fd, FileBody file);
  std::vector<Result> take(size_t taker) EXCLUDES(mutex_);
  // Requests that wait for a thread.
  size_t waiting() const { return answering_.waiting(); }

 private:
  void deliver(int fd, Result result) EXCLUDES(mutex_);

  const Answer answer_;
  const std::function<void(size_t taker)> wake_;
  Mutex mutex_;
  std::vector<std::vector<Result>> results_ GUARDED_BY(mutex_);  // of each taker
  // They end before what they use goes.
  ThreadPool answering_;
  ThreadPool reading_;
};

}  // namespace signpost
