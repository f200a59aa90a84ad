// internal_parts.cc - see internal_parts.h.
#include "content/internal_parts.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "content/code_lines.h"
#include "content/split_source.h"

namespace signpost {
namespace {

constexpr std::string_view kMark = "[!staff";
constexpr std::string_view kBox = "class=\"admonition staff\"";

// Where the mark begins, in any case; npos for nowhere.
size_t find_mark(std::string_view text, size_t from = 0) {
  const auto found =
      std::search(text.begin() + static_cast<ptrdiff_t>(std::min(from, text.size())), text.end(),
                  kMark.begin(), kMark.end(), [](char a, char b) { return lower(a) == b; });
  return found == text.end() ? std::string_view::npos : static_cast<size_t>(found - text.begin());
}

// How many marks of quotations a line begins with; `text` is what follows them.
size_t quote_depth(std::string_view line, std::string_view& text) {
  size_t depth = 0;
  size_t at = 0;
  for (; at < line.size() && (line[at] == '>' || is_space(line[at])); ++at) depth += line[at] == '>' ? 1 : 0;
  text = line.substr(at);
  return depth;
}

// "- ", "12. " and the like at the start; 0 for none.
size_t list_mark_length(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && at < 9 && is_digit(text[at])) ++at;
  const std::string_view marks = at == 0 ? "-*+" : ".)";
  if (at >= text.size() || marks.find(text[at]) == std::string_view::npos) return 0;
  if (at + 1 == text.size()) return at + 1;
  return is_space(text[at + 1]) ? at + 2 : 0;
}

struct PartStart {
  size_t depth = 0;  // of the quotation that it is
  size_t keep = 0;   // bytes of the line in front of it: of the item of a list that begins with it
};

// Whether an internal part begins in a line: nothing but marks of quotations and lists before it.
bool begins_part(std::string_view line, PartStart& start) {
  const size_t mark = find_mark(line);
  if (mark == std::string_view::npos) return false;
  const std::string_view rest = line.substr(mark + kMark.size());
  if (rest.empty() || (rest[0] != ']' && rest[0] != '|' && !is_space(rest[0]))) return false;
  start = {};
  std::string_view text = line.substr(0, mark);
  bool quoted = false;
  while (!text.empty()) {
    std::string_view behind;
    const size_t depth = quote_depth(text, behind);
    start.depth += depth;
    quoted = quoted || depth > 0;
    if (behind.empty()) break;
    const size_t length = list_mark_length(behind);
    if (length == 0) return false;
    text = behind.substr(length);
    start.keep = mark - text.size();
  }
  if (!quoted) return false;
  // A quotation that begins in an item stands behind the item's own mark.
  if (line.substr(start.keep, mark - start.keep).find('>') == std::string_view::npos) start.keep = 0;
  return true;
}

bool is_rule(std::string_view text) {
  const char mark = text.empty() ? '\0' : text[0];
  if (mark != '-' && mark != '*' && mark != '_') return false;
  return std::count(text.begin(), text.end(), mark) >= 3 &&
         std::all_of(text.begin(), text.end(), [mark](char c) { return c == mark || is_space(c); });
}

// A block that ends a paragraph without an empty line between.
bool begins_block(std::string_view text) {
  const size_t hashes = std::min(text.find_first_not_of('#'), text.size());
  if (hashes >= 1 && hashes <= 6 && (hashes == text.size() || is_space(text[hashes]))) return true;
  if (text.starts_with("```") || text.starts_with("~~~") || is_rule(text)) return true;
  const size_t list = list_mark_length(text);
  return list > 0 && list < text.size() && (!is_digit(text[0]) || (text[0] == '1' && !is_digit(text[1])));
}

// What closes something around the quotation, and is nothing but that: "</details>", ":::", "{% endtab %}",
// and the end of a comment.
bool is_closing(std::string_view text) {
  text = trimmed(text);
  const auto is_name = [](char c) { return is_alnum(c) || c == '-' || c == ':'; };
  if (text.starts_with("</") && text.ends_with('>'))
    return std::all_of(text.begin() + 2, text.end() - 1, is_name);
  if (text.starts_with("{% end") && text.ends_with("%}"))
    return std::all_of(text.begin() + 3, text.end() - 2, [&](char c) { return is_name(c) || is_space(c); });
  return text.starts_with("-->") || (text.starts_with(":::") && text.find_first_not_of(':') == text.npos);
}

class PartCutter {
 public:
  // What stays of a line.
  std::string_view cut(std::string_view line) {
    std::string_view text;
    const size_t depth = quote_depth(line, text);
    if (in_part_ && goes_on(depth, text)) {
      code_.is_code("");
      return {};
    }
    in_part_ = false;
    PartStart start;
    if (code_.is_code(line) || !begins_part(line, start)) return line;
    in_part_ = true;
    depth_ = start.depth;
    // A list whose item begins with it goes on behind it.
    return line.substr(0, start.keep);
  }

 private:
  bool goes_on(size_t depth, std::string_view text) const {
    if (depth >= depth_) return true;
    return !is_blank(text) && !begins_block(text) && !is_closing(text);
  }

  CodeLines code_;
  bool in_part_ = false;
  size_t depth_ = 0;
};

bool is_in_code(std::string_view html, size_t at) {
  const size_t opened = html.rfind("<code", at);
  if (opened == std::string_view::npos) return false;
  const size_t closed = html.rfind("</code>", at);
  return closed == std::string_view::npos || closed < opened;
}

bool has_internal_part(std::string_view html) {
  if (html.find(kBox) != std::string_view::npos) return true;
  for (size_t at = find_mark(html); at != std::string_view::npos; at = find_mark(html, at + 1)) {
    if (!is_in_code(html, at)) return true;
  }
  return false;
}

}  // namespace

bool may_have_internal_part(std::string_view bytes) { return find_mark(bytes) != std::string_view::npos; }

std::string without_internal_parts(std::string_view bytes) {
  const std::string_view body = split_source(bytes).body;
  const auto head = static_cast<size_t>(body.data() - bytes.data());
  std::string out(bytes.substr(0, head));
  out.reserve(bytes.size());
  PartCutter cutter;
  for (std::string_view rest = bytes.substr(head); !rest.empty();) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    const bool returns = line.ends_with('\r');
    if (returns) line.remove_suffix(1);
    out += cutter.cut(line);
    if (returns) out += '\r';
    if (end < rest.size()) out += '\n';
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

bool shows_internal_part(const Document& document) {
  // All other texts of it come from the same lines, or from the head, where nothing is internal but the
  // whole.
  return has_internal_part(document.html) ||
         std::any_of(document.posts.begin(), document.posts.end(),
                     [](const Post& post) { return has_internal_part(post.html); });
}

}  // namespace signpost
