// obsidian_callouts.cc - Obsidian's callouts, "> [!kind]- Title", as boxes and folds.
// Tested by tests/unit/content/dialects/obsidian_callouts_test.cc.
#include "content/dialects/obsidian_callouts.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "content/dialects/box.h"

namespace signpost {
namespace {

constexpr int kMaxNesting = 16;
constexpr size_t kMaxKindBytes = 40;

// Offset of the '>' that a line begins with, or npos.
size_t quote_mark(std::string_view line) {
  const size_t at = line.find_first_not_of(" \t");
  return at != std::string_view::npos && line[at] == '>' ? at : std::string_view::npos;
}

// The line without its first '>'.
std::string unquoted(std::string_view line) {
  const size_t at = quote_mark(line);
  std::string_view rest = line.substr(at + 1);
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  return std::string(line.substr(0, at)) + std::string(rest);
}

struct CalloutHead {
  bool found = false;
  BoxStart start;
};

CalloutHead read_head(std::string_view line, bool obsidian) {
  const size_t at = quote_mark(line);
  if (at == std::string_view::npos) return {};
  std::string_view text = trimmed(line.substr(at + 1));
  if (!text.starts_with("[!")) return {};
  const size_t close = text.find(']');
  if (close == std::string_view::npos || close < 3 || close > kMaxKindBytes) return {};
  std::string_view kind = text.substr(2, close - 2);
  kind = kind.substr(0, kind.find('|'));  // what follows is for a style sheet
  if (kind.find_first_of(" [(:") != std::string_view::npos) return {};
  text.remove_prefix(close + 1);
  const char fold = text.empty() ? '\0' : text[0];
  const bool folds = fold == '-' || fold == '+';
  if (!folds && !obsidian) return {};
  if (folds) text.remove_prefix(1);
  const BoxType type = fold == '-' ? BoxType::fold : fold == '+' ? BoxType::open_fold : BoxType::box;
  return {true, {type, lower_case(kind), std::string(trimmed(text)), false}};
}

class CalloutReader {
 public:
  explicit CalloutReader(const DialectContext& context)
      : lang_(context.lang), obsidian_(context.dialects.has(Dialect::obsidian)) {}

  DialectLines read(const DialectLines& lines, int nesting) const {
    DialectLines out;
    for (size_t i = 0; i < lines.size();) {
      const CalloutHead head =
          lines[i].code || nesting >= kMaxNesting ? CalloutHead() : read_head(lines[i].text, obsidian_);
      if (!head.found) {
        out.push_back(lines[i++]);
        continue;
      }
      const DialectLine& first = lines[i];
      const std::string prefix = first.text.substr(0, quote_mark(first.text));
      DialectLines inside;
      for (++i; i < lines.size() && quote_mark(lines[i].text) != std::string_view::npos; ++i)
        inside.push_back({unquoted(lines[i].text), lines[i].source, lines[i].code});
      start_box(out, head.start, prefix, first, lang_);
      for (DialectLine& line : read(inside, nesting + 1)) out.push_back(std::move(line));
      end_box(out, head.start.type, prefix, first);
    }
    return out;
  }

 private:
  std::string_view lang_;
  bool obsidian_;
};

bool may_have_callout(std::string_view body, DialectSet) { return body.find("[!") != std::string_view::npos; }

void make_callouts_boxes(DialectLines& lines, const DialectContext& context) {
  lines = CalloutReader(context).read(lines, 0);
}

}  // namespace

const DialectPass kObsidianCallouts = {may_have_callout, make_callouts_boxes};

}  // namespace signpost
