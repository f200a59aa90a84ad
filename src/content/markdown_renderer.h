// markdown_renderer.h - walks a Markdown syntax tree and writes it to a PageBuilder.
// Tested by tests/unit/content/render_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/link_rewriter.h"
#include "content/markdown_places.h"
#include "content/markdown_tree.h"
#include "content/page_builder.h"
#include "content/raw_html.h"

namespace signpost {

class MarkdownRenderer {
 public:
  struct Context {
    std::string_view lang;
    Trust trust = Trust::company;
    std::string id_prefix;
    MarkdownPlaces& places;
  };

  MarkdownRenderer(const Context& context, PageBuilder& page, LinkRewriter& links, RawHtml& raw);

  // Iterates, so that deep nesting costs no stack.
  void render(cmark_node* root);

 private:
  // What a node that is open has to remember until it ends.
  struct Frame {
    size_t raw_mark = 0;
    size_t text_mark = 0;
    std::optional<Href> href;
    std::optional<std::string> image;
    Place place;  // of an image
    std::string_view end_tag;
    bool heading = false;  // began one: inside an open <h2> of raw HTML there can be no other
  };

  bool enter(cmark_node* node);  // true when the node has an end of its own
  void leave(cmark_node* node);
  bool enter_block(cmark_node* node);
  bool enter_inline(cmark_node* node);

  void enter_quote(cmark_node* node);
  void enter_list(cmark_node* node);
  void enter_item(cmark_node* node);
  void enter_paragraph(cmark_node* node);
  void enter_link(cmark_node* node);
  void enter_image(cmark_node* node);
  void enter_table(cmark_node* node);
  void enter_row(cmark_node* node);
  void enter_cell(cmark_node* node);
  void enter_footnote(cmark_node* node);
  void leave_link();
  void leave_image(cmark_node* node);
  void write_code_block(cmark_node* node);
  void write_html(cmark_node* node, bool block);
  void write_soft_break(cmark_node* node);
  void write_footnote_reference(cmark_node* node);
  void write_footnote_return();
  void open(std::string_view start_tag, std::string_view end_tag);
  void table_part(std::string_view part);

  const Context& context_;
  PageBuilder& page_;
  LinkRewriter& links_;
  RawHtml& raw_;
  const GfmTypes& gfm_;
  std::vector<Frame> frames_;
  std::string_view table_part_;  // "thead" or "tbody" while one is open
  const uint8_t* alignments_ = nullptr;
  size_t column_ = 0;
  int columns_ = 0;
  bool header_row_ = false;
  int footnotes_ = 0;               // definitions written so far
  std::vector<int> footnote_uses_;  // by number
  int link_depth_ = 0;
};

}  // namespace signpost
