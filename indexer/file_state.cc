// file_state.cc - see file_state.h.
#include "indexer/file_state.h"

#include <algorithm>
#include <chrono>

#include "base/sha256.h"

namespace signpost {

int64_t modified_ns(const struct stat& info) {
  return int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec;
}

int64_t now_ns() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

ShortDigest short_digest(std::string_view bytes) {
  const Sha256Sum sum = sha256_sum(bytes);
  ShortDigest digest;
  std::copy_n(sum.begin(), digest.size(), digest.begin());
  return digest;
}

}  // namespace signpost
