// markdown_text.cc - the escapes of CommonMark (https://spec.commonmark.org/0.31.2/), GFM's and our own
// filter's.
#include "importer/markdown_text.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/percent.h"

namespace signpost {
namespace {

char at(std::string_view text, size_t i) { return i < text.size() ? text[i] : '\0'; }

bool needs_escape(std::string_view text, size_t i) {
  const char next = at(text, i + 1);
  switch (text[i]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
    case '~':
    case '|':
      return true;
    case '_':
      return i == 0 || !is_alnum(text[i - 1]) || !is_alnum(next);
    case '&':
      return next == '#' || is_alnum(next);
    case '!':
      return next == '\0';  // a link may follow
    case ':':               // "http://", and the fences of three colons
      return next == ':' || (i > 0 && text[i - 1] == ':') || text.substr(i + 1, 2) == "//";
    case '.':
      return i >= 3 && text.substr(i - 3, 3) == "www";
    case '{':  // the tags of templates
      return next == '{' || next == '%';
    default:
      return false;
  }
}

// Consists of these characters only.
bool only(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

bool ends_marker(char c) { return c == ' ' || c == '\0'; }

size_t longest_run(std::string_view text, char c) {
  size_t longest = 0;
  size_t run = 0;
  for (const char each : text) {
    run = each == c ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// A length that no run of backticks in `text` has.
size_t fence_length(std::string_view text, size_t least) {
  return std::max(least, longest_run(text, '`') + 1);
}

}  // namespace

std::string escaped_markdown(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 8);
  for (size_t i = 0; i < text.size(); ++i) {
    if (needs_escape(text, i)) out += '\\';
    out += text[i];
  }
  return out;
}

void protect_line_start(std::string& line) {
  const char first = at(line, 0);
  const char second = at(line, 1);
  bool escape = first == '#' || first == '>';
  if (first == '-' || first == '+') escape = ends_marker(second) || only(line, "-+ :");
  if (first == '=') escape = only(line, "= ");
  if (first == ':') escape = only(line, "-: ");
  if (escape) line.insert(0, 1, '\\');
  size_t digits = 0;
  while (digits < 10 && is_digit(at(line, digits))) ++digits;
  const char mark = at(line, digits);
  if (digits > 0 && digits < 10 && (mark == '.' || mark == ')') && ends_marker(at(line, digits + 1))) {
    line.insert(digits, 1, '\\');
  }
}

void protect_heading_end(std::string& heading) {
  if (heading.empty() || heading.back() != '#') return;
  size_t slashes = 0;
  while (slashes + 1 < heading.size() && heading[heading.size() - 2 - slashes] == '\\') ++slashes;
  if (slashes % 2 == 0) heading.insert(heading.size() - 1, 1, '\\');
}

std::string code_span(std::string_view text, bool in_table) {
  const std::string content = collapsed(text);
  if (content.empty()) return {};
  // A table's row would be cut behind the first of the two backslashes.
  if (in_table && content.find("\\|") != std::string::npos) return escaped_markdown(content);
  const std::string fence(fence_length(content, 1), '`');
  const bool pad = content.front() == '`' || content.back() == '`';
  std::string out = fence + (pad ? " " : "");
  for (const char c : content) {
    if (c == '|' && in_table) out += '\\';
    out += c;
  }
  return out + (pad ? " " : "") + fence;
}

std::string code_block(std::string_view text, std::string_view language) {
  std::string content;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      content += text[i];
    } else if (at(text, i + 1) != '\n') {
      content += '\n';
    }
  }
  if (!content.empty() && content[0] == '\n') content.erase(0, 1);  // as HTML's parser does
  while (!content.empty() && content.back() == '\n') content.pop_back();
  if (content.empty()) return {};
  const std::string fence(fence_length(content, 3), '`');
  return fence + std::string(language) + "\n" + content + "\n" + fence;
}

std::string link_target(std::string_view url) {
  std::string out;
  for (const char c : url) {
    if (std::string_view("(&)").find(c) != std::string_view::npos) {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F ||
               std::string_view("<>\\|`{}\"").find(c) != std::string_view::npos) {
      append_percent(out, static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string autolink(std::string_view url) {
  const bool web = url.substr(0, 7) == "http://" || url.substr(0, 8) == "https://";
  const bool plain = std::all_of(url.begin(), url.end(), [](char c) {
    return c > 0x20 && c < 0x7F && std::string_view("<>\\|`{}\"&").find(c) == std::string_view::npos;
  });
  return web && plain ? "<" + std::string(url) + ">" : std::string();
}

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace signpost
