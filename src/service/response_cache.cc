// response_cache.cc - see response_cache.h.
#include "service/response_cache.h"

#include "insights/noticed.h"

namespace signpost {
namespace {

// What an entry takes beside its texts.
constexpr size_t kEntryOverhead = 512;

// What an answer says of what was looked for.
size_t bytes_of(const Noticed* noticed) {
  if (noticed == nullptr) return 0;
  size_t bytes = sizeof *noticed + noticed->text.size() + noticed->filters.size();
  for (const std::string& id : noticed->shown) bytes += sizeof id + id.size();
  return bytes;
}

}  // namespace

// The key stands in two places, and headers once more in the head as it goes out.
size_t ResponseCache::cost(const Entries::value_type& entry) {
  const Response& response = entry.second->response();
  size_t headers = 0;
  for (const auto& [name, value] : response.headers) headers += name.size() + value.size();
  return kEntryOverhead + 2 * entry.first.size() + 2 * headers + response.body.size() +
         bytes_of(response.noticed.get());
}

std::shared_ptr<const KeptResponse> ResponseCache::find(const std::string& key, Absence absence) {
  const MutexLock lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) {
    stats_.misses += absence == Absence::is_miss ? 1 : 0;
    return nullptr;
  }
  ++stats_.hits;
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->second;
}

void ResponseCache::store(const std::string& key, Response response, std::string_view route) {
  Entries::value_type entry(key, std::make_shared<const KeptResponse>(std::move(response), route));
  const size_t size = cost(entry);
  if (size > max_bytes_ / 4) return;
  const MutexLock lock(mutex_);
  if (by_key_.count(key) != 0) return;
  entries_.push_front(std::move(entry));
  by_key_[key] = entries_.begin();
  stats_.bytes += size;
  while (stats_.bytes > max_bytes_) {
    stats_.bytes -= cost(entries_.back());
    by_key_.erase(entries_.back().first);
    entries_.pop_back();
  }
}

CacheStats ResponseCache::stats() const {
  const MutexLock lock(mutex_);
  return stats_;
}

}  // namespace signpost
