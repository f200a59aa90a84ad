// table_writer.cc - writes the tables of a Markdown syntax tree.
// Tested by tests/unit/content/render_test.cc.
#include "content/table_writer.h"

#include <cmark-gfm-core-extensions.h>

#include <string>

#include "content/labels.h"

namespace signpost {

void TableWriter::begin_part(std::string_view part) {
  if (part_ == part) return;
  if (!part_.empty()) {
    page_.html("</");
    page_.html(part_);
    page_.html(">\n");
  }
  part_ = part;
  if (part.empty()) return;
  page_.html("<");
  page_.html(part);
  page_.html(">\n");
}

void TableWriter::begin_table(cmark_node* node) {
  page_.new_line();
  page_.html("<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"");
  page_.html(table_label(lang_));
  page_.html("\"><table>\n");
  alignments_ = cmark_gfm_extensions_get_table_alignments(node);
  columns_ = cmark_gfm_extensions_get_table_columns(node);
}

void TableWriter::end_table() {
  begin_part({});
  page_.html("</table></div>\n");
  page_.new_line();
}

std::string_view TableWriter::begin_row(cmark_node* node) {
  page_.new_line();
  header_row_ = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
  begin_part(header_row_ ? "thead" : "tbody");
  column_ = 0;
  page_.html("<tr>\n");
  return "</tr>\n";
}

std::string_view TableWriter::begin_cell(cmark_node* node) {
  page_.cell();
  const bool header = header_row_ && cmark_node_first_child(node) != nullptr;
  std::string tag = header ? "<th scope=\"col\"" : "<td";
  if (alignments_ != nullptr && column_ < static_cast<size_t>(columns_)) {
    const uint8_t alignment = alignments_[column_];
    if (alignment == 'c') tag += " align=\"center\"";
    if (alignment == 'r') tag += " align=\"right\"";
  }
  if (header_row_ && column_ == 0) rows_have_names_ = !header && columns_ > 1;
  row_named_ = rows_have_names_ && !header_row_ && column_ == 0;
  ++column_;
  page_.html(tag + ">");
  return header ? "</th>\n" : "</td>\n";
}

}  // namespace signpost
