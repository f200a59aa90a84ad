// markdown_renderer.cc - walks a Markdown syntax tree and writes it to a PageBuilder.
// Tested by tests/unit/content/render_test.cc.
#include "content/markdown_renderer.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/ascii.h"
#include "base/utf8.h"
#include "content/code_info.h"
#include "content/dialects/box.h"
#include "content/html_text.h"
#include "content/labels.h"
#include "content/markdown_tree.h"

namespace signpost {
namespace {

std::string_view literal_of(cmark_node* node) { return view_of(cmark_node_get_literal(node)); }

// Chinese and Japanese letters, between which a line end is no space.
bool is_unspaced(char32_t c) {
  return (c >= 0x3000 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF00 && c <= 0xFF9F) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_last_child(cmark_node* node) { return cmark_node_next(node) == nullptr; }
cmark_node_type parent_type(cmark_node* node) { return cmark_node_get_type(cmark_node_parent(node)); }

// In a list without blank lines between its items, paragraphs have no tags.
bool is_tight(cmark_node* paragraph) {
  cmark_node* item = cmark_node_parent(paragraph);
  cmark_node* list = item == nullptr ? nullptr : cmark_node_parent(item);
  return list != nullptr && cmark_node_get_type(list) == CMARK_NODE_LIST &&
         cmark_node_get_list_tight(list) != 0;
}

// MDN writes a definition as an item of an inner list that starts with ": ".
void cut_definition_mark(cmark_node* item) {
  cmark_node* outer = cmark_node_parent(cmark_node_parent(item));
  cmark_node* paragraph = cmark_node_first_child(item);
  cmark_node* text = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
  if (text == nullptr || outer == nullptr || cmark_node_get_type(outer) != CMARK_NODE_ITEM) return;
  const std::string_view literal =
      cmark_node_get_type(text) == CMARK_NODE_TEXT ? literal_of(text) : std::string_view();
  if (literal.substr(0, 2) == ": ") cmark_node_set_literal(text, std::string(literal.substr(2)).c_str());
}

}  // namespace

MarkdownRenderer::MarkdownRenderer(const Context& context, PageBuilder& page, LinkRewriter& links,
                                   RawHtml& raw)
    : context_(context),
      page_(page),
      raw_(raw),
      links_(context.trust, context.places, page, links),
      tables_(context.lang, page),
      gfm_(gfm_types()) {}

void MarkdownRenderer::render(cmark_node* root) {
  cmark_node* node = root;
  while (node != nullptr) {
    const bool has_end = enter(node);
    cmark_node* child = has_end ? cmark_node_first_child(node) : nullptr;
    if (child != nullptr) {
      node = child;
      continue;
    }
    if (has_end) leave(node);
    while (node != nullptr && node != root && is_last_child(node)) {
      node = cmark_node_parent(node);
      leave(node);
    }
    node = node == root ? nullptr : cmark_node_next(node);
  }
}

void MarkdownRenderer::open(std::string_view start_tag, std::string_view end_tag) {
  page_.html(start_tag);
  frames_.back().end_tag = end_tag;
}

void MarkdownRenderer::open_block(BlockKind kind, int number) {
  page_.begin_block(kind, number);
  frames_.back().block = true;
}

bool MarkdownRenderer::enter(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  switch (type) {
    case CMARK_NODE_TEXT:
      page_.html_text(literal_of(node));
      page_.text(literal_of(node));
      return false;
    case CMARK_NODE_SOFTBREAK:
      write_soft_break(node);
      return false;
    case CMARK_NODE_LINEBREAK:
      page_.html("<br>\n");
      page_.space();
      return false;
    case CMARK_NODE_CODE:
      page_.html("<code>");
      page_.html_text(literal_of(node));
      page_.html("</code>");
      page_.text(literal_of(node));
      return false;
    case CMARK_NODE_HTML_INLINE:
    case CMARK_NODE_CUSTOM_INLINE:
      write_html(node, false);
      return false;
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_CUSTOM_BLOCK:
      write_html(node, true);
      return false;
    case CMARK_NODE_FOOTNOTE_REFERENCE:
      write_footnote_reference(node);
      return false;
    case CMARK_NODE_CODE_BLOCK:
      raw_.close_paragraph();
      note_block(SourceBlock::Kind::code, node);
      write_code_block(node);
      return false;
    case CMARK_NODE_THEMATIC_BREAK:
      raw_.close_paragraph();
      page_.html("<hr>\n");
      page_.new_line();
      return false;
    default:
      break;
  }
  if ((type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK) raw_.close_paragraph();
  frames_.emplace_back();
  frames_.back().raw_mark = raw_.mark();
  if ((type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK) {
    enter_block(node);
  } else {
    enter_inline(node);
  }
  return true;
}

bool MarkdownRenderer::enter_block(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  switch (type) {
    case CMARK_NODE_BLOCK_QUOTE:
      enter_quote(node);
      break;
    case CMARK_NODE_LIST:
      enter_list(node);
      break;
    case CMARK_NODE_ITEM:
      enter_item(node);
      break;
    case CMARK_NODE_PARAGRAPH:
      enter_paragraph(node);
      break;
    case CMARK_NODE_HEADING:
      frames_.back().heading =
          page_.begin_heading(cmark_node_get_heading_level(node), context_.places.of_heading(node));
      break;
    case CMARK_NODE_FOOTNOTE_DEFINITION:
      enter_footnote(node);
      break;
    default:
      if (type == gfm_.table) {
        note_table(node);
        tables_.begin_table(node);
        open_block(BlockKind::table);
      } else if (type == gfm_.table_row) {
        frames_.back().end_tag = tables_.begin_row(node);
        open_block(BlockKind::row);
      } else if (type == gfm_.table_cell) {
        frames_.back().end_tag = tables_.begin_cell(node);
        open_block(tables_.cell_kind());
      }
  }
  return true;
}

bool MarkdownRenderer::enter_inline(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  switch (type) {
    case CMARK_NODE_EMPH:
      open("<em>", "</em>");
      break;
    case CMARK_NODE_STRONG:
      open("<strong>", "</strong>");
      break;
    case CMARK_NODE_LINK:
      links_.begin_link(node);
      break;
    case CMARK_NODE_IMAGE:
      note_block(SourceBlock::Kind::image, node);
      links_.begin_image(node);
      break;
    default:
      if (type == gfm_.strikethrough) open("<del>", "</del>");
  }
  return true;
}

void MarkdownRenderer::leave(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  raw_.close_to(frames_.back().raw_mark);
  if (frames_.back().block) page_.end_block();
  if (type == CMARK_NODE_LINK) {
    links_.end_link();
  } else if (type == CMARK_NODE_IMAGE) {
    links_.end_image(node);
  } else if (type == CMARK_NODE_HEADING) {
    if (frames_.back().heading) page_.end_heading();
  } else if (type == CMARK_NODE_PARAGRAPH) {
    if (parent_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION && is_last_child(node)) write_footnote_return();
    page_.html(frames_.back().end_tag);
    page_.new_line();
  } else if (type == CMARK_NODE_DOCUMENT) {
    if (footnotes_ > 0) page_.html("</ol>\n</section>\n");
  } else if (type == gfm_.table) {
    tables_.end_table();
  } else {
    page_.html(frames_.back().end_tag);
    if (type == CMARK_NODE_ITEM || type == gfm_.table_row) page_.new_line();
  }
  frames_.pop_back();
}

// Also takes `[!NOTE]` out of the tree: its first text is "[!NOTE]" or, in Microsoft's docs, "[!NOTE] Text".
void MarkdownRenderer::enter_quote(cmark_node* node) {
  cmark_node* paragraph = cmark_node_first_child(node);
  cmark_node* text = paragraph == nullptr ? nullptr : cmark_node_first_child(paragraph);
  const bool is_text = text != nullptr && cmark_node_get_type(paragraph) == CMARK_NODE_PARAGRAPH &&
                       cmark_node_get_type(text) == CMARK_NODE_TEXT;
  const std::string literal(is_text ? literal_of(text) : std::string_view());
  const size_t close = literal.find(']');
  const bool marked = literal.substr(0, 2) == "[!" && close != std::string::npos;
  const auto kind =
      marked ? find_admonition(std::string_view(literal).substr(2, close - 2), context_.lang) : std::nullopt;
  if (marked) {
    const size_t rest = std::min(literal.find_first_not_of(" \t", close + 1), literal.size());
    cmark_node* next = cmark_node_next(text);
    if (rest == literal.size() && next != nullptr && cmark_node_get_type(next) == CMARK_NODE_SOFTBREAK)
      cmark_node_unlink(next);
    cmark_node_set_literal(text, literal.substr(rest).c_str());
    if (rest == literal.size() && cmark_node_next(text) == nullptr) cmark_node_unlink(paragraph);
  }
  page_.new_line();
  open_block(kind ? BlockKind::box : BlockKind::quote);
  if (!kind) return open("<blockquote>\n", "</blockquote>\n");
  note_block(SourceBlock::Kind::box, node);
  page_.html("<div class=\"admonition ");
  page_.html(kind->name);
  page_.html("\"><p class=\"admonition-title\">");
  page_.html_text(kind->label);
  open("</p>\n", "</div>\n");
}

void MarkdownRenderer::enter_list(cmark_node* node) {
  page_.new_line();
  const bool numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  const int start = cmark_node_get_list_start(node);
  open_block(numbered ? BlockKind::numbered_list : BlockKind::bullet_list, start);
  if (!numbered) return open("<ul>\n", "</ul>\n");
  open(start == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(start) + "\">\n", "</ol>\n");
}

void MarkdownRenderer::enter_item(cmark_node* node) {
  page_.new_line();
  const bool numbered = cmark_node_get_list_type(cmark_node_parent(node)) == CMARK_ORDERED_LIST;
  note_block(numbered ? SourceBlock::Kind::step : SourceBlock::Kind::item, node);
  open_block(BlockKind::item);
  cut_definition_mark(node);
  if (!is_task_item(node)) return open("<li>", "</li>\n");
  const bool done = cmark_gfm_extensions_get_tasklist_item_checked(node);
  page_.html("<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"");
  page_.html(task_label(done, context_.lang));
  open(done ? "\" checked> " : "\"> ", "</li>\n");
}

void MarkdownRenderer::enter_paragraph(cmark_node* node) {
  page_.new_line();
  if (const auto title = raw_.take_title()) {
    open_block(BlockKind::label);
    return open(title->first, title->second);
  }
  if (!is_tight(node)) {
    open("<p>", "</p>\n");
  } else if (!is_last_child(node)) {
    frames_.back().end_tag = "\n";
  }
}

void MarkdownRenderer::note_block(SourceBlock::Kind kind, cmark_node* node) {
  page_.add_block({.kind = kind, .place = {context_.places.line_of(node), 0}});
}

void MarkdownRenderer::note_table(cmark_node* node) {
  SourceBlock table{.kind = SourceBlock::Kind::table, .place = {context_.places.line_of(node), 0}};
  table.columns = cmark_gfm_extensions_get_table_columns(node);
  for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row))
    table.rows += cmark_gfm_extensions_get_table_row_is_header(row) != 0 ? 0 : 1;
  page_.add_block(table);
}

void MarkdownRenderer::write_code_block(cmark_node* node) {
  page_.new_line();
  const std::string_view info = view_of(cmark_node_get_fence_info(node));
  const std::string language = code_language(info);
  if (const std::string title = code_title(info); !title.empty()) {
    page_.html("<p class=\"code-title\">");
    page_.html_text(title);
    page_.html("</p>\n");
    page_.text_block(BlockKind::label, title);
  }
  if (const std::string_view label = undrawn_label(language, context_.lang); !label.empty()) {
    page_.html("<p class=\"undrawn\">");
    page_.html_text(label);
    page_.html("</p>\n");
  }
  page_.html("<pre tabindex=\"0\"><code");
  if (!language.empty()) page_.html(" class=\"language-" + language + "\"");
  page_.html(">");
  page_.html_text(literal_of(node));
  page_.html("</code></pre>\n");
  page_.text_block(BlockKind::code, literal_of(node));
}

void MarkdownRenderer::write_html(cmark_node* node, bool block) {
  const std::string_view html = literal_of(node);
  if (context_.trust == Trust::company) {
    if (block) page_.new_line();
    if (const auto mark = block ? read_box_mark(html, context_.lang) : std::nullopt) {
      if (mark->action == BoxMark::Action::start && mark->name == "box")
        note_block(SourceBlock::Kind::box, node);
      return raw_.box_mark(*mark);
    }
    context_.places.begin_html(node);
    raw_.write(html, [this](std::string_view tag) { return context_.places.of_tag(tag); });
    if (block) page_.new_line();
    return;
  }
  if (html.substr(0, 4) == "<!--") return;
  if (block) page_.new_line();
  if (block) page_.html("<p>");
  page_.html_text(html);
  page_.text(html);
  if (block) page_.html("</p>\n");
  if (block) page_.new_line();
}

void MarkdownRenderer::write_soft_break(cmark_node* node) {
  cmark_node* next = cmark_node_next(node);
  if (next != nullptr && cmark_node_get_type(next) == CMARK_NODE_TEXT &&
      is_unspaced(page_.last_code_point())) {
    const std::string_view text = literal_of(next);
    size_t pos = 0;
    if (!text.empty() && is_unspaced(next_code_point(text, pos))) return;
  }
  page_.html("\n");
  page_.space();
}

void MarkdownRenderer::write_footnote_reference(cmark_node* node) {
  const std::string_view literal = literal_of(node);
  size_t number = 0;
  std::from_chars(literal.data(), literal.data() + literal.size(), number);
  if (number == 0 || number > 10'000) return;
  if (footnote_uses_.size() <= number) footnote_uses_.resize(number + 1);
  const int use = ++footnote_uses_[number];
  const std::string name = std::to_string(number);
  std::string id = context_.id_prefix + "fnref-" + name;
  if (use > 1) id += "-" + std::to_string(use);
  page_.reserve_id(id);
  page_.html("<sup class=\"footnote-ref\"><a href=\"#" + context_.id_prefix + "fn-" + name + "\" id=\"" + id +
             "\">" + name + "</a></sup>");
}

void MarkdownRenderer::enter_footnote(cmark_node*) {
  page_.new_line();
  open_block(BlockKind::footnote);
  if (footnotes_++ == 0) page_.html("<section class=\"footnotes\">\n<ol>\n");
  const std::string id = context_.id_prefix + "fn-" + std::to_string(footnotes_);
  page_.reserve_id(id);
  open("<li id=\"" + id + "\">", "</li>\n");
}

void MarkdownRenderer::write_footnote_return() {
  page_.html(" <a href=\"#" + context_.id_prefix + "fnref-" + std::to_string(footnotes_) +
             "\" class=\"footnote-backref\" aria-label=\"");
  page_.html(footnote_back_label(context_.lang));
  page_.html("\">\xE2\x86\xA9</a>");
}

}  // namespace signpost
