// unused_definitions.cc - definitions of links and footnotes that nothing refers to, which pages don't show.
// Tested by tests/unit/content/unused_definitions_test.cc.
#include "content/unused_definitions.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "base/ascii.h"
#include "content/html_text.h"
#include "content/markdown_tree.h"
#include "content/source_blocks.h"

namespace signpost {
namespace {

constexpr size_t kMaxLabel = 1000;   // CommonMark's own limit, in characters
constexpr size_t kMaxLines = 8;      // of a definition of a link, title included
constexpr size_t kMaxBytes = 4'096;  // likewise

// Inside quotes and items too.
constexpr std::string_view kBeforeBlock = " \t>-*+0123456789.)";

struct Definition {
  size_t begin = 0;
  size_t end = 0;  // behind its last line
  std::string label;
};

std::string normalised(std::string_view label) {
  std::string out;
  for (const char c : label) {
    if (!is_space(c)) {
      out += lower(c);
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// The end of a label that begins with '[' at `open`: its ']', or npos.
size_t label_end(std::string_view text, size_t open) {
  for (size_t at = open + 1; at < std::min(text.size(), open + kMaxLabel); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '[') {
      return std::string_view::npos;
    } else if (text[at] == ']') {
      return at;
    }
  }
  return std::string_view::npos;
}

class Finder {
 public:
  explicit Finder(std::string_view body) : body_(body), blocks_(body) {}

  std::vector<Definition> run() {
    bool may_begin = true;  // a definition can't interrupt a paragraph
    for (size_t pos = 0; pos < body_.size();) {
      const size_t end = next_line(pos);
      const std::string_view line = body_.substr(pos, end - pos);
      if (blocks_.kind_at(pos) != SourceBlocks::Kind::text || is_blank(line) || line[0] == '#') {
        may_begin = true;
      } else if (const size_t behind = may_begin ? behind_definition(pos) : pos; behind > pos) {
        pos = behind;
        continue;
      } else {
        may_begin = false;
      }
      pos = end;
    }
    return std::move(found_);
  }

 private:
  size_t next_line(size_t pos) const { return std::min(body_.find('\n', pos), body_.size() - 1) + 1; }

  size_t behind_definition(size_t pos) {
    const size_t open = body_.find_first_not_of(kBeforeBlock, pos);
    if (open == std::string_view::npos || body_[open] != '[') return pos;
    const size_t close = label_end(body_, open);
    if (close == std::string_view::npos || body_.substr(close + 1, 1) != ":") return pos;
    const bool footnote = body_.substr(open + 1, 1) == "^";
    const size_t end = footnote ? end_of_footnote(open) : end_of_link(open);
    if (end > pos) found_.push_back({open, end, normalised(body_.substr(open + 1, close - open - 1))});
    return end;
  }

  // Its paragraph, and whatever is indented behind.
  size_t end_of_footnote(size_t open) const {
    size_t end = next_line(open);
    bool blank = false;
    while (end < body_.size()) {
      const size_t next = next_line(end);
      const std::string_view line = body_.substr(end, next - end);
      if (is_blank(line)) {
        blank = true;
      } else if (line.starts_with("[^") || (blank && line[0] != ' ' && line[0] != '\t')) {
        break;
      }
      end = next;
    }
    return end;
  }

  // As many lines as are one definition and nothing else: cmark makes nothing of them.
  size_t end_of_link(size_t open) const {
    size_t best = 0;
    size_t end = open;
    for (size_t lines = 0; lines < kMaxLines && end < body_.size(); ++lines) {
      if (lines > 0 && (body_[end] == '[' || is_blank(body_.substr(end, next_line(end) - end)))) break;
      end = next_line(end);
      if (end - open > kMaxBytes) break;
      const MarkdownTree tree(body_.substr(open, end - open));
      if (cmark_node_first_child(tree.root()) == nullptr) best = end;
    }
    return best;
  }

  std::string_view body_;
  SourceBlocks blocks_;
  std::vector<Definition> found_;
};

// All that stands in brackets outside of definitions.
std::unordered_set<std::string> labels_used(std::string_view body,
                                            const std::vector<Definition>& definitions) {
  std::unordered_set<std::string> used;
  size_t next = 0;
  for (size_t at = body.find('['); at != std::string_view::npos; at = body.find('[', at + 1)) {
    while (next < definitions.size() && definitions[next].end <= at) ++next;
    if (next < definitions.size() && definitions[next].begin == at) continue;
    const size_t end = label_end(body, at);
    if (end != std::string_view::npos) used.insert(normalised(body.substr(at + 1, end - at - 1)));
  }
  return used;
}

}  // namespace

std::string without_unused_definitions(std::string_view body) {
  if (body.find("]:") == std::string_view::npos) return std::string(body);
  const std::vector<Definition> definitions = Finder(body).run();
  const std::unordered_set<std::string> used = labels_used(body, definitions);
  std::string out;
  size_t done = 0;
  for (const Definition& definition : definitions) {
    if (used.count(definition.label) > 0) continue;
    out.append(body, done, definition.begin - done);
    done = definition.end;
    if (is_blank(std::string_view(out).substr(out.rfind('\n') + 1))) continue;
    out += '\n';  // "> [//]: # (a comment)"
  }
  out.append(body, done, std::string_view::npos);
  return out;
}

}  // namespace signpost
