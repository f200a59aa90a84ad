// html_source.cc - goes over the tokens once, and so takes time in proportion to the length of the text.
#include "importer/html_source.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/escape.h"
#include "content/html_text.h"
#include "content/html_tokens.h"
#include "importer/markdown_text.h"

namespace signpost {
namespace {

constexpr std::array<std::string_view, 13> kAttributes = {
    "align", "alt",   "class", "colspan", "data-code-wrap", "data-onebox-src", "data-username", "href", "src",
    "start", "style", "title", "name"};

// Elements whose content isn't HTML, or is for machines.
constexpr std::array<std::string_view, 9> kOpaque = {"script",  "style",  "template", "textarea", "title",
                                                     "noembed", "iframe", "noframes", "xmp"};

constexpr std::array<std::string_view, 30> kBlocks = {
    "address", "article", "aside", "blockquote", "br",  "dd",      "details", "div",   "dl", "dt",
    "figure",  "footer",  "form",  "h1",         "h2",  "h3",      "h4",      "h5",    "h6", "header",
    "hr",      "li",      "ol",    "p",          "pre", "section", "summary", "table", "tr", "ul"};

template <size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_plain_name(std::string_view name) {
  return name.size() <= 32 &&
         std::all_of(name.begin(), name.end(), [](char c) { return is_lower(c) || is_digit(c); });
}

// Where the content of an opaque element ends: before its end tag, or at the end of the text.
size_t end_of_opaque(std::string_view html, size_t pos, std::string_view name) {
  for (size_t at = html.find("</", pos); at != std::string_view::npos; at = html.find("</", at + 2)) {
    const std::string_view found = html.substr(at + 2, name.size());
    if (lower_case(found) == name) return at;
  }
  return html.size();
}

void append_start_tag(std::string& out, const HtmlToken& token) {
  out += '<' + token.name;
  for (const auto& [name, value] : token.attributes) {
    if (!contains(kAttributes, name)) continue;
    out += ' ' + name + "=\"";
    append_escaped(out, value);
    out += '"';
  }
  out += '>';
}

// Calls `on_token` for all that isn't opaque.
template <class OnToken>
void for_each_token(std::string_view html, const OnToken& on_token) {
  for (size_t pos = 0; pos < html.size();) {
    const HtmlToken token = next_html_token(html, pos);
    on_token(token);
    if (token.type == HtmlToken::Type::start_tag && contains(kOpaque, token.name)) {
      pos = end_of_opaque(html, pos, token.name);
    }
  }
}

}  // namespace

std::string reduced_html(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  for_each_token(html, [&](const HtmlToken& token) {
    switch (token.type) {
      case HtmlToken::Type::text:
        append_html_source_text(out, token.source);
        break;
      case HtmlToken::Type::start_tag:
        if (is_plain_name(token.name)) append_start_tag(out, token);
        break;
      case HtmlToken::Type::end_tag:
        if (is_plain_name(token.name)) out += "</" + token.name + ">";
        break;
      case HtmlToken::Type::comment:
        break;
    }
  });
  return out;
}

std::string html_as_plain_markdown(std::string_view html) {
  std::string out;
  std::string paragraph;
  const auto end_paragraph = [&] {
    std::string line = escaped_markdown(collapsed(paragraph));
    paragraph.clear();
    if (line.empty()) return;
    protect_line_start(line);
    if (!out.empty()) out += "\n\n";
    out += line;
  };
  for_each_token(html, [&](const HtmlToken& token) {
    if (token.type == HtmlToken::Type::text) paragraph += decode_references(token.source);
    const bool tag = token.type == HtmlToken::Type::start_tag || token.type == HtmlToken::Type::end_tag;
    if (tag && contains(kBlocks, token.name)) end_paragraph();
  });
  end_paragraph();
  return out;
}

}  // namespace signpost
