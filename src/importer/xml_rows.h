// xml_rows.h - streams the <row .../> elements of a data dump, however large the file is.
// Tested by tests/unit/importer/xml_rows_test.cc.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "importer/finding_printer.h"
#include "importer/xml_cutter.h"

namespace signpost {

class XmlRow {
 public:
  uint64_t line = 0;  // where it ends in the file
  std::vector<std::pair<std::string, std::string>> attributes;

  // "" when the row hasn't got it.
  std::string_view get(std::string_view name) const;
};

struct XmlRowsResult {
  uint64_t rows = 0;
  uint64_t broken = 0;   // left out
  bool complete = true;  // no row was broken, and the file ends as it should
};

// Calls `on_row` for each row. What isn't well-formed is reported, and reading goes on at the next line that
// begins with "<row". Rows over kMaxRowBytes or kMaxRowAttributes are among that. No entity besides XML's own
// five is known, and nothing outside of the file is read. Throws Error{not_found} or {io} when the file can't
// be read.
XmlRowsResult for_each_xml_row(const std::string& path, FindingPrinter& findings,
                               const std::function<void(const XmlRow&)>& on_row);

}  // namespace signpost
