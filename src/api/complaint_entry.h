// complaint_entry.h - a complaint with the article that it is about, as it is called and reached now. Tested
// by tests/unit/api/improvement_feed_test.cc.
#pragma once

#include <string>

#include "api/operation.h"
#include "store/complaint.h"

namespace signpost {

struct ComplaintEntry {
  Complaint complaint;
  std::string title;    // of the article; its id where it is gone
  std::string heading;  // of the section; "" for the whole, and where it is gone
  std::string url;      // of the section, or the article; "" where it is gone
};

ComplaintEntry complaint_entry(const OperationContext& context, const Complaint& complaint);

}  // namespace signpost
