// block_checks.h - what is true of the blocks of every section, and a section's blocks as text.
#pragma once

#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "content/document.h"

namespace signpost::testing {

// Which rule of text_block.h the blocks break; "" for none.
inline std::string broken_rule(const Section& section) {
  const std::string& text = section.text;
  const std::vector<TextBlock>& blocks = section.blocks;
  const auto is_border = [&](uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  std::vector<int> covered(text.size());
  std::vector<uint32_t> free_from(blocks.size() + 1);  // by block around + 1: where its next part may begin
  for (size_t i = 0; i < blocks.size(); ++i) {
    const TextBlock& b = blocks[i];
    const bool has_parent = b.parent >= 0;
    if (b.parent >= static_cast<int32_t>(i)) return "stands behind the block around it";
    if (b.begin > b.end || b.end > text.size()) return "lies in the text";
    if (b.begin == b.end && !is_cell(b.kind)) return "has a text";
    if (!is_border(b.begin) || !is_border(b.end)) return "begins and ends with a character";
    const TextBlock* around = has_parent ? &blocks[static_cast<size_t>(b.parent)] : nullptr;
    if (has_parent && (b.begin < around->begin || b.end > around->end)) return "lies in the block around it";
    uint32_t& free = free_from[static_cast<size_t>(b.parent + 1)];
    if (b.begin < free) return "has its bytes alone";
    free = b.end;
    if (i > 0 && b.begin < blocks[i - 1].begin) return "is in reading order";
    if (i > 0 && b.parent != static_cast<int32_t>(i) - 1 && b.parent > blocks[i - 1].parent)
      return "stands with the others of its parent";
    if (b.end > b.begin && is_space(text[b.end - 1])) return "ends with text";
    if (b.end > b.begin && b.kind != BlockKind::code && is_space(text[b.begin])) return "begins with text";
    if (!is_container(b.kind) && !is_text(b.kind) && (!has_parent || is_container(around->kind)))
      return "a part lies in a text";
    if ((is_container(b.kind) || is_text(b.kind)) && has_parent && !is_container(around->kind))
      return "lies in a container";
    if (is_cell(b.kind) && !is_row(around->kind)) return "a cell lies in a row";
    if (b.kind == BlockKind::item ? b.number < 0 && !has_parent : b.number != 0)
      return "only items have numbers";
    if (!is_text(b.kind)) continue;
    for (uint32_t at = b.begin; at < b.end; ++at) ++covered[at];
  }
  for (size_t at = 0; at < text.size(); ++at) {
    if (is_space(text[at]) ? covered[at] > 1 : covered[at] != 1) return "each byte lies in one text block";
  }
  return "";
}

inline const char* name_of(BlockKind kind) {
  static constexpr const char* kNames[] = {"ol",   "ul",  "item",     "table", "quote",  "box",
                                           "fold", "tab", "footnote", "p",     "label",  "code",
                                           "head", "row", "td",       "th",    "picture"};
  static_assert(std::size(kNames) == static_cast<size_t>(kLastBlockKind) + 1);
  return kNames[static_cast<size_t>(kind)];
}

// "ol(1.(p'Open it.')) p'Text.'": texts of what has nothing in it, pictures aside in their text.
inline std::string outline(const Section& section, int32_t parent = -1) {
  std::string out;
  for (size_t i = 0; i < section.blocks.size(); ++i) {
    const TextBlock& b = section.blocks[i];
    if (b.parent != parent) continue;
    if (!out.empty()) out += ' ';
    out += b.kind == BlockKind::item && b.number > 0 ? std::to_string(b.number) + "." : name_of(b.kind);
    const std::string inner = outline(section, static_cast<int32_t>(i));
    if (!is_container(b.kind) && !is_row(b.kind))
      out += "'" + section.text.substr(b.begin, b.end - b.begin) + "'";
    if (!inner.empty()) out += "(" + inner + ")";
  }
  return out;
}

}  // namespace signpost::testing
