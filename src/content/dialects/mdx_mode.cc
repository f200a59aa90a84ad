// mdx_mode.cc - how much of MDX a file is read as, and which of its lines are code then.
// Tested by tests/unit/content/dialects/mdx_mode_test.cc.
#include "content/dialects/mdx_mode.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/dialects/mdx_statements.h"

namespace signpost {
namespace {

constexpr size_t kMaxImportLines = 40;

bool imports_something(const DialectLines& lines) {
  for (size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].code || !lines[i].text.starts_with("import")) continue;
    std::string text;
    for (size_t j = i; j < lines.size() && j < i + kMaxImportLines && !is_blank(lines[j].text); ++j)
      text += lines[j].text + "\n";
    MdxImports ignored;
    if (mdx_statement_length(text, ignored) > 0) return true;
  }
  return false;
}

// Behind quotes and the marks of list items.
std::string_view behind_marks(std::string_view line) {
  line = trimmed(line);
  while (!line.empty()) {
    const size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const bool number =
        digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')');
    const size_t mark = number                                                             ? digits + 1
                        : std::string_view("-*+>").find(line[0]) == std::string_view::npos ? 0
                                                                                           : 1;
    if (mark == 0 || (line[0] != '>' && mark < line.size() && !is_space(line[mark]))) return line;
    line = trimmed(line.substr(mark));
  }
  return line;
}

}  // namespace

MdxMode mdx_mode(const DialectLines& lines, DialectSet dialects) {
  if (dialects.has(Dialect::mdx)) return MdxMode::full;
  if (dialects.has_any({Dialect::docusaurus, Dialect::mintlify, Dialect::starlight, Dialect::vitepress}))
    return MdxMode::components;
  return imports_something(lines) ? MdxMode::components : MdxMode::markdown;
}

bool MdxFences::is_code(std::string_view line) {
  opened_ = closed_ = false;
  const std::string_view text = mark_ == '\0' ? behind_marks(line) : trimmed(line);
  const char first = text.empty() ? '\0' : text[0];
  size_t run = 0;
  if (first == '`' || first == '~') run = std::min(text.find_first_not_of(first), text.size());
  if (mark_ == '\0') {
    if (run < 3 || (first == '`' && text.find('`', run) != std::string_view::npos)) return false;
    mark_ = first;
    length_ = run;
    info_ = text.substr(run);
    opened_ = true;
    return true;
  }
  // In a quote the fence has its mark before it.
  const size_t quoted = std::min(text.find_first_not_of("> "), text.size());
  const std::string_view fence = first == '>' ? text.substr(quoted) : text;
  run = std::min(fence.find_first_not_of(mark_), fence.size());
  if (run == fence.size() && run >= length_) {
    mark_ = '\0';
    closed_ = true;
  }
  return true;
}

}  // namespace signpost
