// improvement_list.h - what readers reported and what was done about it, for the page and the feed that tell
// it. Tested by tests/unit/api/improvement_feed_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "api/complaint_entry.h"
#include "api/operation.h"

namespace signpost {

struct ImprovementList {
  uint64_t total = 0;
  uint64_t pages = 0;  // that `total` fill
  std::vector<ComplaintEntry> entries;
};

// Whether the site wants to tell, and knows anything to.
bool tells_improvements(const OperationContext& context);

// About articles in the context's language, the newest ends first. `page` from 1.
ImprovementList improvement_list(const OperationContext& context, uint32_t page, uint32_t per_page);

}  // namespace signpost
