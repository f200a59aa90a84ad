// kept_answer.h - an answer that many get: all of them the same bytes, which are made ready once.
// Tested by tests/unit/net/loops_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/mutex.h"
#include "net/message.h"

namespace signpost {

// Has no file. Safe to use from many threads.
class KeptAnswer {
 public:
  explicit KeptAnswer(Response response) : response_(std::move(response)) {}

  const Response& response() const { return response_; }
  // What goes out before the body, as long as this lives: what write(response) returned, not empty, when this
  // was first asked for.
  template <typename Write>
  std::string_view head(const Write& write) const EXCLUDES(mutex_) {
    const MutexLock lock(mutex_);
    if (head_.empty()) head_ = write(response_);
    return head_;
  }

 private:
  const Response response_;
  mutable Mutex mutex_;
  mutable std::string head_ GUARDED_BY(mutex_);
};

}  // namespace signpost
