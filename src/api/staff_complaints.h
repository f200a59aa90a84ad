// staff_complaints.h - what readers found wrong, for staff: the pages of theirs call it, and it has no row in
// the table of operations. Without a store it may not be called. Tested by
// tests/unit/api/staff_complaints_test.cc.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "api/complaint_entry.h"
#include "api/operation.h"
#include "api/problem.h"
#include "index/source_place.h"

namespace signpost {

struct ComplaintQuestion {
  std::optional<ComplaintState> state = {};  // nullopt for all
  std::string lang = {};                     // of the article; "" for all
  std::string owner = {};                    // small letters are large ones; "" for all
  size_t first = 0;                          // so many are passed over
  size_t most = 0;
};

struct StaffComplaint {
  ComplaintEntry entry;
  std::optional<SourcePlace> place;  // nullopt: the generation has no such section
};

struct ComplaintsFound {
  std::vector<StaffComplaint> complaints;  // the one that most readers have first
  size_t total = 0;
  std::vector<std::string> owners;  // of all in this state and language, in order
};

// A problem (503) where nothing can be read at the moment.
std::variant<ComplaintsFound, Problem> staff_complaints(const OperationContext& context,
                                                        const ComplaintQuestion& question);

}  // namespace signpost
