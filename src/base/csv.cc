// csv.cc - see csv.h.
#include "base/csv.h"

#include <algorithm>
#include <iterator>

namespace signpost {
namespace {

constexpr std::string_view kWideSigns[] = {"＝", "＋", "－", "＠"};

// OWASP's "CSV injection": the first character decides, the wide forms of Chinese, Japanese and Korean
// keyboards too. The apostrophe goes before what the cell says, quotation marks or not.
bool is_formula(std::string_view cell) {
  if (cell.empty()) return false;
  if (std::string_view("=+-@\t\r\n").find(cell[0]) != std::string_view::npos) return true;
  return std::any_of(std::begin(kWideSigns), std::end(kWideSigns),
                     [&](std::string_view wide) { return cell.starts_with(wide); });
}

}  // namespace

std::string csv_cell(std::string_view value) {
  std::string cell = "\"";
  if (is_formula(value)) cell += '\'';
  for (const char c : value) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

}  // namespace signpost
