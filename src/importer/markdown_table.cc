// markdown_table.cc - all rows get as many cells as the longest one.
#include "importer/markdown_table.h"

#include <algorithm>

namespace signpost {
namespace {

std::string delimiter_of(char align) {
  switch (align) {
    case 'l':
      return ":---";
    case 'c':
      return ":---:";
    case 'r':
      return "---:";
    default:
      return "---";
  }
}

void append_row(std::string& out, const TableRow& row) {
  out += '|';
  for (const TableCell& cell : row) out += ' ' + cell.text + (cell.text.empty() ? "|" : " |");
  out += '\n';
}

}  // namespace

std::string markdown_table(std::vector<TableRow> rows) {
  const auto is_header = [](const TableCell& cell) { return cell.header; };
  rows.erase(std::remove_if(rows.begin(), rows.end(), [](const TableRow& row) { return row.empty(); }),
             rows.end());
  if (rows.empty()) return {};
  if (!std::all_of(rows[0].begin(), rows[0].end(), is_header)) rows.insert(rows.begin(), TableRow());
  size_t columns = 0;
  for (const TableRow& row : rows) columns = std::max(columns, row.size());
  for (TableRow& row : rows) row.resize(columns);
  std::string out;
  append_row(out, rows[0]);
  TableRow delimiters;
  for (size_t i = 0; i < columns; ++i) {
    const char head = rows[0][i].align;
    const char first = rows.size() > 1 ? rows[1][i].align : ' ';
    delimiters.push_back({delimiter_of(head != ' ' ? head : first)});
  }
  append_row(out, delimiters);
  for (size_t i = 1; i < rows.size(); ++i) append_row(out, rows[i]);
  out.pop_back();
  return out;
}

}  // namespace signpost
