// obsidian_marks.cc - Obsidian's marks in a line: "==marked==" text (of MkDocs, too), and "^ids" of blocks.
// Tested by tests/unit/content/dialects/obsidian_marks_test.cc.
#include "content/dialects/obsidian_marks.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/dialects/plain_spans.h"

namespace signpost {
namespace {

constexpr size_t kMaxBlockId = 60;

std::string with_marks(std::string_view line) {
  std::string out;
  bool open = false;
  for (size_t at = 0; at < line.size();) {
    const size_t plain = plain_span_length(line, at);
    const bool mark = plain == 0 && line.substr(at, 2) == "==" && line.substr(at, 3) != "===";
    const char before = at == 0 ? ' ' : line[at - 1];
    const char after = at + 2 < line.size() ? line[at + 2] : ' ';
    if (mark && before != '=' && !open && !is_space(after) &&
        line.find("==", at + 3) != std::string_view::npos) {
      out += "<mark>";
      open = true;
      at += 2;
    } else if (mark && open && !is_space(before)) {
      out += "</mark>";
      open = false;
      at += 2;
    } else {
      const size_t length = std::max<size_t>(plain, 1);
      out += line.substr(at, length);
      at += length;
    }
  }
  return open ? std::string(line) : out;
}

// The place of " ^id" at the end of a line; npos when there is none.
size_t block_id_start(std::string_view line) {
  const size_t mark = line.rfind('^');
  if (mark == std::string_view::npos || (mark > 0 && !is_space(line[mark - 1])))
    return std::string_view::npos;
  const std::string_view id = trimmed(line.substr(mark + 1));
  const bool valid = !id.empty() && id.size() <= kMaxBlockId &&
                     std::all_of(id.begin(), id.end(), [](char c) { return is_alnum(c) || c == '-'; });
  return valid ? mark : std::string_view::npos;
}

void take_block_id(std::string& line) {
  const size_t mark = block_id_start(line);
  if (mark == std::string_view::npos) return;
  const std::string anchor =
      "<a id=\"" + block_anchor(trimmed(std::string_view(line).substr(mark + 1))) + "\"></a>";
  const bool heading = trimmed(line).starts_with('#');
  line.resize(mark);
  while (!line.empty() && is_space(line.back())) line.pop_back();
  if (!heading) line += anchor;
}

bool may_have_marks(std::string_view body, DialectSet dialects) {
  return (dialects.has_any({Dialect::obsidian, Dialect::mkdocs}) &&
          body.find("==") != std::string_view::npos) ||
         (dialects.has(Dialect::obsidian) && body.find('^') != std::string_view::npos);
}

void make_marks_plain(DialectLines& lines, const DialectContext& context) {
  const bool block_ids = context.dialects.has(Dialect::obsidian);
  for (DialectLine& line : lines) {
    if (line.code) continue;
    if (block_ids) take_block_id(line.text);
    if (line.text.find("==") != std::string::npos) line.text = with_marks(line.text);
  }
}

}  // namespace

const DialectPass kObsidianMarks = {may_have_marks, make_marks_plain};

std::string block_anchor(std::string_view id) { return "block-" + std::string(id); }

}  // namespace signpost
