// csv.h - cells of CSV as RFC 4180 has it, which no spreadsheet takes for a formula: the one place that
// writes them. Tested by tests/unit/base/csv_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// In quotation marks. What a spreadsheet would reckon begins with an apostrophe.
std::string csv_cell(std::string_view value);

}  // namespace signpost
