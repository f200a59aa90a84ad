// wiki_links.cc - links by the names of notes, and what is embedded by name.
// Tested by tests/unit/content/dialects/wiki_links_test.cc.
#include "content/dialects/wiki_links.h"

#include <algorithm>
#include <vector>

#include "base/ascii.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "content/dialects/mdx_values.h"
#include "content/dialects/obsidian_marks.h"
#include "content/dialects/plain_spans.h"
#include "content/heading_ids.h"
#include "content/markdown_names.h"
#include "content/parse.h"

namespace signpost {
namespace {

constexpr size_t kMaxLinkBytes = 512;

struct WikiLink {
  size_t length = 0;  // in the source; 0 when there is none
  bool embedded = false;
  std::string_view name;      // as written, "" for this page
  std::string_view fragment;  // behind the last '#', or from '^' on
  std::string_view text;      // behind the first '|'
};

// The link at the start of `text`.
WikiLink read_wiki_link(std::string_view text) {
  WikiLink link;
  link.embedded = text.starts_with('!');
  const size_t open = link.embedded ? 3 : 2;
  const size_t close = text.substr(0, kMaxLinkBytes).find("]]", open);
  if (text.substr(open - 2, 2) != "[[" || close == std::string_view::npos) return {};
  std::string_view inside = text.substr(open, close - open);
  if (inside.find_first_of("[\n") != std::string_view::npos || is_blank(inside)) return {};
  if (text.substr(close + 2, 1) == "(") return {};  // "[[1]](address)" is Markdown's own
  if (const size_t bar = inside.find('|'); bar != std::string_view::npos) {
    link.text = trimmed(inside.substr(bar + 1));
    inside = inside.substr(0, bar > 0 && inside[bar - 1] == '\\' ? bar - 1 : bar);  // as in tables
  }
  const size_t mark = std::min(inside.find_first_of("#^"), inside.size());
  link.name = trimmed(inside.substr(0, mark));
  link.fragment = trimmed(inside.substr(mark));
  const size_t last = link.fragment.find_last_of('#');
  if (last != std::string_view::npos) link.fragment = trimmed(link.fragment.substr(last + 1));
  link.length = close + 2;
  return link;
}

std::string anchor_of(std::string_view fragment) {
  if (fragment.empty()) return {};
  if (fragment.starts_with('^')) return "#" + block_anchor(fragment.substr(1));
  return "#" + heading_slug(fragment);
}

bool is_picture(std::string_view path) {
  const std::string lower = lower_case(path.substr(std::min(path.rfind('.'), path.size())));
  return is_one_of(lower, {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".bmp"});
}

bool is_shown(std::string_view path) {
  const std::string lower = lower_case(path.substr(std::min(path.rfind('.'), path.size())));
  return is_picture(path) ||
         is_one_of(lower, {".mp4", ".webm", ".ogv", ".mov", ".m4v", ".mp3", ".ogg", ".wav", ".m4a", ".flac"});
}

// "300", "300x200": digits, and an 'x' between.
bool is_size(std::string_view text) {
  return !text.empty() && is_digit(text[0]) &&
         text.find_first_not_of("0123456789x") == std::string_view::npos;
}

class WikiLinkReader {
 public:
  explicit WikiLinkReader(const DialectContext& context)
      : context_(context), obsidian_(context.dialects.has(Dialect::obsidian)) {}

  std::string read(const DialectLine& line) const {
    std::string out;
    const std::string_view text = line.text;
    for (size_t at = 0; at < text.size();) {
      const size_t next = std::min(text.find_first_of("\\`[!", at), text.size());
      out += text.substr(at, next - at);
      at = next;
      if (at == text.size()) break;
      const size_t plain = plain_span_length(text, at);
      const WikiLink link = plain > 0 ? WikiLink() : read_wiki_link(text.substr(at));
      if (link.length > 0 && write(link, line, static_cast<int>(at), out)) {
        at += link.length;
      } else {
        const size_t length = std::max<size_t>(plain, 1);
        out += text.substr(at, length);
        at += length;
      }
    }
    return out;
  }

 private:
  // False when the link is to stay as it is.
  bool write(const WikiLink& link, const DialectLine& line, int column, std::string& out) const {
    const std::string path = link.name.empty() ? std::string() : find(link.name, line, column);
    if (path.empty() && !link.name.empty()) {
      if (obsidian_) {
        write_missing(link, line, column, out);
      } else {
        context_.leave("[[...]]", line);
      }
      return obsidian_;
    }
    const std::string address = (path.empty() ? "" : "/" + encode_path(path)) + anchor_of(link.fragment);
    if (link.embedded && is_shown(path)) {
      write_shown(link, path, address, out);
    } else {
      out += "[" + shown_text(link) + "]" + enclosed_target(address);
    }
    return true;
  }

  static std::string shown_text(const WikiLink& link) {
    if (!link.text.empty()) return std::string(link.text);
    std::string text(without_markdown_ending(link.name));
    if (!link.fragment.empty() && !link.fragment.starts_with('^'))
      text += (text.empty() ? "" : " > ") + std::string(link.fragment);
    return text.empty() ? std::string(link.fragment) : plain_markdown(text);
  }

  // Behind the bars: a size, a text, or both.
  static void write_shown(const WikiLink& link, const std::string& path, const std::string& address,
                          std::string& out) {
    std::string_view text = link.text;
    std::string_view size = text.substr(text.rfind('|') + 1);  // npos + 1 is 0
    if (is_size(size)) {
      text = text.size() == size.size() ? std::string_view() : text.substr(0, text.size() - size.size() - 1);
    } else {
      size = {};
    }
    const std::string_view name = path;
    std::string alt(text.empty() ? name.substr(name.rfind('/') + 1) : text);
    if (text.empty()) alt.resize(alt.rfind('.'));
    if (size.empty() || !is_picture(path)) {
      out += "![" + plain_markdown(alt) + "]" + enclosed_target(address);
      return;
    }
    const size_t by = size.find('x');
    out += "<span><img src=\"" + address + "\" alt=\"" + plain_markup(alt) + "\" width=\"" +
           std::string(size.substr(0, by)) + "\"";
    if (by != std::string_view::npos) out += " height=\"" + std::string(size.substr(by + 1)) + "\"";
    out += "></span>";
  }

  void write_missing(const WikiLink& link, const DialectLine& line, int column, std::string& out) const {
    if (link.embedded && is_shown(link.name)) {
      out += "![" + plain_markdown(link.name) + "]" + enclosed_target(encode_path(link.name));
      return;
    }
    warn(line, column, "there is no file of the name '" + std::string(link.name) + "'");
    out += shown_text(link);
  }

  void warn(const DialectLine& line, int column, std::string message) const {
    if (context_.diagnostics == nullptr) return;
    const size_t characters =
        count_code_points(std::string_view(line.text).substr(0, static_cast<size_t>(column)));
    context_.diagnostics->push_back({Severity::warning,
                                     std::string(context_.path),
                                     context_.first_line + line.source,
                                     static_cast<int>(characters) + 1,
                                     "link-target",
                                     std::move(message),
                                     {}});
  }

  // How many of the folders of this file lead to the other one.
  size_t nearness(std::string_view path) const {
    size_t folders = 0;
    for (size_t i = 0; i < std::min(path.size(), context_.path.size()) && path[i] == context_.path[i]; ++i)
      folders += path[i] == '/';
    return folders;
  }

  // The nearest file of that name; of several equally near the one with the shortest path.
  std::string find(std::string_view name, const DialectLine& line, int column) const {
    if (context_.files == nullptr || !context_.files->files_named) return {};
    std::vector<std::string> paths = context_.files->files_named(std::string(name));
    if (paths.empty()) return {};
    std::sort(paths.begin(), paths.end(), [&](const std::string& a, const std::string& b) {
      if (nearness(a) != nearness(b)) return nearness(a) > nearness(b);
      return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    const bool whole = std::any_of(paths.begin(), paths.end(), [&](const std::string& path) {
      return without_markdown_ending(path) == without_markdown_ending(name);
    });
    if (whole) {
      std::stable_partition(paths.begin(), paths.end(), [&](const std::string& path) {
        return without_markdown_ending(path) == without_markdown_ending(name);
      });
    } else if (paths.size() > 1 && nearness(paths[0]) == nearness(paths[1])) {
      warn(line, column,
           "'" + std::string(name) + "' may mean " + paths[0] + " or " + paths[1] + "; leads to the first");
    }
    return paths.front();
  }

  const DialectContext& context_;
  bool obsidian_;
};

bool may_have_wiki_link(std::string_view body, DialectSet) {
  return body.find("[[") != std::string_view::npos;
}

void make_wiki_links_plain(DialectLines& lines, const DialectContext& context) {
  const WikiLinkReader reader(context);
  for (DialectLine& line : lines) {
    if (!line.code && line.text.find("[[") != std::string::npos) line.text = reader.read(line);
  }
}

}  // namespace

const DialectPass kWikiLinks = {may_have_wiki_link, make_wiki_links_plain};

}  // namespace signpost
