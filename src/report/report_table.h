// report_table.h - rows of figures as other programs take them. Tested by
// tests/unit/report/report_table_test.cc.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace signpost {

// One without a value: what its row stands for has no name, or several.
using ReportCell = std::variant<std::monostate, std::string, int64_t>;

struct ReportTable {
  std::string name;  // "without_result"
  std::vector<std::string> columns;
  std::vector<std::vector<ReportCell>> rows;  // each with a cell for every column
};

// CSV of RFC 4180 in UTF-8, with a line of names; see base/csv.h.
std::string as_csv(const ReportTable& table);
// A list of objects; nothing in it can steer a terminal.
std::string as_json(const ReportTable& table);
// {"name": [...] ...}, with these values before the tables.
std::string as_json(const std::vector<std::pair<std::string, ReportCell>>& values,
                    const std::vector<ReportTable>& tables);
// For people at a terminal: in columns, of which the last may be as wide as it is; "-" for what has no value.
std::string as_text(const ReportTable& table);

}  // namespace signpost
