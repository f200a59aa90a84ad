// code_info.cc - what stands behind the fence of a code block: its language and its title.
// Tested by tests/unit/content/code_info_test.cc.
#include "content/code_info.h"

#include <algorithm>

#include "base/ascii.h"

namespace signpost {
namespace {

// The value of key="value" or key='value'.
std::string_view quoted_value(std::string_view info, std::string_view key) {
  for (size_t at = info.find(key); at != std::string_view::npos; at = info.find(key, at + 1)) {
    const size_t open = at + key.size() + 1;
    const bool starts = at == 0 || !is_alnum(info[at - 1]);
    if (!starts || open >= info.size() || info[open - 1] != '=') continue;
    const size_t close =
        info[open] == '"' || info[open] == '\'' ? info.find(info[open], open + 1) : std::string_view::npos;
    if (close != std::string_view::npos) return info.substr(open + 1, close - open - 1);
  }
  return {};
}

// "a.js" and "src/a.js", but no "v1.2" and no option: what has an ending of letters.
bool looks_like_file_name(std::string_view word) {
  const size_t dot = word.rfind('.');
  if (dot == std::string_view::npos || dot + 1 == word.size() || dot == 0) return false;
  for (const char c : word) {
    if (!is_alnum(c) && std::string_view("._-/").find(c) == std::string_view::npos) return false;
  }
  return is_letter(word[dot + 1]);
}

}  // namespace

std::string code_language(std::string_view info) {
  if (!info.empty() && info[0] == '{') {
    const size_t dot = info.find('.');
    info = dot == std::string_view::npos ? std::string_view() : info.substr(dot + 1);
  }
  std::string language;
  for (const char c : info) {
    if (!is_alnum(c) && c != '+' && c != '#' && c != '_' && c != '-') break;
    language += lower(c);
    if (language.size() == 32) break;
  }
  const size_t nolint = language.find("-nolint");
  if (nolint != std::string::npos) language.resize(nolint);
  return language;
}

std::string code_title(std::string_view info) {
  for (const std::string_view key : {"title", "filename", "file", "caption", "name"}) {
    if (const std::string_view value = quoted_value(info, key); !trimmed(value).empty())
      return std::string(trimmed(value));
  }
  const size_t open = info.find('[');
  if (open != std::string_view::npos && open > 0 && info.back() == ']') {
    return std::string(trimmed(info.substr(open + 1, info.size() - open - 2)));
  }
  const size_t gap = info.find(' ');
  const std::string_view second = trimmed(info.substr(std::min(gap, info.size())));
  return looks_like_file_name(second) ? std::string(second) : std::string();
}

}  // namespace signpost
