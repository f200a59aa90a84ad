// block_builder.cc - notes what each stretch of a section's text is while the text is being made.
// Tested by tests/unit/content/text_block_test.cc.
#include "content/block_builder.h"

#include <algorithm>

#include "base/ascii.h"

namespace signpost {
namespace {

bool is_list(BlockKind kind) { return kind == BlockKind::numbered_list || kind == BlockKind::bullet_list; }

// Empty cells may have been noted behind the row's last text. A row of nothing but names of columns is a
// header; the corner above names of rows may be an empty <td>.
void close_row(std::vector<TextBlock>& blocks, size_t index) {
  TextBlock& row = blocks[index];
  bool all_name = true;
  BlockKind last = BlockKind::cell;
  for (size_t i = index + 1; i < blocks.size(); ++i) {
    TextBlock& part = blocks[i];
    part.begin = std::min(part.begin, row.end);
    part.end = std::min(part.end, row.end);
    if (!is_cell(part.kind)) continue;
    last = part.kind;
    all_name = all_name && (last == BlockKind::header_cell || part.begin == part.end);
  }
  if (all_name && last == BlockKind::header_cell) row.kind = BlockKind::header_row;
}

// Where the text of `piece` begins: behind white space, but with the indentation of code.
size_t first_ink(std::string_view piece, bool code) {
  const auto is_ink = [](char c) { return !is_space(c); };
  const auto first = static_cast<size_t>(std::find_if(piece.begin(), piece.end(), is_ink) - piece.begin());
  if (!code || first == piece.size()) return first;
  return piece.substr(0, first).find_last_of("\r\n") + 1;  // npos + 1 is 0
}

}  // namespace

bool BlockBuilder::is_noted(BlockKind kind) const {
  if (is_cell(kind)) return !noted_.empty() && noted_.back() && is_row(open_.back().kind);
  return !in_text_ && (is_text(kind) || open_.size() < kMaxBlockDepth);
}

int BlockBuilder::number_of_item(int number) {
  const auto list = std::find_if(open_.rbegin(), open_.rend(), [](const Open& o) { return is_list(o.kind); });
  if (list == open_.rend() || list->kind != BlockKind::numbered_list) return 0;
  if (number != 0) list->next = number;
  list->next = std::clamp(list->next, -kMaxBlockNumber, kMaxBlockNumber);
  return list->next++;
}

void BlockBuilder::begin(Section& section, BlockKind kind, int number) {
  line_end(section);
  noted_.push_back(is_noted(kind));
  if (!noted_.back()) return;
  Open open{kind, kind == BlockKind::item ? number_of_item(number) : 0};
  if (is_list(kind)) open.next = number;
  open_.push_back(open);
  ++unnoted_;
  in_text_ = in_text_ || is_text(kind);
}

void BlockBuilder::end(Section& section) {
  line_end(section);
  const bool noted = noted_.back();
  noted_.pop_back();
  if (!noted) return;
  const BlockKind kind = open_.back().kind;
  if (is_cell(kind) && open_.back().index < 0) note_open(section, section.text.size());  // columns count
  const int32_t index = open_.back().index;
  open_.pop_back();
  if (index < 0) --unnoted_;
  if (index >= 0) close(section, static_cast<size_t>(index));
  if (is_text(kind)) in_text_ = false;
}

void BlockBuilder::note_open(Section& section, size_t begin) {
  int32_t parent = -1;
  for (Open& open : open_) {
    if (open.index < 0) {
      open.index = static_cast<int32_t>(section.blocks.size());
      section.blocks.push_back(
          {open.kind, static_cast<uint32_t>(begin), static_cast<uint32_t>(begin), parent, open.number});
    }
    parent = open.index;
  }
  unnoted_ = 0;
}

void BlockBuilder::text(Section& section, std::string_view piece) {
  if (unnoted_ == 0 && (in_text_ || paragraph_ >= 0)) return;
  const bool code = in_text_ && open_.back().kind == BlockKind::code;
  const size_t ink = first_ink(piece, code);
  if (ink == piece.size()) return;
  const size_t begin = section.text.size() + ink;
  if (unnoted_ > 0) note_open(section, begin);
  if (in_text_ || paragraph_ >= 0) return;
  paragraph_ = static_cast<int32_t>(section.blocks.size());
  const int32_t parent = open_.empty() ? -1 : open_.back().index;
  section.blocks.push_back(
      {BlockKind::paragraph, static_cast<uint32_t>(begin), static_cast<uint32_t>(begin), parent, 0});
}

void BlockBuilder::line_end(Section& section) {
  if (paragraph_ < 0) return;
  close(section, static_cast<size_t>(paragraph_));
  paragraph_ = -1;
}

void BlockBuilder::picture(Section& section, size_t begin) {
  std::vector<TextBlock>& blocks = section.blocks;
  while (!blocks.empty() && blocks.back().kind == BlockKind::picture && blocks.back().begin >= begin)
    blocks.pop_back();
  if (paragraph_ < 0 && (!in_text_ || unnoted_ > 0)) return;
  const int32_t parent = paragraph_ >= 0 ? paragraph_ : open_.back().index;
  begin = std::max<size_t>(begin, blocks[static_cast<size_t>(parent)].begin);
  const std::string_view text = std::string_view(section.text).substr(begin);
  const size_t ink = first_ink(text, false);
  const auto at = static_cast<uint32_t>(begin + ink);
  const bool first = static_cast<size_t>(parent) + 1 == blocks.size();
  if (ink == text.size() || (!first && blocks.back().end > at)) return;
  blocks.push_back({BlockKind::picture, at, at, parent, 0});
  close(section, blocks.size() - 1);
}

// Sets the end of a block, and takes it away when nothing is in it.
void BlockBuilder::close(Section& section, size_t index) {
  std::vector<TextBlock>& blocks = section.blocks;
  TextBlock& block = blocks[index];
  size_t end = section.text.size();
  while (end > block.begin && is_space(section.text[end - 1])) --end;
  block.end = static_cast<uint32_t>(end);
  if (is_row(block.kind)) close_row(blocks, index);
  const bool empty = block.begin == block.end || (is_container(block.kind) && index + 1 == blocks.size());
  if (empty && !is_cell(block.kind)) blocks.resize(index);
}

void BlockBuilder::leave(Section& section) {
  line_end(section);
  for (auto open = open_.rbegin(); open != open_.rend(); ++open) {
    if (open->index < 0) continue;
    close(section, static_cast<size_t>(open->index));
    open->index = -1;
    ++unnoted_;
  }
}

}  // namespace signpost
