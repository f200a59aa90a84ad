// markdown_renderer.h - walks a Markdown syntax tree and writes it to a PageBuilder.
// Tested by tests/unit/content/render_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content/link_rewriter.h"
#include "content/link_writer.h"
#include "content/markdown_places.h"
#include "content/markdown_tree.h"
#include "content/page_builder.h"
#include "content/raw_html.h"
#include "content/table_writer.h"

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
    std::string_view end_tag;
    bool block = false;    // is one of the plain text
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
  void enter_footnote(cmark_node* node);
  void write_code_block(cmark_node* node);
  void note_block(SourceBlock::Kind kind, cmark_node* node);
  void note_table(cmark_node* node);
  void write_html(cmark_node* node, bool block);
  void write_soft_break(cmark_node* node);
  void write_footnote_reference(cmark_node* node);
  void write_footnote_return();
  void open(std::string_view start_tag, std::string_view end_tag);
  void open_block(BlockKind kind, int number = 0);

  const Context& context_;
  PageBuilder& page_;
  RawHtml& raw_;
  LinkWriter links_;
  TableWriter tables_;
  const GfmTypes& gfm_;
  std::vector<Frame> frames_;
  int footnotes_ = 0;               // definitions written so far
  std::vector<int> footnote_uses_;  // by number
};

}  // namespace signpost
