// quote_html.cc - walks the blocks that lie in the stretch, and writes what it has of them.
#include "answer/quote_html.h"

#include <algorithm>
#include <vector>

#include "base/escape.h"

namespace signpost {
namespace {

class Writer {
 public:
  Writer(const SectionText& section, const Stretch& stretch)
      : text_(section.text), blocks_(section.blocks), stretch_(stretch) {}

  std::string write() {
    if (stretch_.kind == AnswerKind::table_row) {
      write_row_of_table();
      return std::move(out_);
    }
    for (size_t at = 0; at < blocks_.size(); ++at) {
      if (!inside(blocks_[at])) continue;
      close_to(blocks_[at].parent);
      open(at);
    }
    close_to(-1);
    return std::move(out_);
  }

 private:
  bool inside(const TextBlock& block) const {
    return block.begin < stretch_.end && block.end > stretch_.begin && !is_cell(block.kind) &&
           block.kind != BlockKind::picture;
  }
  // A container counts only where all of it is quoted, or steps are: a sentence of a bullet is a paragraph.
  bool whole(const TextBlock& block) const {
    return block.begin >= stretch_.begin && block.end <= stretch_.end;
  }

  static std::string_view tag_of(BlockKind kind) {
    switch (kind) {
      case BlockKind::numbered_list:
        return "ol";
      case BlockKind::bullet_list:
        return "ul";
      case BlockKind::item:
        return "li";
      case BlockKind::quote:
        return "blockquote";
      default:
        return "";
    }
  }

  void open(size_t at) {
    const TextBlock& block = blocks_[at];
    if (is_text(block.kind)) {
      write_text(block);
    } else if (const std::string_view tag = tag_of(block.kind); !tag.empty() && whole(block) && in_list(at)) {
      out_ += '<' + std::string(tag);
      if (block.kind == BlockKind::numbered_list) add_start(at);
      out_ += '>';
      open_.push_back({static_cast<int32_t>(at), tag});
    }
  }

  // An item stands in its list only.
  bool in_list(size_t at) const {
    if (blocks_[at].kind != BlockKind::item) return true;
    return !open_.empty() && open_.back().block == blocks_[at].parent;
  }

  void add_start(size_t list) {
    for (size_t at = list + 1; at < blocks_.size(); ++at) {
      if (blocks_[at].parent != static_cast<int32_t>(list)) continue;
      if (blocks_[at].number != 1) out_ += " start=\"" + std::to_string(blocks_[at].number) + '"';
      return;
    }
  }

  // Closes what the block with this parent doesn't lie in.
  void close_to(int32_t parent) {
    while (!open_.empty() && !lies_in(parent, open_.back().block)) {
      out_ += "</" + std::string(open_.back().tag) + '>';
      open_.pop_back();
    }
  }
  bool lies_in(int32_t block, int32_t container) const {
    for (; block >= 0; block = blocks_[static_cast<size_t>(block)].parent) {
      if (block == container) return true;
    }
    return false;
  }

  std::string escaped(uint32_t begin, uint32_t end) const {
    begin = std::max(begin, stretch_.begin);
    end = std::min(end, stretch_.end);
    return html_escaped(text_.substr(begin, end - begin));
  }

  void write_text(const TextBlock& block) {
    if (block.kind == BlockKind::code) {
      out_ += "<pre><code>" + escaped(block.begin, block.end) + "</code></pre>";
    } else {
      out_ += "<p>" + escaped(block.begin, block.end) + "</p>";
    }
  }

  void write_cells(size_t row, bool header) {
    out_ += "<tr>";
    for (size_t at = row + 1; at < blocks_.size(); ++at) {
      const TextBlock& cell = blocks_[at];
      if (!is_cell(cell.kind) || cell.parent != static_cast<int32_t>(row)) continue;
      const bool names = cell.kind == BlockKind::header_cell;
      out_ += !names ? "<td>" : header ? "<th scope=\"col\">" : "<th scope=\"row\">";
      out_ += html_escaped(text_.substr(cell.begin, cell.end - cell.begin));
      out_ += names ? "</th>" : "</td>";
    }
    out_ += "</tr>";
  }

  void write_row_of_table() {
    for (size_t at = 0; at < blocks_.size(); ++at) {
      if (!is_row(blocks_[at].kind) || blocks_[at].begin != stretch_.begin) continue;
      out_ += "<table>";
      for (size_t head = 0; head < at; ++head) {
        if (blocks_[head].kind != BlockKind::header_row || blocks_[head].parent != blocks_[at].parent)
          continue;
        out_ += "<thead>";
        write_cells(head, true);
        out_ += "</thead>";
      }
      out_ += "<tbody>";
      write_cells(at, false);
      out_ += "</tbody></table>";
      return;
    }
  }

  struct Open {
    int32_t block;
    std::string_view tag;
  };

  std::string_view text_;
  const std::vector<TextBlock>& blocks_;
  const Stretch& stretch_;
  std::string out_;
  std::vector<Open> open_;
};

}  // namespace

std::string quote_html(const SectionText& section, const Stretch& stretch) {
  return Writer(section, stretch).write();
}

}  // namespace signpost
