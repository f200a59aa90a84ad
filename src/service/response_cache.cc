// response_cache.cc - see response_cache.h.
#include "service/response_cache.h"

namespace signpost {
namespace {

// What an entry takes beside its body.
constexpr size_t kEntryOverhead = 512;

size_t cost(const Response& response) { return response.body.size() + kEntryOverhead; }

}  // namespace

std::shared_ptr<const Response> ResponseCache::find(const std::string& key) {
  const MutexLock lock(mutex_);
  const auto found = by_key_.find(key);
  ++(found == by_key_.end() ? stats_.misses : stats_.hits);
  if (found == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->second;
}

void ResponseCache::store(const std::string& key, Response response) {
  const size_t size = cost(response);
  if (size > max_bytes_ / 4) return;
  auto kept = std::make_shared<const Response>(std::move(response));
  const MutexLock lock(mutex_);
  if (by_key_.count(key) != 0) return;
  entries_.emplace_front(key, std::move(kept));
  by_key_[key] = entries_.begin();
  stats_.bytes += size;
  while (stats_.bytes > max_bytes_) {
    stats_.bytes -= cost(*entries_.back().second);
    by_key_.erase(entries_.back().first);
    entries_.pop_back();
  }
}

CacheStats ResponseCache::stats() const {
  const MutexLock lock(mutex_);
  return stats_;
}

}  // namespace signpost
