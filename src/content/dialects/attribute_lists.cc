// attribute_lists.cc - takes attribute lists out of the text.
// Tested by tests/unit/content/dialects/attribute_lists_test.cc.
#include "content/dialects/attribute_lists.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/dialects/line_parts.h"
#include "content/heading_ids.h"

namespace signpost {
namespace {

enum class Ids : uint8_t { become_anchors, go };

bool is_atx_heading(std::string_view text) {
  const size_t marks = std::min(text.find_first_not_of('#'), text.size());
  return marks > 0 && marks <= 6 && (marks == text.size() || is_space(text[marks]));
}

bool is_setext_line(std::string_view text) {
  text = trimmed(text);
  return !text.empty() && (text.find_first_not_of('=') == std::string_view::npos ||
                           text.find_first_not_of('-') == std::string_view::npos);
}

bool starts_list_item(std::string_view text) {
  text = trimmed(text);
  return text.starts_with("- ") || text.starts_with("* ") || text.starts_with("+ ") ||
         (!text.empty() && is_digit(text[0]));
}

class AttributeTaker {
 public:
  AttributeTaker(DialectLines& lines, Ids ids) : lines_(lines), ids_(ids) {}

  void run() {
    DialectLines out;
    out.reserve(lines_.size());
    for (size_t i = 0; i < lines_.size(); ++i) {
      DialectLine& line = lines_[i];
      if (!line.code) take_picture_sizes(line.text);
      if (line.code || line.text.find('{') == std::string::npos) {
        out.push_back(std::move(line));
        continue;
      }
      const std::string_view next = i + 1 < lines_.size() ? std::string_view(lines_[i + 1].text) : "";
      if (take_own_line(line, next, out)) continue;
      const std::string_view text = std::string_view(line.text).substr(prefix_length(line.text));
      if (is_atx_heading(text) || is_setext_line(next)) take_from_heading(line.text);
      take_inline(line.text);
      out.push_back(std::move(line));
    }
    lines_ = std::move(out);
  }

 private:
  std::string anchor_of(std::string_view id) const {
    if (ids_ == Ids::go || !is_safe_html_id(id)) return {};
    return "<a id=\"" + std::string(id) + "\"></a>";
  }

  // "{: .large }" below a block, "{ .annotate }" below a paragraph.
  bool take_own_line(const DialectLine& line, std::string_view next, DialectLines& out) const {
    const size_t prefix = prefix_length(line.text);
    const std::string_view text = trimmed(std::string_view(line.text).substr(prefix));
    const AttributeList list = read_attribute_list(text);
    if (list.length == 0 || list.length != text.size()) return false;
    const std::string_view before = out.empty() ? std::string_view() : trimmed(out.back().text);
    if (before.empty() && !text.starts_with("{:")) return false;
    const std::string anchor = anchor_of(list.id);
    if (!anchor.empty() && is_atx_heading(before)) {
      out.back().text += " {#" + std::string(list.id) + "}";
    } else if (!anchor.empty()) {
      if (before.starts_with('|')) out.push_back({std::string(), line.source, false});
      out.push_back({line.text.substr(0, prefix) + anchor, line.source, false});
    } else if (!trimmed(next).empty() && !starts_list_item(next)) {
      out.push_back({line.text.substr(0, prefix), line.source, false});
    }
    return true;
  }

  // "![a](b.png =300x200)": with the size it would be no picture.
  static void take_picture_sizes(std::string& line) {
    if (line.find(" =") == std::string::npos || line.find("![") == std::string::npos) return;
    std::string out;
    size_t target = std::string::npos;  // behind the last "](" of `out`
    for (size_t pos = 0; pos < line.size();) {
      const size_t size = line.compare(pos, 2, " =") == 0 ? picture_size(line, pos + 2) : 0;
      if (size > 0 && target != std::string::npos && out.find_first_of(" )", target) == std::string::npos) {
        pos += 2 + size;
        continue;
      }
      out += line[pos++];
      if (out.ends_with("](")) target = out.size();
    }
    line = std::move(out);
  }

  // Length of "300x200", "300x", "50%x" in front of the parenthesis that ends a picture; 0 for none.
  static size_t picture_size(std::string_view line, size_t pos) {
    const size_t end = std::min(line.find_first_not_of("0123456789x%", pos), line.size());
    const std::string_view size = line.substr(pos, end - pos);
    const bool closes = line.substr(end, 1) == ")";
    return closes && size.size() > 1 && size.size() < 12 && size.find('x') != std::string_view::npos
               ? size.size()
               : 0;
  }

  // At the end of a heading, in front of closing '#': what PageBuilder reads is left there, "{#id}".
  void take_from_heading(std::string& line) const {
    move_first_to_end(line);
    std::string_view text = trimmed(line);
    const size_t open = text.rfind('{');
    const size_t close = std::min(text.find_last_not_of("# "), text.size());
    if (open == std::string_view::npos || close >= text.size() || text[close] != '}') return;
    const std::string_view list_text = text.substr(open, close + 1 - open);
    const AttributeList list = read_attribute_list(list_text);
    if (list.length != list_text.size()) return;
    const std::string id(list.id);
    std::string heading(line.substr(0, line.rfind('{')));
    if (heading.ends_with('\\')) heading.pop_back();  // "\{#id}", as translators' tools save it
    while (!heading.empty() && is_space(heading.back())) heading.pop_back();
    if (ids_ == Ids::become_anchors && is_safe_html_id(id)) heading += " {#" + id + "}";
    line = std::move(heading);
  }

  // "## {#id} Title", as it comes out of editors where text runs from right to left.
  static void move_first_to_end(std::string& line) {
    const size_t first = line.find_first_not_of("# >\t");
    if (first == std::string::npos || line.compare(first, 2, "{#") != 0) return;
    const size_t length = read_attribute_list(std::string_view(line).substr(first)).length;
    if (length == 0 || trimmed(std::string_view(line).substr(first + length)).empty()) return;
    const std::string list = line.substr(first, length);
    line.erase(first, length + (line.compare(first + length, 1, " ") == 0 ? 1 : 0));
    line = std::string(line.substr(0, line.find_last_not_of(" \r") + 1)) + " " + list;
  }

  // Behind what it may belong to, without a space between; "{:" anywhere.
  void take_inline(std::string& line) const {
    std::string out;
    for (size_t pos = 0; pos < line.size();) {
      const size_t next = std::min(line.find_first_of("`{\\", pos), line.size());
      out.append(line, pos, next - pos);
      pos = next;
      if (pos == line.size()) break;
      const size_t length = line[pos] == '{' && may_have_list(line, pos)
                                ? read_attribute_list(std::string_view(line).substr(pos)).length
                                : 0;
      if (length > 0) {
        put_anchor(std::string_view(line).substr(pos), out);
        pos += length;
        continue;
      }
      const size_t end = line[pos] == '`' ? behind_code_span(line, pos) : pos + (line[pos] == '\\' ? 2 : 1);
      out.append(line, pos, end - pos);
      pos = end;
    }
    line = std::move(out);
  }

  static bool may_have_list(std::string_view line, size_t pos) {
    const std::string_view list = line.substr(pos);
    if (list.starts_with("{{") || list.starts_with("{%") || pos == 0) return false;
    const char before = line[pos - 1];
    if (list.starts_with("{:")) return true;
    if (list.starts_with("{/*")) return false;
    if (before == ')') return line.substr(0, pos).rfind("](") != std::string_view::npos;

    return std::string_view("]`:*_").find(before) != std::string_view::npos &&
           list.find_first_of(".#") == 1 + (list[1] == ' ');
  }

  // What is left of the list: the anchor of its id. A link without text before it is only there for that.
  void put_anchor(std::string_view list, std::string& out) const {
    const std::string anchor = anchor_of(read_attribute_list(list).id);
    if (anchor.empty() && !out.empty() && out.back() == ' ') out.pop_back();
    for (const std::string_view empty : {"[]()", "[]"}) {
      if (!out.ends_with(empty)) continue;
      out.resize(out.size() - empty.size());
      break;
    }
    out += anchor;
  }

  DialectLines& lines_;
  Ids ids_;
};

bool may_have_attribute_list(std::string_view body, DialectSet) {
  if (body.find(" =") != std::string_view::npos && body.find("![") != std::string_view::npos) return true;
  for (size_t at = body.find('{'); at != std::string_view::npos; at = body.find('{', at + 1)) {
    const char next = at + 1 < body.size() ? body[at + 1] : '\0';
    if (next != '{' && next != '%') return true;
  }
  return false;
}

void take_attribute_lists(DialectLines& lines, const DialectContext&) {
  AttributeTaker(lines, Ids::become_anchors).run();
}

}  // namespace

const DialectPass kAttributeLists = {may_have_attribute_list, take_attribute_lists};

std::string without_attribute_lists(std::string_view markdown) {
  if (!may_have_attribute_list(markdown, {})) return std::string(markdown);
  DialectLines lines = cut_lines(markdown);
  AttributeTaker(lines, Ids::go).run();
  std::string text = joined_lines(lines);
  if (!markdown.ends_with('\n') && !text.empty()) text.pop_back();
  return text;
}

}  // namespace signpost
