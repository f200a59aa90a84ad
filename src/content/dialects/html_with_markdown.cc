// html_with_markdown.cc - elements of HTML whose author says that Markdown is in them.
// Tested by tests/unit/content/dialects/html_with_markdown_test.cc.
#include "content/dialects/html_with_markdown.h"

#include <algorithm>

#include "base/ascii.h"

namespace signpost {
namespace {

std::string element_name(std::string_view tag) {
  const size_t start = tag.starts_with("</") ? 2 : 1;
  const auto end = std::find_if_not(tag.begin() + static_cast<std::ptrdiff_t>(start), tag.end(), is_alnum);
  return lower_case(tag.substr(start, static_cast<size_t>(end - tag.begin()) - start));
}

// <div class="x" markdown="1">, alone on its line.
bool opens_markdown(std::string_view text) {
  if (!text.starts_with('<') || !text.ends_with('>') || text.find('>') != text.size() - 1) return false;
  const size_t at = text.find(" markdown");
  if (at == std::string_view::npos) return false;
  const char behind = text[at + 9];
  return behind == '>' || behind == '=' || behind == ' ';
}

class HtmlWithMarkdown {
 public:
  explicit HtmlWithMarkdown(DialectLines& lines) : lines_(lines) {}

  void run() {
    for (DialectLine& line : lines_) {
      const std::string_view text = trimmed(line.text);
      const bool tag = !line.code && text.size() > 3 && text.front() == '<' && text.back() == '>';
      if (tag && opens_markdown(text)) {
        open_.push_back(element_name(text));
        put(std::move(line), false, true);
      } else if (tag && text.starts_with("</") && !open_.empty() && element_name(text) == open_.back()) {
        open_.pop_back();
        put(std::move(line), true, true);
      } else {
        if (tag && !open_.empty() && !text.starts_with("</") && element_name(text) == open_.back() &&
            text.find("</") == std::string_view::npos) {
          open_.push_back(open_.back());  // one of the same name in it
        }
        out_.push_back(std::move(line));
      }
    }
    lines_ = std::move(out_);
  }

 private:
  void put(DialectLine line, bool before, bool behind) {
    const int source = line.source;
    if (before) out_.push_back({std::string(), source, false});
    out_.push_back(std::move(line));
    if (behind) out_.push_back({std::string(), source, false});
  }

  DialectLines& lines_;
  DialectLines out_;
  std::vector<std::string> open_;
};

bool may_have_html_with_markdown(std::string_view body, DialectSet) {
  return body.find(" markdown") != std::string_view::npos && body.find('<') != std::string_view::npos;
}

void read_html_with_markdown(DialectLines& lines, const DialectContext&) { HtmlWithMarkdown(lines).run(); }

}  // namespace

const DialectPass kHtmlWithMarkdown = {may_have_html_with_markdown, read_html_with_markdown};

}  // namespace signpost
