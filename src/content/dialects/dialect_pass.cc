// dialect_pass.cc - all passes in their order, and the lines that they work on.
// Tested by tests/unit/content/dialects/dialect_pass_test.cc.
#include "content/dialects/dialect_pass.h"

#include "content/code_lines.h"
#include "content/dialects/attribute_lists.h"
#include "content/dialects/callouts.h"
#include "content/dialects/fenced_boxes.h"
#include "content/dialects/formulas.h"
#include "content/dialects/hidden_comments.h"
#include "content/dialects/html_with_markdown.h"
#include "content/dialects/indented_boxes.h"
#include "content/dialects/mdx.h"
#include "content/dialects/mkdocs_marks.h"
#include "content/dialects/obsidian_marks.h"
#include "content/dialects/tag_boxes.h"
#include "content/dialects/toc_marks.h"
#include "content/dialects/wiki_links.h"

namespace signpost {
namespace {

// Containers first, since what they indent or enclose is read as Markdown by the passes behind them.
constexpr const DialectPass* kPasses[] = {
    &kHiddenComments, &kMdx,         &kHtmlWithMarkdown, &kIndentedBoxes, &kFencedBoxes,
    &kTagBoxes,       &kCallouts,    &kClassBoxes,       &kTocMarks,      &kFormulas,
    &kAttributeLists, &kMkdocsMarks, &kWikiLinks,        &kObsidianMarks,
};

}  // namespace

DialectLines cut_lines(std::string_view body) {
  DialectLines lines;
  for (size_t pos = 0; pos < body.size();) {
    const size_t end = std::min(body.find('\n', pos), body.size());
    lines.push_back({std::string(body.substr(pos, end - pos)), static_cast<int>(lines.size()), false});
    pos = end + 1;
  }
  find_code(lines);
  return lines;
}

std::string joined_lines(const DialectLines& lines) {
  std::string text;
  for (const DialectLine& line : lines) {
    text += line.text;
    text += '\n';
  }
  return text;
}

void find_code(DialectLines& lines) {
  CodeLines code;
  for (DialectLine& line : lines) line.code = code.is_code(line.text);
}

DialectText read_dialects(std::string_view body, const DialectContext& context) {
  DialectText result;
  result.lines = SourceLines(context.first_line);
  DialectLines lines;
  for (const DialectPass* pass : kPasses) {
    if (!pass->may_change(body, context.dialects)) continue;
    if (!result.changed) lines = cut_lines(body);
    if (result.changed) find_code(lines);
    result.changed = true;
    pass->run(lines, context);
  }
  if (!result.changed) return result;
  result.text = joined_lines(lines);
  for (const DialectLine& line : lines) result.lines.add(static_cast<size_t>(line.source));
  return result;
}

}  // namespace signpost
