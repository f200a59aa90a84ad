// reply_text.cc - see reply_text.h.
#include "api/reply_text.h"

#include <algorithm>

#include "api/link_text.h"
#include "base/ascii.h"
#include "base/escape.h"
#include "base/shown_text.h"

namespace signpost {
namespace {

constexpr std::string_view kOpens = "{{";
constexpr std::string_view kCloses = "}}";

bool is_variable(std::string_view name) {
  return !name.empty() &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}

bool is_address(std::string_view value) {
  return value.starts_with("https://") || value.starts_with("http://");
}

void add_as_it_is(FilledReply& filled, std::string_view text) {
  filled.text += text;
  filled.markdown += text;
  append_escaped(filled.html, text);
}

// Of a person, who may have written anything.
void add_value(FilledReply& filled, const std::string& value) {
  const std::string shown = without_bidi_controls(value);
  filled.text += shown;
  filled.markdown += is_address(shown) ? shown : markdown_escaped(shown);
  filled.html += is_address(shown) ? html_link(shown, shown) : html_escaped(shown);
}

// Lines become lines, empty ones the end of a paragraph.
std::string as_paragraphs(std::string_view lines) {
  std::string html = "<p>";
  lines = trimmed(lines);
  for (size_t at = 0; at < lines.size();) {
    const size_t end = std::min(lines.find('\n', at), lines.size());
    html += lines.substr(at, end - at);
    at = std::min(lines.find_first_not_of('\n', end), lines.size());
    if (at > end) html += at - end == 1 ? "<br>" : "</p><p>";
  }
  return html + "</p>";
}

}  // namespace

FilledReply fill_reply(std::string_view text, const ReplyValues& values) {
  FilledReply filled;
  while (!text.empty()) {
    const size_t begin = std::min(text.find(kOpens), text.size());
    add_as_it_is(filled, text.substr(0, begin));
    text.remove_prefix(begin);
    const size_t end = text.find(kCloses);
    if (end == std::string_view::npos) break;
    const std::string_view whole = text.substr(0, end + kCloses.size());
    const std::string_view name = trimmed(whole.substr(kOpens.size(), end - kOpens.size()));
    const auto value = values.find(name);
    if (!is_variable(name)) {
      add_as_it_is(filled, text.substr(0, 1));  // perhaps one begins within
      text.remove_prefix(1);
      continue;
    }
    text.remove_prefix(whole.size());
    if (value != values.end() && !value->second.empty()) {
      add_value(filled, value->second);
      continue;
    }
    add_as_it_is(filled, whole);
    if (std::find(filled.missing.begin(), filled.missing.end(), name) == filled.missing.end())
      filled.missing.emplace_back(name);
  }
  add_as_it_is(filled, text);
  filled.html = as_paragraphs(filled.html);
  return filled;
}

}  // namespace signpost
