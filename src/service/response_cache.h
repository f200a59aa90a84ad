// response_cache.h - a small cache of finished responses.
// Tested by tests/unit/service/response_cache_test.cc.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/mutex.h"
#include "net/kept_answer.h"
#include "net/message.h"

namespace signpost {

struct CacheStats {
  uint64_t hits = 0;
  uint64_t misses = 0;
  size_t bytes = 0;
};

struct KeptResponse : KeptAnswer {
  KeptResponse(Response response, std::string_view name) : KeptAnswer(std::move(response)), route(name) {}
  const std::string_view route;  // that gave it: a name that lives as long as the program
};

// Keeps the responses that were asked for last, up to so many bytes. Safe to use from many threads. Keys have
// the generation in them, so that what belongs to an old one is never found, and soon forgotten.
class ResponseCache {
 public:
  explicit ResponseCache(size_t max_bytes) : max_bytes_(max_bytes) {}

  // Null when there is none. `absence`: whether it counts then, because the response has to be made.
  enum class Absence { is_miss, is_nothing };
  std::shared_ptr<const KeptResponse> find(const std::string& key, Absence absence = Absence::is_miss)
      EXCLUDES(mutex_);
  void store(const std::string& key, Response response, std::string_view route) EXCLUDES(mutex_);
  CacheStats stats() const EXCLUDES(mutex_);

 private:
  // The one used last is in front.
  using Entries = std::list<std::pair<std::string, std::shared_ptr<const KeptResponse>>>;

  static size_t cost(const Entries::value_type& entry);

  const size_t max_bytes_;
  mutable Mutex mutex_;
  CacheStats stats_ GUARDED_BY(mutex_);
  Entries entries_ GUARDED_BY(mutex_);
  std::unordered_map<std::string, Entries::iterator> by_key_ GUARDED_BY(mutex_);
};

}  // namespace signpost
