// fenced_boxes.cc - boxes, folds and tabs between fences of colons or slashes.
// Tested by tests/unit/content/dialects/fenced_boxes_test.cc.
#include "content/dialects/fenced_boxes.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/ascii.h"
#include "content/dialects/box.h"
#include "content/dialects/line_parts.h"
#include "content/labels.h"

namespace signpost {
namespace {

constexpr size_t kMaxOpenFences = 64;

struct Fence {
  char mark = ':';
  size_t length = 0;      // marks
  std::string_view name;  // "" of one that only ends something
  std::string_view rest;  // a title, attributes
};

bool is_fence_name_char(char c) { return is_alnum(c) || c == '-' || c == '_'; }

// "::: {.callout-tip title="T"}" of Pandoc and Quarto, ":::{note} T" of MyST.
void read_braced_name(std::string_view text, Fence& fence) {
  const size_t close = text.find('}');
  if (close == std::string_view::npos) return;
  const TagWords words = tag_words(text.substr(1, close - 1));
  for (const auto& [key, value] : words) {
    if (key.empty() && !value.starts_with('#')) {
      fence.name = value.starts_with('.') ? value.substr(1) : value;
      break;
    }
  }
  if (fence.name.starts_with("callout-")) fence.name.remove_prefix(8);
  fence.rest = text.substr(close + 1);
  if (const std::string_view title = named_word(words, {"title"}); !title.empty()) fence.rest = title;
}

std::optional<Fence> read_fence(std::string_view line) {
  std::string_view text = trimmed(line.substr(prefix_length(line)));
  if (!text.starts_with(":::") && !text.starts_with("///")) return std::nullopt;
  Fence fence;
  fence.mark = text[0];
  fence.length = std::min(text.find_first_not_of(fence.mark), text.size());
  text = trimmed(text.substr(fence.length));
  if (text.starts_with('{')) {
    read_braced_name(text, fence);
    return fence.name.empty() ? std::nullopt : std::make_optional(fence);
  }
  const auto name_end = std::find_if_not(text.begin(), text.end(), is_fence_name_char);
  fence.name = text.substr(0, static_cast<size_t>(name_end - text.begin()));
  fence.rest = text.substr(fence.name.size());
  if (fence.name.empty() && !fence.rest.empty()) return std::nullopt;
  return fence;
}

// Of Microsoft's Markdown, whose fences end with names of their own: dialect_tags.h reads them.
bool is_of_microsoft(const Fence& fence) {
  return fence.rest.ends_with(":::") || fence.name.ends_with("-end") ||
         is_one_of(fence.name, {"row", "column", "zone", "moniker", "image", "no-loc", "code", "video"});
}

// "[A title]{#id}", "A title {#id}", "| A title", "\"A title\"".
std::string title_in(std::string_view rest) {
  rest = trimmed(rest);
  if (rest.starts_with('|')) rest = trimmed(rest.substr(1));
  if (const size_t brace = rest.rfind('{'); brace != std::string_view::npos && rest.ends_with('}')) {
    if (read_attribute_list(rest.substr(brace)).length > 0 || rest.substr(brace) == "{open}")
      rest = trimmed(rest.substr(0, brace));
  }
  const bool bracketed = rest.starts_with('[') && rest.ends_with(']') && rest.find(']') == rest.size() - 1;
  const bool quoted = rest.size() > 2 && rest.starts_with('"') && rest.ends_with('"');
  if (bracketed || quoted) rest = rest.substr(1, rest.size() - 2);
  return std::string(rest);
}

enum class FenceUse : uint8_t { box, tabs, code_group, nothing, unknown };

FenceUse use_of(const Fence& fence, BoxStart& start) {
  const std::string name = lower_case(fence.name);
  start.kind = name;
  start.title = title_in(fence.rest);
  if (is_one_of(name, {"code-group", "codegroup"})) return FenceUse::code_group;
  if (is_one_of(name, {"v-pre", "raw", "div", "block"})) return FenceUse::nothing;
  if (is_one_of(name, {"tabs", "tab-set", "panel-tabset", "tabset"})) return FenceUse::tabs;
  start.type = BoxType::box;
  if (is_one_of(name, {"tab", "tab-item"})) {
    start.type = BoxType::tab;
  } else if (is_one_of(name,
                       {"details", "spoiler", "collapse", "collapsible", "expander", "expand", "dropdown"})) {
    start.type = fence.rest.find("{open}") == std::string_view::npos ? BoxType::fold : BoxType::open_fold;
    start.kind = "details";
  } else if (name == "admonition" || name == "callout") {
    start.kind = "note";
  } else if (!find_admonition(name, "en")) {
    return FenceUse::unknown;
  }
  return FenceUse::box;
}

class FencedBoxes {
 public:
  FencedBoxes(DialectLines& lines, const DialectContext& context) : lines_(lines), context_(context) {}

  void run() {
    find_ends();
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      DialectLine& line = lines_[at_];
      if (line.code) {
        code_line(line);
      } else if (!begin_tab(line) && !fence_line(line)) {
        out_.push_back(std::move(line));
      }
    }
    while (!open_.empty()) close(lines_.back());
    lines_ = std::move(out_);
  }

 private:
  struct Open {
    FenceUse use = FenceUse::unknown;
    BoxType type = BoxType::box;
    char mark = ':';
    size_t length = 0;
    std::string prefix;
    bool in_tab = false;  // of a group: a tab is open
  };

  bool fence_line(const DialectLine& line) {
    const auto fence = read_fence(line.text);
    if (!fence || one_line_box(*fence, line)) return fence.has_value();
    if (fence->mark == ':' && is_of_microsoft(*fence)) return false;
    if (fence->name.empty()) return end(*fence, line);
    if (open_.size() >= kMaxOpenFences) return false;
    if (fence->mark == '/' && !begins_block(*fence)) return false;
    begin(*fence, line);
    return true;
  }

  // ":::note Text :::"
  bool one_line_box(const Fence& fence, const DialectLine& line) {
    const std::string_view rest = trimmed(fence.rest);
    BoxStart start;
    if (fence.mark != ':' || rest.size() < 4 || !rest.ends_with(":::")) return false;
    if (use_of({':', fence.length, fence.name, {}}, start) != FenceUse::box) return false;
    const std::string prefix = line.text.substr(0, prefix_length(line.text));
    const size_t end = std::min(rest.find_last_not_of(':'), rest.size() - 1);
    start_box(out_, start, prefix, line);
    out_.push_back({prefix + std::string(trimmed(rest.substr(0, end + 1))), line.source, false});
    end_box(out_, start.type, prefix, line);
    return true;
  }

  // A line that begins with slashes is text, unless it has the words of a block, and the block ends.
  bool begins_block(const Fence& fence) const {
    BoxStart start;
    if (use_of(fence, start) == FenceUse::unknown && !context_.dialects.has(Dialect::mkdocs)) return false;
    if (!trimmed(fence.rest).empty() && !trimmed(fence.rest).starts_with('|')) return false;
    const auto end = last_end_.find(fence.length);
    return end != last_end_.end() && end->second > at_;
  }

  // Fences of slashes alone, by their length.
  void find_ends() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view text = trimmed(lines_[i].text);
      if (text.starts_with("///") && text.find_first_not_of('/') == std::string_view::npos)
        last_end_[text.size()] = i;
    }
  }

  void begin(const Fence& fence, const DialectLine& line) {
    BoxStart start;
    Open open;
    open.use = use_of(fence, start);
    open.mark = fence.mark;
    open.length = fence.length;
    open.prefix = line.text.substr(0, prefix_length(line.text));
    if (fence.mark == '/') read_options(start);
    open.type = start.type;
    if (open.use == FenceUse::box) {
      start_box(out_, start, open.prefix, line);
    } else if (open.use == FenceUse::unknown || open.use == FenceUse::nothing) {
      if (open.use == FenceUse::unknown) {
        context_.leave(std::string(3, fence.mark) + std::string(fence.name), line);
      }
      const bool is_title = trimmed(fence.rest).starts_with('[');
      out_.push_back({open.prefix + (is_title ? start.title : std::string()), line.source, false});
    } else {
      start_box(out_, {BoxType::tabs, {}, {}}, open.prefix, line);
    }
    open_.push_back(std::move(open));
  }

  // The lines "    open: True" below the start of a block of PyMdown's.
  void read_options(BoxStart& start) {
    while (at_ + 1 < lines_.size() && indent_of(lines_[at_ + 1].text) >= 4) {
      const std::string_view option = trimmed(lines_[at_ + 1].text);
      const size_t colon = option.find(':');
      if (colon == std::string_view::npos) return;
      const std::string value = lower_case(trimmed(option.substr(colon + 1)));
      if (option.starts_with("open") && value == "true" && start.type == BoxType::fold) {
        start.type = BoxType::open_fold;
      }
      if (option.starts_with("type")) start.kind = value;
      ++at_;
    }
  }

  // A fence without a name ends the innermost, or the one around it that has as many marks.
  bool end(const Fence& fence, const DialectLine& line) {
    const auto same_mark = [&](const Open& open) { return open.mark == fence.mark; };
    if (std::none_of(open_.begin(), open_.end(), same_mark)) {
      if (fence.mark == ':') context_.leave(":::", line);
      return false;
    }
    size_t last = open_.size();
    while (!same_mark(open_[last - 1])) --last;
    for (size_t i = last; i > 0 && fence.length > open_[last - 1].length; --i) {
      if (same_mark(open_[i - 1]) && open_[i - 1].length == fence.length) {
        last = i;
        break;
      }
    }
    while (open_.size() >= last) close(line);
    return true;
  }

  void close(const DialectLine& line) {
    const Open open = std::move(open_.back());
    open_.pop_back();
    if (open.in_tab) end_box(out_, BoxType::tab, open.prefix, line);
    if (open.use == FenceUse::box) end_box(out_, open.type, open.prefix, line);
    if (open.use == FenceUse::unknown || open.use == FenceUse::nothing)
      out_.push_back({open.prefix, line.source, false});
    if (open.use == FenceUse::tabs || open.use == FenceUse::code_group)
      end_box(out_, BoxType::tabs, open.prefix, line);
  }

  // "@tab Title" in a group of VuePress.
  bool begin_tab(const DialectLine& line) {
    if (open_.empty() || open_.back().use != FenceUse::tabs) return false;
    std::string_view text = trimmed(std::string_view(line.text).substr(prefix_length(line.text)));
    if (!text.starts_with("@tab")) return false;
    text.remove_prefix(std::min(text.find(' '), text.size()));
    start_tab(std::string(trimmed(text)), line);
    return true;
  }

  void start_tab(const std::string& title, const DialectLine& line) {
    Open& group = open_.back();
    if (group.in_tab) end_box(out_, BoxType::tab, group.prefix, line);
    start_box(out_, {BoxType::tab, {}, title}, group.prefix, line);
    group.in_tab = true;
  }

  // In a group of code the line that opens a block is the title of a tab: "```js [config.js]".
  void code_line(DialectLine& line) {
    const std::string_view text = trimmed(std::string_view(line.text).substr(prefix_length(line.text)));
    const bool in_group = !open_.empty() && open_.back().use == FenceUse::code_group;
    const size_t ticks = std::min(text.find_first_not_of(text.substr(0, 1)), text.size());
    const bool is_fence = (text.starts_with("```") || text.starts_with("~~~"));
    if (in_group && is_fence && fence_ticks_ == 0) {
      const size_t open = text.find('[');
      const size_t close = text.rfind(']');
      const std::string_view info = trimmed(text.substr(ticks));
      const bool titled = open != std::string_view::npos && close != std::string_view::npos && close > open;
      start_tab(
          std::string(titled ? text.substr(open + 1, close - open - 1) : info.substr(0, info.find(' '))),
          line);
      fence_ticks_ = ticks;
      if (titled) line.text.erase(line.text.find('['));  // it is said once
    } else if (fence_ticks_ > 0 && is_fence && ticks >= fence_ticks_ && ticks == text.size()) {
      fence_ticks_ = 0;
    }
    out_.push_back(std::move(line));
  }

  DialectLines& lines_;
  const DialectContext& context_;
  DialectLines out_;
  std::vector<Open> open_;
  std::map<size_t, size_t> last_end_;
  size_t at_ = 0;
  size_t fence_ticks_ = 0;  // of the open block of code in a group
};

bool may_have_fenced_box(std::string_view body, DialectSet) {
  return body.find(":::") != std::string_view::npos || body.find("\n///") != std::string_view::npos ||
         body.starts_with("///");
}

void read_fenced_boxes(DialectLines& lines, const DialectContext& context) {
  FencedBoxes(lines, context).run();
}

}  // namespace

const DialectPass kFencedBoxes = {may_have_fenced_box, read_fenced_boxes};

}  // namespace signpost
