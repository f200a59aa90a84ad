// hidden_comments.cc - takes out the comments of MDX and of Obsidian.
// Tested by tests/unit/content/dialects/hidden_comments_test.cc.
#include "content/dialects/hidden_comments.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/dialects/mdx_mode.h"
#include "content/dialects/mdx_statements.h"
#include "content/dialects/plain_spans.h"
#include "content/heading_ids.h"

namespace signpost {
namespace {

constexpr size_t kNever = std::string_view::npos;

// Marks of one kind of comment.
struct CommentKind {
  std::string_view start;
  std::string_view end;
  bool blank_then_brace;  // the end is followed by spaces and '}'
};
constexpr CommentKind kJsx = {"{/*", "*/", true};
constexpr CommentKind kObsidian = {"%%", "%%", false};

class CommentRemover {
 public:
  CommentRemover(DialectLines& lines, DialectSet dialects)
      : lines_(lines),
        jsx_(mdx_mode(lines, dialects) != MdxMode::markdown),
        obsidian_(dialects.has(Dialect::obsidian)) {}

  void run() {
    if (!jsx_ && !obsidian_) return;
    for (line_ = 0; line_ < lines_.size(); ++line_) {
      const DialectLine& line = lines_[line_];
      if (jsx_ ? fences_.is_code(line.text) : line.code) {
        kept_.push_back(line);
      } else {
        read_line();
      }
    }
    lines_ = std::move(kept_);
  }

 private:
  // A line outside of code, and the rest of that where a comment of it ends.
  void read_line() {
    DialectLine out = lines_[line_];
    out.text.clear();
    bool removed = false;
    for (size_t at = 0; at < text().size();) {
      const size_t next = std::min(text().find_first_of("\\`{%", at), text().size());
      out.text.append(text(), at, next - at);
      at = next;
      if (at == text().size()) break;
      const size_t plain = plain_span_length(text(), at);
      if (plain == 0 && remove(at, out.text)) {
        removed = true;
        continue;
      }
      const size_t length = std::max<size_t>(plain, 1);
      out.text.append(text(), at, length);
      at += length;
    }
    if (removed) {
      while (!out.text.empty() && is_space(out.text.back())) out.text.pop_back();
    }
    if (!removed || !is_blank(out.text)) kept_.push_back(std::move(out));
  }

  const std::string& text() const { return lines_[line_].text; }

  // Moves `at`, and the line, behind the comment that starts there, if one does.
  bool remove(size_t& at, std::string& out) {
    const bool jsx = jsx_ && text().compare(at, kJsx.start.size(), kJsx.start) == 0;
    const bool obsidian = obsidian_ && text().compare(at, kObsidian.start.size(), kObsidian.start) == 0;
    if (!jsx && !obsidian) return false;
    if (jsx && keep_id(at, out)) return true;
    const bool block = obsidian && trimmed(text()) == kObsidian.start;
    if (find_end(jsx ? kJsx : kObsidian, at, block)) return true;
    if (!block) return false;
    line_ = lines_.size() - 1;
    at = text().size();
    return true;
  }

  // "## Title {/* #id */}"
  bool keep_id(size_t& at, std::string& out) const {
    if (!out.starts_with('#')) return false;
    const size_t end = text().find(kJsx.end, at);
    if (end == kNever || trimmed(std::string_view(text()).substr(end + 2)) != "}") return false;
    const std::string_view id = trimmed(std::string_view(text()).substr(at + 3, end - at - 3));
    if (!id.starts_with('#') || !is_safe_html_id(id.substr(1))) return false;
    out += "{" + std::string(id) + "}";
    at = text().size();
    return true;
  }

  bool find_end(const CommentKind& kind, size_t& at, bool block) {
    size_t& none_from = kind.blank_then_brace ? no_jsx_end_from_ : no_obsidian_end_from_;
    if (line_ >= none_from) return false;
    size_t from = at + kind.start.size();
    for (size_t line = line_; line < lines_.size(); ++line, from = 0) {
      const std::string& there = lines_[line].text;
      // Only a block goes over blank lines.
      if (!kind.blank_then_brace && !block && line > line_ && is_blank(there)) return false;
      const size_t end = end_in(there, from, kind);
      if (end == kNever) continue;
      line_ = line;
      at = end;
      return true;
    }
    none_from = line_;
    return false;
  }

  static size_t end_in(const std::string& line, size_t from, const CommentKind& kind) {
    for (size_t end = line.find(kind.end, from); end != kNever; end = line.find(kind.end, end + 1)) {
      const size_t behind = end + kind.end.size();
      if (!kind.blank_then_brace) return behind;
      const size_t brace = line.find_first_not_of(" \t", behind);
      if (brace != kNever && line[brace] == '}') return brace + 1;
    }
    return kNever;
  }

  DialectLines& lines_;
  const bool jsx_;
  const bool obsidian_;
  DialectLines kept_;
  MdxFences fences_;
  size_t line_ = 0;
  size_t no_jsx_end_from_ = kNever;
  size_t no_obsidian_end_from_ = kNever;
};

// As the pass of MDX does, which needs what they say.
void take_statements_out(DialectLines& lines) {
  constexpr int kMaxStatements = 500;
  const std::string text = joined_lines(lines);
  DialectLines kept;
  MdxFences fences;
  MdxImports imports;
  bool may_start = true;
  int tried = 0;
  for (size_t i = 0, at = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i].text;
    const bool code = fences.is_code(line);
    const bool may_be = !code && may_start && (line.starts_with("import") || line.starts_with("export"));
    const size_t length = may_be && ++tried <= kMaxStatements
                              ? mdx_statement_length(std::string_view(text).substr(at), imports)
                              : 0;
    at += line.size() + 1;
    if (length == 0) {
      may_start = !code && statement_may_follow(line);
      kept.push_back(std::move(lines[i]));
      continue;
    }
    for (const size_t end = at - line.size() - 1 + length; i + 1 < lines.size() && at <= end; ++i)
      at += lines[i + 1].text.size() + 1;
  }
  lines = std::move(kept);
}

bool may_have_comments(std::string_view body, DialectSet dialects) {
  return body.find(kJsx.start) != kNever ||
         (dialects.has(Dialect::obsidian) && body.find(kObsidian.start) != kNever);
}

void take_comments_out(DialectLines& lines, const DialectContext& context) {
  CommentRemover(lines, context.dialects).run();
}

}  // namespace

const DialectPass kHiddenComments = {may_have_comments, take_comments_out};

std::string without_hidden_text(std::string_view body, DialectSet dialects) {
  const bool statements = body.find("import") != kNever || body.find("export") != kNever;
  if (!statements && !may_have_comments(body, dialects)) return std::string(body);
  DialectLines lines = cut_lines(body);
  if (mdx_mode(lines, dialects) != MdxMode::markdown) take_statements_out(lines);
  CommentRemover(lines, dialects).run();
  std::string text = joined_lines(lines);
  if (!body.ends_with('\n') && !text.empty()) text.pop_back();
  return text;
}

}  // namespace signpost
