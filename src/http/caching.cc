// caching.cc - see caching.h.
#include "http/caching.h"

#include "index/sha256.h"

namespace signpost {
namespace {

// What an entry takes beside its body.
constexpr size_t kEntryOverhead = 512;

size_t cost(const Response& response) { return response.body.size() + kEntryOverhead; }

std::string_view opaque_part(std::string_view etag) {
  if (etag.starts_with("W/")) etag.remove_prefix(2);
  return etag;
}

}  // namespace

std::string fingerprint(std::initializer_list<std::string_view> parts) {
  std::string all;
  for (const std::string_view part : parts) {
    all += std::to_string(part.size());
    all += ':';
    all += part;
  }
  return sha256_of(all).substr(0, 32);
}

bool etag_matches(std::string_view header, std::string_view etag, Comparison comparison) {
  if (etag.empty()) return false;
  const bool is_strong = comparison == Comparison::strong;
  while (!header.empty()) {
    // Our tags hold no comma, so cutting at commas is safe for the ones that can match.
    const size_t end = std::min(header.find(','), header.size());
    std::string_view item = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
    while (!item.empty() && item.back() == ' ') item.remove_suffix(1);
    if (item == "*") return true;
    if (is_strong ? item == etag && !etag.starts_with("W/") : opaque_part(item) == opaque_part(etag))
      return true;
  }
  return false;
}

std::shared_ptr<const Response> ResponseCache::find(const std::string& key) {
  const std::lock_guard lock(mutex_);
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
  const std::lock_guard lock(mutex_);
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
  const std::lock_guard lock(mutex_);
  return stats_;
}

}  // namespace signpost
