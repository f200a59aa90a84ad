// paging.h - how many pages a list fills. Tested by tests/unit/api/paging_test.cc.
#pragma once

#include <algorithm>
#include <cstdint>

namespace signpost {

// Pages that `total` entries fill.
constexpr uint64_t pages_of(uint64_t total, uint32_t per_page) { return (total + per_page - 1) / per_page; }

// Pages that `total` results fill, of those that can be listed: a search ranks no more than a thousand.
constexpr uint64_t page_count(uint64_t total, uint32_t per_page) {
  return pages_of(std::min<uint64_t>(total, 1000), per_page);
}

}  // namespace signpost
