// title_text.cc - reads the title as a heading, with what is no markup put out of the reader's way.
// Tested by tests/unit/content/title_text_test.cc.
#include "content/title_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "content/link_rewriter.h"
#include "content/render.h"

namespace signpost {
namespace {

// Of Unicode's private use: they stand for what is to stay as it is.
constexpr std::string_view kKeptLess = "\xEE\x80\x80";
constexpr std::string_view kKeptUnderscore = "\xEE\x80\x81";
// More is nobody's title, and may be made to take long.
constexpr size_t kMaxTitleMarkup = 1000;

// "name" of "<name ...>" or "</name>" at the beginning of `text`, which starts with '<'.
std::string tag_name(std::string_view text) {
  size_t pos = text.substr(1, 1) == "/" ? 2 : 1;
  std::string name;
  for (; pos < text.size() && is_alnum(text[pos]); ++pos) name += lower(text[pos]);
  return name;
}

bool is_meant_as_tag(std::string_view title, size_t at) {
  const std::string_view rest = title.substr(at);
  const std::string name = tag_name(rest);
  if (rest.starts_with("<!--")) return true;
  if (is_one_of(name, {"br", "wbr", "img"})) return true;
  if (name.empty()) return false;
  if (rest[1] == '/') return title.substr(0, at).find("<" + name) != std::string_view::npos;
  return rest.find("</" + name + ">") != std::string_view::npos;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// "__init__": a name of a program, and not bold.
void keep_names(std::string& title) {
  for (size_t at = title.find("__"); at != std::string::npos; at = title.find("__", at)) {
    size_t end = at + 2;
    while (end < title.size() && (is_alnum(title[end]) || title[end] == '_')) ++end;
    const std::string_view name = std::string_view(title).substr(at, end - at);
    if (name.size() < 5 || !name.ends_with("__")) {
      at = end;
      continue;
    }
    std::string kept(name);
    replace_all(kept, "_", kKeptUnderscore);
    title.replace(at, name.size(), kept);
    at += kept.size();
  }
}

// "{#id .class}", "{: #id}", "{/*id*/}" at the end.
void cut_attribute_list(std::string& title) {
  if (!title.ends_with('}')) return;
  const size_t open = title.rfind('{');
  if (open == std::string::npos || open == 0) return;
  const size_t mark = title.find_first_not_of(' ', open + 1);
  if (mark == std::string::npos || std::string_view("#.:/").find(title[mark]) == std::string_view::npos)
    return;
  title.resize(open);
  while (!title.empty() && is_space(title.back())) title.pop_back();
}

}  // namespace

std::string title_text(std::string_view title) {
  std::string text(title);
  cut_attribute_list(text);
  if (text.find_first_of("*_`[<&\\~!") == std::string::npos || text.size() > kMaxTitleMarkup) return text;
  keep_names(text);
  for (size_t at = text.rfind('<'); at != std::string::npos; at = at == 0 ? at : text.rfind('<', at - 1)) {
    if (!is_meant_as_tag(text, at)) text.replace(at, 1, kKeptLess);
    if (at == 0) break;
  }
  static const LinkResolver kNoLinks;
  const std::string path;
  std::vector<Diagnostic> ignored;
  Leftovers leftovers;
  LinkRewriter links(path, Trust::stranger, {}, kNoLinks, ignored);
  PageOptions options;
  options.take_title = true;
  const std::string heading = "# " + text;
  const RenderInput input{heading, 1, path, {}, Trust::company, false, options};
  std::string plain = render_markdown(input, links, ignored, leftovers).title;
  replace_all(plain, kKeptLess, "<");
  replace_all(plain, kKeptUnderscore, "_");
  return is_blank(plain) ? std::string(title) : plain;
}

}  // namespace signpost
