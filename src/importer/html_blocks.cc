// html_blocks.cc - indents and marks lines as CommonMark's containers demand.
#include "importer/html_blocks.h"

#include <algorithm>

namespace signpost {
namespace {

// Each line behind the first gets `prefix`; blank ones stay blank.
std::string indented(std::string_view text, const std::string& prefix) {
  std::string out;
  for (size_t pos = 0; pos <= text.size();) {
    const size_t end = std::min(text.find('\n', pos), text.size());
    if (pos > 0) out += '\n';
    if (pos > 0 && end > pos) out += prefix;
    out.append(text, pos, end - pos);
    pos = end + 1;
  }
  return out;
}

// A paragraph, at most, and lists that may follow it at once.
bool fits_tight_list(const MarkdownBlocks& blocks) {
  for (size_t i = 0; i < blocks.size(); ++i) {
    const bool first = i == 0 && blocks[i].kind == HtmlBlockKind::paragraph;
    const bool list = blocks[i].kind == HtmlBlockKind::bullets || blocks[i].kind == HtmlBlockKind::numbers;
    if (!first &&
        !(list && blocks[i].can_interrupt && (i == 0 || blocks[i - 1].kind == HtmlBlockKind::paragraph))) {
      return false;
    }
  }
  return true;
}

std::string join(const MarkdownBlocks& blocks, const char* between) {
  std::string out;
  for (const MarkdownBlock& block : blocks) {
    if (!out.empty()) out += between;
    out += block.text;
  }
  return out;
}

}  // namespace

std::string joined(const MarkdownBlocks& blocks) { return join(blocks, "\n\n"); }

std::string block_quote(std::string_view text) {
  std::string out;
  for (size_t pos = 0; pos <= text.size();) {
    const size_t end = std::min(text.find('\n', pos), text.size());
    if (pos > 0) out += '\n';
    out += end > pos ? "> " : ">";
    out.append(text, pos, end - pos);
    pos = end + 1;
  }
  return out;
}

MarkdownBlock markdown_list(const std::vector<MarkdownBlocks>& items, const ListShape& shape, bool tight) {
  constexpr long kMaxNumber = 999'999'999;  // nine digits, says CommonMark
  MarkdownBlock list;
  list.kind = shape.numbered ? HtmlBlockKind::numbers : HtmlBlockKind::bullets;
  list.alternate = shape.alternate;
  const bool fits = tight && std::all_of(items.begin(), items.end(), fits_tight_list);
  long number = std::clamp(shape.start, 0L, kMaxNumber - static_cast<long>(items.size()));
  list.can_interrupt = fits && !items.empty() && !items[0].empty() && (!shape.numbered || number == 1);
  for (const MarkdownBlocks& item : items) {
    std::string marker = shape.alternate ? "+ " : "- ";
    if (shape.numbered) marker = std::to_string(number++) + (shape.alternate ? ") " : ". ");
    if (!list.text.empty()) list.text += fits ? "\n" : "\n\n";
    const std::string text = join(item, fits ? "\n" : "\n\n");
    list.text += text.empty() ? marker.substr(0, marker.size() - 1)
                              : marker + indented(text, std::string(marker.size(), ' '));
  }
  return list;
}

}  // namespace signpost
