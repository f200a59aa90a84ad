// complaint_rows.h - what readers found wrong as rows of a table, for people and programs. Tested by
// tests/unit/report/complaint_rows_test.cc.
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
  std::string file;
  int64_t line = 0;
  std::vector<std::string> owners;
};

// One row for each.
ReportTable complaint_rows(const std::vector<ReportedComplaint>& complaints);

}  // namespace signpost
