// mkdocs_marks.cc - what MkDocs and its Material theme have inside of a line.
// Tested by tests/unit/content/dialects/mkdocs_marks_test.cc.
#include "content/dialects/mkdocs_marks.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/dialects/line_parts.h"

namespace signpost {
namespace {

bool is_icon_char(char c) { return is_lower(c) || is_digit(c) || c == '-' || c == '_'; }

// Length of ":material-check:" at the start of `text`; 0 for none.
size_t icon_length(std::string_view text) {
  for (const std::string_view set : {":material-", ":octicons-", ":fontawesome-", ":simple-"}) {
    if (!text.starts_with(set)) continue;
    size_t end = 1;
    while (end < text.size() && is_icon_char(text[end])) ++end;
    return end < text.size() && text[end] == ':' ? end + 1 : 0;
  }
  return 0;
}

// "<kbd>Ctrl</kbd>+<kbd>C</kbd>" of "++ctrl+c++"; its length, 0 for none.
size_t read_keys(std::string_view text, std::string& out) {
  if (!text.starts_with("++") || text.size() < 5 || !is_alnum(text[2])) return 0;
  const size_t end = text.find("++", 2);
  if (end == std::string_view::npos) return 0;
  const std::string_view keys = text.substr(2, end - 2);
  if (!std::all_of(keys.begin(), keys.end(), [](char c) { return is_alnum(c) || c == '+' || c == '-'; }))
    return 0;
  std::string html;
  for (size_t pos = 0; pos <= keys.size();) {
    const size_t next = std::min(keys.find('+', pos), keys.size());
    std::string key(keys.substr(pos, next - pos));
    if (!key.empty()) key[0] = upper(key[0]);
    html += (pos == 0 ? "<kbd>" : "+<kbd>") + key + "</kbd>";
    pos = next + 1;
  }
  out += html;
  return end + 2;
}

std::string without_marks(std::string_view line) {
  std::string out;
  for (size_t pos = 0; pos < line.size();) {
    if (line[pos] == '`') {
      const size_t end = behind_code_span(line, pos);
      out += line.substr(pos, end - pos);
      pos = end;
    } else if (const size_t icon = line[pos] == ':' ? icon_length(line.substr(pos)) : 0; icon > 0) {
      pos += icon;
      if (pos < line.size() && line[pos] == ' ' && (out.empty() || out.back() == ' ')) ++pos;
    } else if (const size_t keys = line[pos] == '+' ? read_keys(line.substr(pos), out) : 0; keys > 0) {
      pos += keys;
    } else {
      out += line[pos++];
    }
  }
  return out;
}

bool may_have_mkdocs_mark(std::string_view body, DialectSet dialects) {
  return dialects.has(Dialect::mkdocs) &&
         (body.find("-8<-") != std::string_view::npos || body.find("++") != std::string_view::npos ||
          body.find(":material-") != std::string_view::npos ||
          body.find(":octicons-") != std::string_view::npos ||
          body.find(":fontawesome-") != std::string_view::npos ||
          body.find(":simple-") != std::string_view::npos);
}

void read_mkdocs_marks(DialectLines& lines, const DialectContext& context) {
  bool in_files = false;  // between two marks without a name each line names a file
  for (DialectLine& line : lines) {
    const std::string_view text = trimmed(line.text);
    const bool mark = text.starts_with("--8<--") || text.starts_with("-8<-");
    if (mark || in_files) {
      const bool bare = mark && text.find('"') == std::string_view::npos;
      if (!bare) context.leave("--8<--", line);
      in_files = bare && !line.code ? !in_files : in_files;
      line.text.resize(prefix_length(line.text));
    } else if (!line.code) {
      line.text = without_marks(line.text);
    }
  }
}

}  // namespace

const DialectPass kMkdocsMarks = {may_have_mkdocs_mark, read_mkdocs_marks};

}  // namespace signpost
