// text_block.cc - what the blocks of a section's text say together.
// Tested by tests/unit/content/text_block_test.cc.
#include "content/text_block.h"

#include <algorithm>

#include "base/ascii.h"

namespace signpost {
namespace {

bool lies_in_steps(const std::vector<TextBlock>& blocks, size_t index) {
  for (int32_t at = blocks[index].parent; at >= 0; at = blocks[static_cast<size_t>(at)].parent) {
    if (blocks[static_cast<size_t>(at)].kind == BlockKind::numbered_list) return true;
  }
  return false;
}

std::vector<size_t> items_of(const std::vector<TextBlock>& blocks, size_t list) {
  std::vector<size_t> items;
  for (size_t i = list + 1; i < blocks.size() && blocks[i].begin < blocks[list].end; ++i) {
    if (blocks[i].kind == BlockKind::item && blocks[i].parent == static_cast<int32_t>(list))
      items.push_back(i);
  }
  return items;
}

}  // namespace

std::vector<StepList> step_lists(const std::vector<TextBlock>& blocks) {
  std::vector<StepList> lists;
  int32_t around = -1;  // of the list before
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind != BlockKind::numbered_list || lies_in_steps(blocks, i)) continue;
    const std::vector<size_t> items = items_of(blocks, i);
    if (items.empty()) continue;
    const bool goes_on = !lists.empty() && around == blocks[i].parent && blocks[items[0]].number > 1 &&
                         blocks[items[0]].number == blocks[lists.back().steps.back()].number + 1;
    if (!goes_on) lists.push_back({blocks[i].begin, 0, {}});
    lists.back().end = blocks[i].end;
    lists.back().steps.insert(lists.back().steps.end(), items.begin(), items.end());
    around = blocks[i].parent;
  }
  return lists;
}

std::vector<TextBlock> whole_text(std::string_view text, BlockKind kind) {
  const auto is_ink = [](char c) { return !is_space(c); };
  const auto first = static_cast<uint32_t>(std::find_if(text.begin(), text.end(), is_ink) - text.begin());
  if (first == text.size()) return {};
  const size_t after = static_cast<size_t>(std::find_if(text.rbegin(), text.rend(), is_ink) - text.rbegin());
  return {{kind, first, static_cast<uint32_t>(text.size() - after), -1, 0}};
}

}  // namespace signpost
