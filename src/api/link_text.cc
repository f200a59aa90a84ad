// link_text.cc - see link_text.h.
#include "api/link_text.h"

#include "base/ascii.h"
#include "base/escape.h"

namespace signpost {

std::string markdown_escaped(std::string_view text) {
  // What begins a block stands at the beginning of a line; ':' and '@' make addresses of GFM's, '|' cells.
  static constexpr std::string_view kMeaning = "\\`*_[]<>&~|#!";
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    if (kMeaning.find(c) != std::string_view::npos) escaped += '\\';
    escaped += is_space(c) ? ' ' : c;
  }
  return escaped;
}

std::string markdown_link(std::string_view text, std::string_view url) {
  return "[" + markdown_escaped(text) + "](" + std::string(url) + ")";
}

std::string html_link(std::string_view text, std::string_view url) {
  return "<a href=\"" + html_escaped(url) + "\">" + html_escaped(text) + "</a>";
}

}  // namespace signpost
