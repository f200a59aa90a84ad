// template_tags.cc - the tags of foreign generators and what of them a reader should still see.
// Tested by tests/unit/content/template_tags_test.cc.
#include "content/template_tags.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

#include "base/ascii.h"
#include "content/html_text.h"
#include "content/language.h"
#include "content/link_targets.h"

namespace signpost {
namespace {

constexpr size_t kMaxTagBytes = 4096;

bool is_name_char(char c) { return is_alnum(c) || c == '_' || c == '-' || c == '/'; }

std::string lower_name(std::string_view body) {
  std::string name;
  for (const char c : body) {
    if (is_space(c) && name == "/") continue;  // "{{< / note >}}"
    if (!is_name_char(c)) break;
    name += lower(c);
  }
  return name;
}

// The quoted texts of a tag, in order.
std::vector<std::string_view> quoted_texts(std::string_view body) {
  std::vector<std::string_view> texts;
  for (size_t i = 0; i < body.size(); ++i) {
    if (body[i] != '"' && body[i] != '\'' && body[i] != '`') continue;
    const size_t end = body.find(body[i], i + 1);
    if (end == std::string_view::npos) break;
    texts.push_back(body.substr(i + 1, end - i - 1));
    i = end;
  }
  return texts;
}

// The value of key="value" in a shortcode.
std::string_view named_value(std::string_view body, std::string_view key) {
  for (size_t at = body.find(key); at != std::string_view::npos; at = body.find(key, at + 1)) {
    if (at > 0 && is_name_char(body[at - 1])) continue;
    const std::string_view rest = trimmed(body.substr(at + key.size()));
    if (rest.empty() || rest[0] != '=') continue;
    const std::vector<std::string_view> texts = quoted_texts(rest.substr(1));
    if (!texts.empty()) return texts.front();
  }
  return {};
}

// As text in Markdown: characters that would be markup are escaped, line ends are spaces.
std::string as_markdown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>&|~#").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

std::string as_code(std::string_view text) {
  const bool fits = text.find_first_of("`\n\r|") == std::string_view::npos;
  return fits ? "`" + std::string(text) + "`" : as_markdown(text);
}

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// Liquid's {% mac %}, {% endmac %} and the like: the same steps for another system.
bool names_alternative(std::string_view name) {
  if (starts_with(name, "end")) name.remove_prefix(3);
  return is_one_of(name, {"mac", "windows", "linux", "cli", "curl", "webui", "desktop", "vscode",
                          "codespaces", "powershell", "bash", "javascript", "api"});
}

// {{domxref("Node.firstChild", "firstChild")}} and its kin: the second text is for display.
std::string macro_text(const TemplateTag& tag) {
  const size_t paren = tag.body.find('(');
  if (paren == std::string_view::npos) return {};
  const std::string& name = tag.name;
  if (starts_with(name, "embed") || starts_with(name, "previous") || starts_with(name, "next") ||
      starts_with(name, "list") || starts_with(name, "quicklinks") || starts_with(name, "interactive") ||
      name.find("sidebar") != std::string::npos ||
      is_one_of(name,
                {"apiref", "cssref", "page", "compat", "specifications", "webextexamples", "apilistalpha"})) {
    return {};
  }
  const std::vector<std::string_view> texts = quoted_texts(tag.body.substr(paren));
  if (texts.empty() || trimmed(texts[0]).empty()) return {};
  const bool has_display = texts.size() > 1 && !trimmed(texts[1]).empty();
  if (is_one_of(name, {"rfc", "bug"})) return (name == "rfc" ? "RFC " : "bug ") + as_markdown(texts[0]);
  std::string shown = decode_references(has_display ? texts[1] : texts[0]);
  if (!has_display && is_one_of(name, {"htmlelement", "svgelement", "mathmlelement"}))
    shown = "<" + shown + ">";
  const bool code = name.find("xref") != std::string::npos ||
                    is_one_of(name, {"htmlelement", "svgelement", "mathmlelement", "svgattr", "httpheader",
                                     "httpmethod", "httpstatus", "webextapiref", "csp", "event"});
  return code ? as_code(shown) : as_markdown(shown);
}

// What {{% heading "..." %}} says in Kubernetes' documentation.
std::string_view standard_heading(std::string_view name, std::string_view lang) {
  const std::string_view base = base_language(lang);
  const size_t column = base == "ko" ? 1 : base == "ja" ? 2 : 0;
  using Words = std::array<std::string_view, 3>;
  if (name == "whatsnext") return Words{"What's next", "다음 내용", "次の項目"}[column];
  if (name == "prerequisites") return Words{"Before you begin", "시작하기 전에", "始める前に"}[column];
  if (name == "objectives") return Words{"Objectives", "목적", "目標"}[column];
  if (name == "cleanup") return Words{"Cleaning up", "정리하기", "クリーンアップ"}[column];
  return {};
}

// {{< glossary_tooltip text="pods" term_id="pod" >}}, {{% heading "whatsnext" %}}, {{< ref "/docs/x" >}}.
std::string shortcode_text(const TemplateTag& tag, std::string_view lang) {
  const std::string_view text = named_value(tag.body, "text");
  if (tag.name == "link") {
    const std::string_view url = named_value(tag.body, "url");
    return url.empty() ? as_markdown(text) : "[" + as_markdown(text) + "](<" + std::string(url) + ">)";
  }
  if (tag.name == "figure") {
    std::string_view words = named_value(tag.body, "alt");
    for (const std::string_view key : {"caption", "title"}) {
      if (words.empty()) words = named_value(tag.body, key);
    }
    return "![" + as_markdown(words) + "](<" + std::string(named_value(tag.body, "src")) + ">)";
  }
  if (!text.empty()) return as_markdown(text);
  if (tag.name == "tab") {
    const std::string_view name = named_value(tag.body, "name");
    return name.empty() ? std::string() : "**" + as_markdown(name) + "**";
  }
  const std::vector<std::string_view> texts = quoted_texts(tag.body);
  if (tag.name == "glossary-term" && !texts.empty()) return as_markdown(texts[0]);
  if (tag.name == "glossary_tooltip") {
    std::string words(named_value(tag.body, "term_id"));
    std::replace(words.begin(), words.end(), '-', ' ');
    return as_markdown(words);
  }
  if (is_one_of(tag.name, {"ref", "relref"}) && !texts.empty()) return std::string(texts[0]);
  if (tag.name == "heading" && !texts.empty()) {
    if (const std::string_view words = standard_heading(texts[0], lang); !words.empty())
      return std::string(words);
    std::string words = as_markdown(texts[0]);
    if (!words.empty()) words[0] = upper(words[0]);
    return words;
  }
  return {};
}

// {% link _docs/a.md %} of Jekyll, which stands for the address of a file of the site.
std::string liquid_link(const TemplateTag& tag) {
  const std::string_view path = trimmed(trimmed(tag.body).substr(tag.name.size()));
  return path.find_first_of(" \"'") == std::string_view::npos && !path.empty() ? "/" + std::string(path) : "";
}

}  // namespace

TemplateTag read_template_tag(std::string_view text) {
  TemplateTag tag;
  if (text.size() < 4 || text[0] != '{' || (text[1] != '{' && text[1] != '%')) return tag;
  const char third = text[2];
  std::string_view close = text[1] == '%' ? "%}" : "}}";
  size_t open = 2;
  if (text[1] == '{' && (third == '<' || third == '%')) {
    close = third == '<' ? ">}}" : "%}}";
    open = 3;
  }
  const std::string_view window = text.substr(0, kMaxTagBytes);
  // Where nothing is ever closed this is many times faster than looking for all of `close`.
  if (window.find('}', open) == std::string_view::npos) return tag;
  const size_t end = window.find(close, open);
  if (end == std::string_view::npos) return tag;
  const std::string_view inside = window.substr(open, end - open);
  if (inside.find("\n\n") != std::string_view::npos || inside.find("\n\r\n") != std::string_view::npos)
    return tag;
  tag.length = end + close.size();
  tag.body = inside;
  std::string_view named = inside;
  while (!named.empty() && (is_space(named.front()) || named.front() == '-')) named.remove_prefix(1);
  tag.name = lower_name(named);
  if (text[1] == '%') {
    tag.kind = TemplateTag::Kind::liquid;
    tag.is_raw_start = tag.name == "raw";
    tag.is_raw_end = tag.name == "endraw";
    tag.separates = names_alternative(tag.name);
    if (tag.name == "comment") tag.hides_until = "endcomment";
  } else if (open == 3) {
    tag.kind = TemplateTag::Kind::shortcode;
    tag.separates = is_one_of(tag.name, {"tab", "/tab", "tabs", "/tabs"});
    if (tag.name == "comment") tag.hides_until = "/comment";
  }
  return tag;
}

std::string template_tag_text(const TemplateTag& tag, std::string_view lang) {
  switch (tag.kind) {
    case TemplateTag::Kind::macro:
      return macro_text(tag);
    case TemplateTag::Kind::shortcode:
      return shortcode_text(tag, lang);
    case TemplateTag::Kind::liquid:
      if (tag.name == "link") return liquid_link(tag);
      break;
  }
  return {};
}

std::optional<std::string> template_tag_address(const TemplateTag& tag) {
  std::string_view body = trimmed(tag.body);
  while (!body.empty() && (body.front() == '-' || is_space(body.front()))) body.remove_prefix(1);
  const std::vector<std::string_view> texts = quoted_texts(body);
  if (tag.kind == TemplateTag::Kind::macro) {
    if (body.starts_with('"') || body.starts_with('\''))
      return texts.empty() ? std::nullopt : std::optional(std::string(texts[0]));
    const std::string name = lower_case(body.substr(0, body.find_first_of(" |}\t")));
    const bool known = is_one_of(name, {"site.baseurl", "site.base_url", "site.url", "site.github.url",
                                        "baseurl", "base_url", "base_path", "page.baseurl", ".site.baseurl",
                                        "site_url", "config.site_url", "base", "root", "relroot"});
    return known ? std::optional(std::string()) : std::nullopt;
  }
  std::string_view word = body.substr(std::min(tag.name.size(), body.size()));
  while (!word.empty() && (word.back() == '-' || is_space(word.back()))) word.remove_suffix(1);
  word = trimmed(word);
  if (const std::string_view path = named_value(body, "path"); !path.empty()) {
    word = path;
  } else if (!texts.empty()) {
    word = texts[0];
  }
  if (word.empty()) return std::nullopt;
  const bool ref = is_one_of(tag.name, {"ref", "relref"});
  if (ref && tag.kind == TemplateTag::Kind::shortcode)
    return word[0] == '#' || word[0] == '/' ? std::string(word) : std::string(kReference) + std::string(word);
  const std::string below(word.substr(word[0] == '/' ? 1 : 0));
  if (tag.name == "link") return "/" + below;
  if (tag.name == "post_url") return "/_posts/" + below;
  return std::nullopt;
}

bool has_template_tags(DialectSet dialects) {
  return dialects.has_any({Dialect::jekyll, Dialect::gitbook, Dialect::hugo, Dialect::mdbook});
}

std::string strip_template_tags(std::string_view text) {
  std::string out;
  for (size_t pos = 0; pos < text.size();) {
    if (text[pos] == '{') {
      if (const TemplateTag tag = read_template_tag(text.substr(pos)); tag.length > 0) {
        pos += tag.length;
        if (!out.empty() && out.back() == ' ' && pos < text.size() && text[pos] == ' ') ++pos;
        continue;
      }
    }
    out += text[pos++];
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace signpost
