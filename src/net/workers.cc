// workers.cc - see workers.h.
#include "net/workers.h"

#include <algorithm>

#include "base/file_io.h"
#include "net/socket.h"

namespace signpost {
namespace {

constexpr uint64_t kPiece = 128 << 10;  // bytes of a file in memory for each who takes one
constexpr size_t kMaxReaders = 4;

// Takes it off the file's front. Empty, as the file is then, when it can't be read.
std::string next_piece(FileBody& file) {
  std::string piece;
  const uint64_t size = std::min(kPiece, file.size);
  try {
    file.file->read(file.offset, size, piece);
  } catch (const std::exception&) {
    file = {};
    return "";
  }
  file.offset += size;
  file.size -= size;
  if (file.size == 0) file = {};  // its descriptor is not needed while the last piece waits
  return piece;
}

}  // namespace

Workers::Workers(size_t threads, size_t max_waiting, size_t takers, Answer answer,
                 std::function<void(size_t)> wake)
    : answer_(std::move(answer)),
      wake_(std::move(wake)),
      results_(takers),
      answering_(threads, max_waiting),
      reading_(std::min(threads, kMaxReaders), SIZE_MAX) {}  // each connection waits for one piece at most

bool Workers::answer(Task task) {
  return answering_.add([this, task = std::move(task)](size_t worker) {
    Result result{task.id};
    // Whoever waited for so long has gone, or is served better by one that is not as busy.
    if (std::chrono::steady_clock::now() > task.deadline) {
      result.late = task.request;
    } else {
      result.rest = answer_(worker, *task.request, task.last);
      result.rest.close = result.rest.close || task.last;
    }
    deliver(task.fd, std::move(result));
  });
}

void Workers::read_on(uint64_t id, int fd, FileBody file) {
  reading_.add([this, id, fd, file = std::move(file)](size_t) {
    FileBody rest = file;
    std::string piece = next_piece(rest);
    const bool is_broken = piece.empty();
    deliver(fd, {id, {std::move(piece), is_broken, std::move(rest)}});
  });
}

void Workers::deliver(int fd, Result result) {
  result.sent = send_some(fd, result.rest.bytes);
  // What lies is as large as it has to be: erasing would keep the room of all.
  if (result.sent > 0) result.rest.bytes = result.rest.bytes.substr(result.sent);
  size_t taker = 0;
  bool is_first;
  {
    const MutexLock lock(mutex_);
    taker = result.id % results_.size();
    is_first = results_[taker].empty();
    results_[taker].push_back(std::move(result));
  }
  if (is_first) wake_(taker);
}

std::vector<Result> Workers::take(size_t taker) {
  std::vector<Result> results;
  const MutexLock lock(mutex_);
  results.swap(results_[taker]);
  return results;
}

}  // namespace signpost
