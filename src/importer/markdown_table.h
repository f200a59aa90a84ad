// markdown_table.h - the rows of a table as GFM writes them.
// Tested by tests/unit/importer/markdown_table_test.cc.
#pragma once

#include <string>
#include <vector>

namespace signpost {

struct TableCell {
  std::string text;  // Markdown without line ends, its pipes escaped
  bool header = false;
  char align = ' ';  // 'l', 'c', 'r' or ' ' for none
};

using TableRow = std::vector<TableCell>;

// "" when there is no cell. A table whose first row isn't all headers gets an empty head, which GFM demands.
std::string markdown_table(std::vector<TableRow> rows);

}  // namespace signpost
