// complaint_rows.h - what readers found wrong as rows of a table and for programs, the same from the pages of
// staff and from signpost-desk. Tested by tests/unit/report/complaint_rows_test.cc; the JSON, by
// tests/unit/desk/complaint_listing_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/report_table.h"
#include "store/complaint.h"

namespace signpost {

// With where it stands in the repository, as far as that is known.
struct ReportedComplaint {
  Complaint complaint;
  std::string file;  // "" where it is not known
  int64_t line = 0;
  std::vector<std::string> owners;
};

// One row for each.
ReportTable complaint_rows(const std::vector<ReportedComplaint>& complaints);
// A list of objects, as `signpost-index check --complaints` reads it.
std::string complaints_as_json(const std::vector<ReportedComplaint>& complaints);

}  // namespace signpost
