// html_markdown.cc - walks the tree of a post; blocks are collected in lists, lines in an InlineWriter.
#include "importer/html_markdown.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "importer/html_blocks.h"
#include "importer/html_kinds.h"
#include "importer/html_source.h"
#include "importer/html_tree.h"
#include "importer/inline_writer.h"
#include "importer/markdown_table.h"
#include "importer/markdown_text.h"
#include "importer/small_letters.h"

namespace signpost {
namespace {

using Mark = InlineWriter::Mark;

// Lists and quotes in each other indent every line again; what is deeper stays on the deepest level.
constexpr int kMaxContainers = 12;
constexpr size_t kMaxColumns = 100;
constexpr size_t kMaxCells = 20'000;
constexpr size_t kMaxMarkdownBytes = 1'500'000;  // of the 2 MB that a file may have

struct TooLarge {};

class Converter {
 public:
  explicit Converter(const SiteAddress& site) : site_(site) {}

  std::string convert(const xmlNode* root) {
    MarkdownBlocks blocks = blocks_of(root);
    return joined(blocks);
  }

 private:
  // The blocks inside of `node`, apart from those around it.
  MarkdownBlocks blocks_of(const xmlNode* node) {
    end_paragraph();
    MarkdownBlocks outer = std::exchange(blocks_, {});
    children(node);
    end_paragraph();
    return std::exchange(blocks_, std::move(outer));
  }

  void children(const xmlNode* node) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) {
        if (child->content != nullptr) line_.text(reinterpret_cast<const char*>(child->content));
      } else if (child->type == XML_ELEMENT_NODE) {
        element(child);
      }
    }
  }

  void element(const xmlNode* node) {
    switch (element_of(node)) {
      case Element::none:
        if (!has_class(node, "badge-notification")) children(node);  // Discourse's counts of clicks
        return;
      case Element::skip:
        return;
      case Element::emphasis:
        return marked(Mark::emphasis, node);
      case Element::strong:
        return marked(Mark::strong, node);
      case Element::strike:
        return marked(Mark::strike, node);
      case Element::code:
        return line_.markdown(code_span(text_of(node), in_table_));
      case Element::link:
        return link(node);
      case Element::image:
        return image(node);
      case Element::frame:
        return frame(node);
      case Element::small:
        return small(node);
      case Element::line_break:
        return line_break();
      default:
        return one_line_ ? block_in_line(node) : block(node);
    }
  }

  void block(const xmlNode* node) {
    if (has_class(node, "meta") || has_class(node, "quote-controls"))
      return;  // of Discourse's pictures, quotes
    end_paragraph();
    switch (element_of(node)) {
      case Element::heading:
        heading(node);
        break;
      case Element::list:
        list(node);
        break;
      case Element::quote:
        quote(node);
        break;
      case Element::pre:
        pre(node);
        break;
      case Element::table:
        table(node);
        break;
      case Element::rule:
        add(HtmlBlockKind::other, "***");
        break;
      case Element::strong_block:
        marked(Mark::strong, node);
        break;
      case Element::aside:
        aside(node);
        break;
      default:
        children(node);
    }
    end_paragraph();
  }

  // In a heading or the cell of a table, where a line is all there is.
  void block_in_line(const xmlNode* node) {
    line_.space();
    if (element_of(node) == Element::pre) {
      line_.markdown(code_span(text_of(node), in_table_));
    } else {
      children(node);
    }
    line_.space();
  }

  void add(HtmlBlockKind kind, std::string text) {
    if (text.empty()) return;
    bytes_ += text.size();
    if (bytes_ > 4 * kMaxMarkdownBytes) throw TooLarge();
    MarkdownBlock block;
    block.kind = kind;
    block.text = std::move(text);
    blocks_.push_back(std::move(block));
  }

  void end_paragraph() {
    if (!one_line_) add(HtmlBlockKind::paragraph, line_.finish(true));
  }

  void marked(Mark mark, const xmlNode* node) {
    line_.open(mark);
    children(node);
    line_.close(mark);
  }

  // Old posts end their paragraphs with two of them.
  void line_break() {
    if (one_line_) return line_.space();
    if (line_.ends_with_break()) return end_paragraph();
    line_.line_break();
  }

  void heading(const xmlNode* node) {
    one_line_ = true;
    children(node);
    one_line_ = false;
    std::string text = line_.finish(false);
    if (text.empty()) return;
    protect_heading_end(text);
    const auto level = static_cast<size_t>(name_of(node)[1] - '0');
    add(HtmlBlockKind::other, std::string(level, '#') + ' ' + text);
  }

  void quote(const xmlNode* node) {
    if (containers_ == kMaxContainers) return children(node);
    ++containers_;
    const std::string text = joined(blocks_of(node));
    --containers_;
    if (!text.empty()) add(HtmlBlockKind::other, block_quote(text));
  }

  void list(const xmlNode* node) {
    if (containers_ == kMaxContainers) return children(node);
    ++containers_;
    std::vector<MarkdownBlocks> items;
    bool tight = true;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type != XML_ELEMENT_NODE || element_of(child) == Element::skip) continue;
      const bool item = name_of(child) == "li";
      // Lists right inside of lists belong to the item before.
      MarkdownBlocks blocks = item ? blocks_of(child) : wrapped(child);
      for (const xmlNode* each = child->children; each != nullptr; each = each->next) {
        if (item && each->type == XML_ELEMENT_NODE && name_of(each) == "p") tight = false;
      }
      if (item || items.empty()) {
        items.push_back(std::move(blocks));
      } else {
        std::move(blocks.begin(), blocks.end(), std::back_inserter(items.back()));
      }
    }
    --containers_;
    if (items.empty()) return;
    ListShape shape;
    shape.numbered = name_of(node) == "ol";
    const std::string start = attribute_of(node, "start");
    std::from_chars(start.data(), start.data() + start.size(), shape.start);
    // Two lists in a row would be read as one, if they had the same marker.
    const HtmlBlockKind kind = shape.numbered ? HtmlBlockKind::numbers : HtmlBlockKind::bullets;
    shape.alternate = !blocks_.empty() && blocks_.back().kind == kind && !blocks_.back().alternate;
    MarkdownBlock block = markdown_list(items, shape, tight);
    bytes_ += block.text.size();
    if (bytes_ > 4 * kMaxMarkdownBytes) throw TooLarge();
    blocks_.push_back(std::move(block));
  }

  MarkdownBlocks wrapped(const xmlNode* node) {
    MarkdownBlocks outer = std::exchange(blocks_, {});
    element(node);
    end_paragraph();
    return std::exchange(blocks_, std::move(outer));
  }

  void pre(const xmlNode* node) {
    add(HtmlBlockKind::other, code_block(text_of(node), code_language_of(node)));
  }

  void table(const xmlNode* node) {
    if (const xmlNode* caption = find_element(node, "caption")) {
      children(caption);
      end_paragraph();
    }
    std::vector<TableRow> rows;
    one_line_ = in_table_ = true;
    add_rows(node, rows);
    one_line_ = in_table_ = false;
    add(HtmlBlockKind::other, markdown_table(std::move(rows)));
  }

  void add_rows(const xmlNode* node, std::vector<TableRow>& rows) {
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      if (child->type != XML_ELEMENT_NODE) continue;
      const std::string_view name = name_of(child);
      if (name == "tr") {
        rows.push_back(row_of(child));
        cells_ += rows.back().size();
        if (rows.back().size() > kMaxColumns || cells_ > kMaxCells) throw TooLarge();
      } else if (name != "caption") {
        add_rows(child, rows);
      }
    }
  }

  TableRow row_of(const xmlNode* node) {
    TableRow row;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
      const bool header = child->type == XML_ELEMENT_NODE && name_of(child) == "th";
      if (!header && (child->type != XML_ELEMENT_NODE || name_of(child) != "td")) continue;
      children(child);
      TableCell cell{line_.finish(false), header, alignment_of(child)};
      row.push_back(std::move(cell));
      size_t span = 1;
      const std::string columns = attribute_of(child, "colspan");
      std::from_chars(columns.data(), columns.data() + columns.size(), span);
      row.resize(row.size() + std::clamp<size_t>(span, 1, kMaxColumns) - 1, {{}, header});
    }
    return row;
  }

  void link(const xmlNode* node) {
    const xmlNode* image = find_element(node, "img");
    if (has_class(node, "lightbox") && image != nullptr) {
      return picture(attribute_of(image, "alt"), attribute_of(node, "href"));
    }
    const auto url = site_.resolve(attribute_of(node, "href"));
    if (!url || attribute_of(node, "href").empty()) return children(node);
    line_.open(Mark::link, *url);
    children(node);
    line_.close(Mark::link);
  }

  void image(const xmlNode* node) {
    if (has_class(node, "emoji")) return line_.text(attribute_of(node, "alt"));
    if (has_class(node, "avatar") || has_class(node, "site-icon")) return;
    picture(attribute_of(node, "alt"), attribute_of(node, "src"));
  }

  // Pictures of other sites are shown as links, so that each needs words.
  void picture(std::string alt, const std::string& src) {
    alt = collapsed(alt);
    const auto url = site_.resolve(src);
    if (alt.empty() && url) {
      const size_t end = std::min(url->find_first_of("?#"), url->size());
      const size_t slash = url->substr(0, end).find_last_of('/');
      alt = url->substr(slash + 1, end - slash - 1);
    }
    if (!url || line_.is_open(Mark::link)) return line_.text(alt);
    line_.markdown("![" + escaped_markdown(alt) + "](" + link_target(*url) + ")");
  }

  // A film or a sound from elsewhere: a link to it.
  void frame(const xmlNode* node) {
    const auto url = site_.resolve(attribute_of(node, "src"));
    if (!url || attribute_of(node, "src").empty()) return children(node);
    line_.open(Mark::link, *url);
    line_.text(*url);
    line_.close(Mark::link);
  }

  void small(const xmlNode* node) {
    const bool above = name_of(node) == "sup";
    const std::string text = collapsed(text_of(node));
    if (const auto letters = above ? superscript(text) : subscript(text)) return line_.text(*letters);
    const bool short_word = text.size() <= 8 && text.find(' ') == std::string::npos &&
                            node->children != nullptr && node->children->type == XML_TEXT_NODE &&
                            node->children->next == nullptr;
    // Whole sentences in small print are common too.
    if (!short_word || text.empty()) return children(node);
    line_.text((above ? "^(" : "_(") + text + ")");
  }

  // Discourse's quotes of other posts and previews of linked pages.
  void aside(const xmlNode* node) {
    if (!has_class(node, "onebox")) return children(node);
    const xmlNode* heading = find_element(node, "h3");
    if (heading == nullptr) heading = find_element(node, "h4");
    std::string source = attribute_of(node, "data-onebox-src");
    const xmlNode* anchor = find_element(node, "a");
    if (source.empty() && anchor != nullptr) source = attribute_of(anchor, "href");
    const auto url = site_.resolve(source);
    if (!url) return children(node);
    line_.open(Mark::link, *url);
    line_.text(heading == nullptr ? *url : text_of(heading));
    line_.close(Mark::link);
  }

  const SiteAddress& site_;
  MarkdownBlocks blocks_;
  InlineWriter line_;
  bool one_line_ = false;
  bool in_table_ = false;
  int containers_ = 0;
  size_t cells_ = 0;
  size_t bytes_ = 0;  // of all blocks on all levels
};

}  // namespace

ConvertedHtml html_to_markdown(std::string_view html, const SiteAddress& site) {
  ConvertedHtml result;
  const HtmlTree tree(html);
  if (tree.root() == nullptr) return result;
  if (!tree.is_walkable()) {
    result.problem = "its HTML is nested too deep; kept as plain text";
  } else {
    try {
      result.markdown = Converter(site).convert(tree.root());
      if (result.markdown.size() > kMaxMarkdownBytes) throw TooLarge();
      return result;
    } catch (const TooLarge&) {
      result.problem = "its HTML makes too much Markdown; kept as plain text";
    }
  }
  result.markdown = html_as_plain_markdown(html);
  return result;
}

}  // namespace signpost
