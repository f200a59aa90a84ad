// tag_boxes.cc - the boxes, folds and tabs that template tags make.
// Tested by tests/unit/content/dialects/tag_boxes_test.cc.
#include "content/dialects/tag_boxes.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/ascii.h"
#include "content/dialects/box.h"
#include "content/dialects/line_parts.h"
#include "content/labels.h"
#include "content/template_tags.h"

namespace signpost {
namespace {

constexpr size_t kMaxOpenTags = 64;

enum class TagUse : uint8_t {
  none,      // no tag of ours
  box,       // a box, a fold, a tab
  nothing,   // only the tag goes: a group, a step
  code,      // what is between is a block of code
  text,      // only words stand for it: a link
  line_box,  // a box with its text among the words of the tag
};

struct TagMeaning {
  TagUse use = TagUse::none;
  BoxStart start;
  std::string text;  // Markdown; of code, its language
};

std::string_view base_name(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

// What comes first of a kind, a color, a place.
std::string kind_in(const TagWords& words) {
  const std::string_view kind = named_word(words, {"style", "type", "color", "level", "context"});
  return std::string(kind.empty() ? word_at(words, 0) : kind);
}

// {% include note.html content="..." %} of Jekyll's themes.
TagMeaning include_meaning(const TagWords& words) {
  const std::string_view file = base_name(word_at(words, 0));
  const std::string_view text = named_word(words, {"content", "text", "message"});
  TagMeaning meaning;
  if (text.empty()) return meaning;
  std::string kind(file.substr(0, file.find('.')));
  if (const std::string_view type = named_word(words, {"type", "style", "kind"}); !type.empty()) kind = type;
  meaning.use = TagUse::line_box;
  meaning.start.kind = find_admonition(kind, "en") ? kind : "note";
  meaning.start.title = std::string(named_word(words, {"title"}));
  meaning.text = std::string(text);
  return meaning;
}

TagMeaning line_meaning(std::string_view name, const TagWords& words, std::string_view lang) {
  TagMeaning meaning;
  if (name == "include") return include_meaning(words);
  const std::string_view url = named_word(words, {"url", "src"});
  if ((name == "embed" || name == "file") && !url.empty()) {
    const std::string_view caption = named_word(words, {"caption", "title"});
    const std::string_view shown = !caption.empty() ? caption : name == "file" ? base_name(url) : url;
    meaning.use = TagUse::text;
    meaning.text = "[" + std::string(shown) + "](<" + std::string(url) + ">)";
  }
  if (name == "youtube" || name == "vimeo") {
    const std::string_view given = named_word(words, {"id"});
    const std::string id(given.empty() ? word_at(words, 0) : given);
    meaning.use = id.empty() ? TagUse::none : TagUse::text;
    meaning.text = "[" + std::string(video_label(lang)) + "](<" +
                   (name == "youtube" ? "https://www.youtube.com/watch?v=" : "https://vimeo.com/") + id +
                   ">)";
  }
  return meaning;
}

TagMeaning meaning_of(std::string_view name, std::string_view arguments, std::string_view lang) {
  TagMeaning meaning;
  BoxStart& start = meaning.start;
  const TagWords words = tag_words(arguments);
  meaning.use = TagUse::box;
  start.title = std::string(named_word(words, {"title", "summary", "header", "heading"}));
  if (is_one_of(name,
                {"hint", "alert", "callout", "notice", "admonition", "admonish", "pageinfo", "message"})) {
    start.kind = kind_in(words);
    if (!find_admonition(start.kind, "en")) start.kind = name == "alert" ? "warning" : "note";
    if (start.title.empty() && name != "hint") start.title = std::string(word_at(words, 1));
    if (name == "pageinfo") start.untitled = true;
  } else if (is_one_of(name, {"tab", "tab-item", "card"})) {
    start.type = BoxType::tab;
    if (start.title.empty()) start.title = std::string(named_word(words, {"name", "label"}));
    if (start.title.empty()) start.title = std::string(word_at(words, 0));
    start.kind = std::string(named_word(words, {"lang"}));
  } else if (is_one_of(name, {"details", "expand", "collapse", "accordion", "spoiler", "toggle"})) {
    start.type = BoxType::fold;
    start.kind = "details";
    if (start.title.empty()) start.title = std::string(word_at(words, 0));
    if (start.title == "...") start.title.clear();
  } else if (is_one_of(name, {"tabs", "tabpane", "stepper", "step", "steps", "columns", "column",
                              "content-ref", "code", "cards"})) {
    meaning.use = TagUse::nothing;
  } else if (is_one_of(name, {"highlight", "mermaid", "code-toggle"})) {
    meaning.use = TagUse::code;
    meaning.text = name == "highlight" ? std::string(word_at(words, 0)) : std::string(name);
    if (name == "code-toggle") meaning.text = "toml";
  } else if (find_admonition(name, "en") && name != "code") {
    start.kind = std::string(name);
    if (start.title.empty()) start.title = std::string(word_at(words, 0));
  } else {
    return line_meaning(name, words, lang);
  }
  return meaning;
}

class TagBoxes {
 public:
  TagBoxes(DialectLines& lines, const DialectContext& context) : lines_(lines), context_(context) {
    find_ends();
  }

  void run() {
    for (at_ = 0; at_ < lines_.size(); ++at_) {
      DialectLine& line = lines_[at_];
      if (line.code && !in_code_) {
        give_title(line);
      } else if (read_line(line)) {
        continue;
      }
      out_.push_back(std::move(line));
    }
    while (!open_.empty()) close_last(lines_.back());
    lines_ = std::move(out_);
  }

 private:
  struct Open {
    std::string name;
    TagUse use = TagUse::none;
    BoxType type = BoxType::box;
    std::string prefix;
    bool span = false;           // what is in it is code inside of a line
    bool code = false;           // what is in it is code
    bool tabs_are_code = false;  // {{< tabpane >}} of Docsy
  };

  // "note" of "{{< note >}}", of "{% note %}", and of their ends.
  static std::string end_name(const TemplateTag& tag) {
    if (tag.name.starts_with('/')) return tag.name.substr(1);
    if (tag.kind == TemplateTag::Kind::liquid && tag.name.starts_with("end")) return tag.name.substr(3);
    return {};
  }

  static std::string key_of(const TemplateTag& tag, const std::string& name) {
    return (tag.kind == TemplateTag::Kind::liquid ? "%" : "<") + name;
  }

  void find_ends() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].text.find('{') == std::string::npos) continue;
      each_tag(lines_[i].text, [&](size_t, const TemplateTag& tag) {
        if (const std::string name = end_name(tag); !name.empty()) last_end_[key_of(tag, name)] = i;
      });
    }
  }

  // Calls `found` with each tag of the line outside of code spans.
  template <typename Found>
  static void each_tag(std::string_view line, Found found) {
    for (size_t pos = line.find_first_of("{`\\"); pos < line.size(); pos = line.find_first_of("{`\\", pos)) {
      if (line[pos] == '`') {
        pos = behind_code_span(line, pos);
      } else if (line[pos] == '\\') {
        pos += 2;
      } else {
        const TemplateTag tag = read_template_tag(line.substr(pos));
        if (tag.length > 0) found(pos, tag);
        pos += std::max<size_t>(tag.length, 1);
      }
    }
  }

  // Of {% code title="a.js" %}: the block that follows has it.
  void give_title(DialectLine& line) {
    if (!code_title_.empty() && trimmed(line.text).starts_with("```")) {
      line.text += " title=\"" + code_title_ + "\"";
    }
    code_title_.clear();
  }

  // False when nothing in the line is ours: it stays as it is. A row of a table always does.
  bool read_line(const DialectLine& line) {
    const std::string text = line.text;
    if (text.find('{') == std::string::npos || trimmed(text).starts_with('|')) return false;
    prefix_ = prefix_of(text);
    size_t done = 0;
    const size_t outputs = out_.size();
    bool any = false;
    each_tag(text, [&](size_t pos, const TemplateTag& tag) {
      if (tag.kind == TemplateTag::Kind::macro && tag.body.starts_with('#') && !in_code_ &&
          context_.dialects.has(Dialect::mdbook)) {
        context_.leave("{{" + std::string(tag.body.substr(0, tag.body.find(' '))) + "}}", line);
      }
      if (tag.kind == TemplateTag::Kind::macro || (in_code_ && end_name(tag) != open_.back().name)) return;
      before_ = std::string_view(text).substr(done, pos - done);
      behind_ = std::string_view(text).substr(pos + tag.length);
      at_start_ = done == 0;
      if (!take(tag, line)) return;
      any = true;
      done = pos + tag.length;
    });
    if (!any) return false;
    before_ = std::string_view(text).substr(done);
    at_start_ = false;
    put_before(line);
    if (out_.size() == outputs) out_.push_back({prefix_, line.source, false});  // may part two paragraphs
    return true;
  }

  // What the lines behind "- {{< note >}}" have before their text, so that they stand in the item.
  static std::string prefix_of(std::string_view text) {
    const size_t length = prefix_length(text);
    const std::string_view rest = text.substr(length);
    size_t marker = std::min(rest.find_first_not_of("0123456789"), rest.size());
    const bool item =
        marker < rest.size() &&
        std::string_view(marker > 0 ? ".)" : "-*+").find(rest[marker]) != std::string_view::npos;
    marker = item && rest.substr(marker + 1, 1) == " " ? marker + 2 : 0;
    return std::string(text.substr(0, length)) + std::string(marker, ' ');
  }

  // The text of the line in front of a tag, behind the one before it.
  void put_before(const DialectLine& line) {
    if (trimmed(before_).empty()) return;
    const std::string_view trim = trimmed(before_);
    const bool span = !open_.empty() && open_.back().span;
    const std::string text =
        at_start_ ? std::string(before_) : prefix_ + (span ? code_span(trim) : std::string(trim));
    out_.push_back({text, line.source, in_code_});
  }

  static std::string_view arguments_of(const TemplateTag& tag) {
    std::string_view text = trimmed(tag.body);
    while (text.starts_with('-')) text = trimmed(text.substr(1));  // "{%- note -%}"
    while (text.ends_with('-')) text.remove_suffix(1);
    return text.substr(std::min(tag.name.size(), text.size()));
  }

  bool take(const TemplateTag& tag, const DialectLine& line) {
    if (const std::string name = end_name(tag); !name.empty()) return take_end(name, line);
    const TagMeaning meaning = meaning_of(tag.name, arguments_of(tag), context_.lang);
    const auto end = last_end_.find(key_of(tag, tag.name));
    const bool ends = end != last_end_.end() && end->second >= at_;
    const bool needs_end = meaning.use == TagUse::box || meaning.use == TagUse::code;
    if (meaning.use == TagUse::none || (needs_end && !ends)) {
      count_leftover(tag, line);
      return false;
    }
    if (open_.size() >= kMaxOpenTags) return false;
    put_before(line);
    if (meaning.use == TagUse::text || meaning.use == TagUse::line_box) {
      put_line(meaning, line);
    } else if (ends) {
      if (tag.name == "code" && meaning.start.title.find('"') == kNowhere) code_title_ = meaning.start.title;
      begin(tag, meaning, line);
    }
    return true;
  }

  void put_line(const TagMeaning& meaning, const DialectLine& line) {
    const bool boxed = meaning.use == TagUse::line_box;
    if (boxed) start_box(out_, meaning.start, prefix_, line);
    out_.push_back({prefix_ + meaning.text, line.source, false});
    if (boxed) end_box(out_, meaning.start.type, prefix_, line);
  }

  void begin(const TemplateTag& tag, const TagMeaning& meaning, const DialectLine& line) {
    Open open{tag.name, meaning.use, meaning.start.type, prefix_};
    if (meaning.use == TagUse::box) start_box(out_, meaning.start, prefix_, line);
    const bool in_pane = !open_.empty() && open_.back().tabs_are_code;
    open.code =
        meaning.use == TagUse::code || (in_pane && tag.name == "tab" && tag.body.find("text=") == kNowhere);
    open.span = meaning.use == TagUse::code && ends_in_line(tag.name);
    open.code = open.code && !open.span;
    open.tabs_are_code = tag.name == "tabpane" && tag.body.find("text=true") == kNowhere;
    if (open.code) {
      const std::string& language = meaning.use == TagUse::code ? meaning.text : meaning.start.kind;
      out_.push_back({prefix_ + std::string(kCodeFence) + language, line.source, true});
      in_code_ = true;
    }
    open_.push_back(std::move(open));
  }

  bool ends_in_line(const std::string& name) const {
    bool ends = false;
    each_tag(behind_, [&](size_t, const TemplateTag& tag) { ends = ends || end_name(tag) == name; });
    return ends;
  }

  bool take_end(const std::string& name, const DialectLine& line) {
    const auto found =
        std::find_if(open_.rbegin(), open_.rend(), [&](const Open& open) { return open.name == name; });
    if (found == open_.rend()) {
      if (meaning_of(name, {}, {}).use != TagUse::nothing) return false;
      put_before(line);
      return true;
    }
    put_before(line);
    const size_t left = static_cast<size_t>(open_.rend() - found) - 1;
    while (open_.size() > left) close_last(line);
    return true;
  }

  void close_last(const DialectLine& line) {
    const Open open = std::move(open_.back());
    open_.pop_back();
    if (open.code) {
      out_.push_back({open.prefix + std::string(kCodeFence), line.source, true});
      in_code_ = false;
    }
    if (open.use == TagUse::box) end_box(out_, open.type, open.prefix, line);
  }

  // What stands for words is understood by template_tags.h, and so are the ends of what it hides.
  void count_leftover(const TemplateTag& tag, const DialectLine& line) const {
    const bool liquid = tag.kind == TemplateTag::Kind::liquid;
    if (tag.name.empty() || tag.is_raw_start || tag.is_raw_end || !tag.hides_until.empty()) return;
    if (!template_tag_text(tag, context_.lang).empty()) return;
    context_.leave(liquid ? "{% " + tag.name + " %}" : "{{< " + tag.name + " >}}", line);
  }

  static constexpr std::string_view kCodeFence = "````";
  static constexpr size_t kNowhere = std::string_view::npos;

  DialectLines& lines_;
  const DialectContext& context_;
  DialectLines out_;
  std::vector<Open> open_;
  std::map<std::string, size_t, std::less<>> last_end_;  // the last line that ends a tag of this name
  std::string prefix_;                                   // of the line that is read
  size_t at_ = 0;
  std::string code_title_;   // of the block of code that comes next
  std::string_view before_;  // the text of that line before the tag that is read,
  std::string_view behind_;  // and what comes after it
  bool at_start_ = false;    // which starts the line
  bool in_code_ = false;
};

bool may_have_tag_box(std::string_view body, DialectSet) {
  return body.find("{%") != std::string_view::npos || body.find("{{<") != std::string_view::npos ||
         body.find("{{%") != std::string_view::npos || body.find("{{#") != std::string_view::npos;
}

void read_tag_boxes(DialectLines& lines, const DialectContext& context) { TagBoxes(lines, context).run(); }

}  // namespace

const DialectPass kTagBoxes = {may_have_tag_box, read_tag_boxes};

}  // namespace signpost
