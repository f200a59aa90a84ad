// table_writer.h - writes the tables of a Markdown syntax tree.
// Tested by tests/unit/content/render_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

#include "content/markdown_tree.h"
#include "content/page_builder.h"

namespace signpost {

class TableWriter {
 public:
  TableWriter(std::string_view lang, PageBuilder& page) : lang_(lang), page_(page) {}

  void begin_table(cmark_node* node);
  void end_table();
  // Both return the tag that ends what they began.
  std::string_view begin_row(cmark_node* node);
  std::string_view begin_cell(cmark_node* node);
  // Of the cell begun last. The first one of a row names it where the head has nothing above.
  BlockKind cell_kind() const { return header_row_ || row_named_ ? BlockKind::header_cell : BlockKind::cell; }

 private:
  // Ends the part that is open and begins this one; "" for none.
  void begin_part(std::string_view part);

  const std::string_view lang_;
  PageBuilder& page_;
  std::string_view part_;  // "thead" or "tbody" while one is open
  const uint8_t* alignments_ = nullptr;
  size_t column_ = 0;
  int columns_ = 0;
  bool header_row_ = false;
  bool rows_have_names_ = false;
  bool row_named_ = false;  // by the cell begun last
};

}  // namespace signpost
