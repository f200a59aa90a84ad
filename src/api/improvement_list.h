// improvement_list.h - what readers reported and what was done about it, for the page and the feed that tell
// it. Tested by tests/unit/api/improvement_feed_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "api/operation.h"

namespace signpost {

struct ImprovementEntry {
  Complaint complaint;  // one that has ended, without comments
  std::string title;    // of the article; its id where it is gone
  std::string heading;  // of the section; "" for the whole, and where it is gone
  std::string url;      // of the section, or the article; "" where it is gone
};

struct ImprovementList {
  uint64_t total = 0;
  uint64_t pages = 0;  // that `total` fill
  std::vector<ImprovementEntry> entries;
};

// Whether the site wants to tell, and knows anything to.
bool tells_improvements(const OperationContext& context);

// About articles in the context's language, the newest ends first. `page` from 1.
ImprovementList improvement_list(const OperationContext& context, uint32_t page, uint32_t per_page);

}  // namespace signpost
