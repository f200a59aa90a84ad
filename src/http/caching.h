// caching.h - entity tags (RFC 9110, 8.8.3) and a small cache of finished responses.
// Tested by tests/unit/http/caching_test.cc.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "http/message.h"

namespace signpost {

// First half of the SHA-256 over the parts, each with its length, as lower-case hex (32 characters).
std::string fingerprint(std::initializer_list<std::string_view> parts);

enum class Comparison {
  weak,   // either tag may be weak: for If-None-Match
  strong  // neither may, since the bytes have to be the same: for If-Match
};

// True when the value of an If-None-Match or If-Match header names this tag; "*" names all but "".
bool etag_matches(std::string_view header, std::string_view etag, Comparison comparison = Comparison::weak);

struct CacheStats {
  uint64_t hits = 0;
  uint64_t misses = 0;
  size_t bytes = 0;
};

// Keeps the responses that were asked for last, up to so many bytes. Safe to use from many threads. Keys have
// the generation in them, so that what belongs to an old one is never found, and soon forgotten.
class ResponseCache {
 public:
  explicit ResponseCache(size_t max_bytes) : max_bytes_(max_bytes) {}

  // Null when there is none.
  std::shared_ptr<const Response> find(const std::string& key);
  void store(const std::string& key, Response response);
  CacheStats stats() const;

 private:
  // The one used last is in front.
  using Entries = std::list<std::pair<std::string, std::shared_ptr<const Response>>>;

  const size_t max_bytes_;
  mutable std::mutex mutex_;
  CacheStats stats_;
  Entries entries_;
  std::unordered_map<std::string, Entries::iterator> by_key_;
};

}  // namespace signpost
