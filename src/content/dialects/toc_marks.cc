// toc_marks.cc - takes out the marks where other tools put a table of contents.
// Tested by tests/unit/content/dialects/toc_marks_test.cc.
#include "content/dialects/toc_marks.h"

#include "base/ascii.h"

namespace signpost {
namespace {

bool is_toc_mark(const std::string& line) {
  if (line.size() > 80) return false;
  std::string mark;
  for (const char c : line) {
    if (!is_space(c)) mark += lower(c);
  }
  return is_one_of(mark, {"[toc]", "[[toc]]", "[[_toc_]]", "[[__toc__]]", "@[toc]", "\\[toc\\]", "<!--toc-->",
                          "<!--/toc-->", "<!--tocstop-->", "{toc}", "${toc}", "{{toc}}", "{{<toc>}}",
                          "{{%toc%}}", "{%toc%}", "{{>toc}}", "[[!toc]]", "::toc"}) ||
         (mark.starts_with("@[toc](") && mark.ends_with(')'));
}

// "{:toc}" of kramdown, with other attributes beside it: "{:.no_toc .x}" is none.
bool is_kramdown_toc(std::string_view line) {
  line = trimmed(line);
  if (line.size() > 200 || !line.starts_with("{:") || !line.ends_with('}')) return false;
  std::string_view rest = line.substr(2, line.size() - 3);
  while (!rest.empty()) {
    while (!rest.empty() && is_space(rest.front())) rest.remove_prefix(1);
    const size_t end = std::min(rest.find(' '), rest.size());
    if (lower_case(rest.substr(0, end)) == "toc") return true;
    rest.remove_prefix(end);
  }
  return false;
}

bool is_list_item(std::string_view line) {
  line = trimmed(line);
  return line.starts_with("* ") || line.starts_with("- ") || line.starts_with("+ ") ||
         line.starts_with("1. ");
}

bool may_have_toc_mark(std::string_view body, DialectSet) {
  for (const std::string_view word : {"toc", "TOC", "Toc"}) {
    if (body.find(word) != std::string_view::npos) return true;
  }
  return false;
}

void take_toc_marks_out(DialectLines& lines, const DialectContext&) {
  for (size_t i = 0; i < lines.size(); ++i) {
    DialectLine& line = lines[i];
    if (line.code) continue;
    if (is_kramdown_toc(line.text)) {
      line.text.clear();
      if (i > 0 && is_list_item(lines[i - 1].text)) lines[i - 1].text.clear();
    } else if (is_toc_mark(line.text)) {
      line.text.clear();
    }
  }
}

}  // namespace

const DialectPass kTocMarks = {may_have_toc_mark, take_toc_marks_out};

}  // namespace signpost
