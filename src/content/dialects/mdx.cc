// mdx.cc - Markdown with JSX made plain.
// Tested by tests/unit/content/dialects/mdx_test.cc.
#include "content/dialects/mdx.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "content/dialects/jsx_syntax.h"
#include "content/dialects/mdx_components.h"
#include "content/dialects/mdx_mode.h"
#include "content/dialects/mdx_output.h"
#include "content/dialects/mdx_statements.h"
#include "content/dialects/mdx_text.h"
#include "content/dialects/mdx_values.h"
#include "content/dialects/mdx_writer.h"
#include "content/html_elements.h"

namespace signpost {
namespace {

// Braces that never close are looked through to no end only so often.
constexpr int kMaxFailures = 500;

class MdxScanner {
 public:
  MdxScanner(DialectLines& lines, const DialectContext& context)
      : lines_(lines),
        context_(context),
        mode_(mdx_mode(lines, context.dialects)),
        text_(lines),
        out_(result_, mode_ == MdxMode::full),
        writer_(out_, imports_, context.lang) {}

  void run() {
    while (!text_.at_end()) scan_line();
    out_.close_all();
    lines_ = std::move(result_);
  }

 private:
  const DialectLine& here() const { return lines_[text_.line()]; }

  void scan_line() {
    const DialectLine& line = here();
    const bool own_code = mode_ != MdxMode::full && !out_.is_open() && line.code;
    if (!own_code && fences_.is_code(line.text)) return code_line(line);
    if (own_code || is_blank(line.text)) {
      out_.add_line(line.text, line.source);
      statement_may_start_ = !own_code;
      text_.next_line();
    } else if (!skip_statement()) {
      statement_may_start_ = statement_may_follow(line.text);
      begin_line();
      scan_text();
    }
  }

  void begin_line() { text_.move_to(text_.pos() + out_.begin_line(here().text, here().source)); }

  void code_line(const DialectLine& line) {
    MdxOpen* inner = out_.innermost();
    if (fences_.opened() && inner != nullptr && inner->code_tabs) {
      out_.begin_line(line.text, line.source);
      writer_.open_code_tab(fences_.info());
      in_code_tab_ = true;
      out_.end_line();
    }
    out_.add_code(line.text, line.source);
    if (fences_.closed() && in_code_tab_) {
      out_.close("");
      out_.end_line();
      in_code_tab_ = false;
    }
    text_.next_line();
  }

  bool skip_statement() {
    if (!statement_may_start_ || mode_ == MdxMode::markdown || out_.is_open() || failures_ > kMaxFailures)
      return false;
    const char first = text_[text_.pos()];
    if (first != 'i' && first != 'e') return false;
    const size_t length = mdx_statement_length(text_.rest(), imports_);
    failures_ += length == 0 || first == 'e';  // what an export opens may never close
    if (length == 0) return false;
    text_.move_to(text_.pos() + length);
    text_.next_line();
    return true;
  }

  void scan_text() {
    while (true) {
      const std::string_view rest = text_.rest();
      const size_t length = std::min(rest.find_first_of("\n\\`$<{"), rest.size());
      out_.append(rest.substr(0, length));
      text_.move_to(text_.pos() + length);
      if (length == rest.size() || rest[length] == '\n') break;
      special();
    }
    out_.end_line();
    text_.next_line();
  }

  void special() {
    const std::string_view rest = text_.rest();
    switch (rest[0]) {
      case '\\':
        return copy(rest.size() > 1 && rest[1] != '\n' ? 2 : 1);
      case '`':
        return copy(text_.behind_code_span() - text_.pos());
      case '$':
        return copy(mode_ == MdxMode::full ? text_.behind_math() - text_.pos() : 1);
      case '{':
        return expression();
      default:
        if (rest.starts_with("<!--")) {
          const size_t end = text_.find("-->");
          return copy(end == MdxText::kNone ? 1 : end + 3 - text_.pos());
        }
        return tag();
    }
  }

  // Takes the next bytes as they are.
  void copy(size_t length) {
    const size_t end = text_.pos() + length;
    while (text_.pos() < end) {
      const std::string_view rest = text_.rest();
      const size_t in_line = std::min(rest.find('\n'), end - text_.pos());
      out_.append(rest.substr(0, in_line));
      text_.move_to(text_.pos() + in_line);
      if (text_.pos() >= end) return;
      out_.end_line();
      text_.next_line();
      if (text_.at_end()) return;
      begin_line();
      out_.note_code();
    }
  }

  void skip_to(size_t end) {
    text_.move_to(end);
    out_.note_removal();
  }

  void expression() {
    const std::string_view rest = text_.rest();
    const bool other_tool = rest.size() > 1 && std::string_view("#:{%").find(rest[1]) != MdxText::kNone;
    const bool keep = mode_ == MdxMode::markdown || other_tool || failures_ > kMaxFailures;
    const size_t length = keep ? 0 : expression_length(rest);
    if (length == 0) {
      failures_ += !keep;
      return copy(1);
    }
    const std::string_view inside = trimmed(rest.substr(1, length - 2));
    const bool full = mode_ == MdxMode::full;
    if (const auto text = literal_value(inside); text && (full || !is_digit(inside[0]))) {
      out_.append(plain_markup(*text));
    } else if (full || inside.starts_with("frontMatter.") || inside.starts_with("props.")) {
      context_.leave("{...}", here());
    } else {
      return copy(1);
    }
    skip_to(text_.pos() + length);
  }

  void tag() {
    const JsxTag tag = failures_ > kMaxFailures ? JsxTag() : read_jsx_tag(text_.rest());
    if (tag.length == 0) {
      failures_ += text_.rest_of_line(text_.pos()).find('{') != MdxText::kNone;
      return copy(1);
    }
    const bool full = mode_ == MdxMode::full;
    if (tag.name.empty()) return full ? skip_to(text_.pos() + tag.length) : copy(1);
    const bool component = is_upper(tag.name[0]) || (full && tag.name.find('.') != MdxText::kNone);
    // Docusaurus reads its Markdown as MDX; what authors rely on there is Markdown in what folds.
    const bool fold = mode_ == MdxMode::components && is_one_of(tag.name, {"details", "summary"});
    if (!component) return full || fold ? html_tag(tag) : element(tag);
    const MdxComponent* known = find_mdx_component(tag.name);
    const bool html = is_shouted(tag.name) || (known == nullptr && is_element(tag.name) && !full);
    if (html || (mode_ == MdxMode::markdown && !is_surely_component(tag, known))) return copy(tag.length);
    tag.closing ? close(tag) : open(tag, known);
  }

  static bool is_element(std::string_view name) {
    return element_info(lower_case(name)).policy != ElementPolicy::unknown;
  }
  // <BR> and <TABLE> are HTML of long ago.
  static bool is_shouted(std::string_view name) {
    return is_element(name) && std::none_of(name.begin(), name.end(), is_lower);
  }

  // In Markdown with components, an element stays as it is but for what HTML has no attributes for.
  void element(const JsxTag& tag) {
    const bool foreign = std::any_of(tag.attributes.begin(), tag.attributes.end(), [](const JsxAttribute& a) {
      return a.expression || !is_letter(a.name[0]);
    });
    if (mode_ == MdxMode::markdown || !foreign) return copy(tag.length);
    out_.append(html_tag_of(tag, imports_));
    skip_to(text_.pos() + tag.length);
  }

  bool is_surely_component(const JsxTag& tag, const MdxComponent* known) {
    if (tag.closing) return out_.find(tag.name) != nullptr;
    if (known == nullptr || !is_block_form(known->form) || tag.self_closing) return false;
    return out_.at_start() && text_.find("</" + tag.name + ">") != MdxText::kNone;
  }

  void open(const JsxTag& tag, const MdxComponent* known) {
    static constexpr MdxComponent kUnknown{"", MdxForm::wrap, ""};
    if (known == nullptr) {
      context_.leave("<" + tag.name + ">", here());
      known = &kUnknown;
    }
    if (known->form == MdxForm::drop) return drop(tag);
    if (known->form == MdxForm::code && write_code(tag)) return;
    if (known->form == MdxForm::link && !tag.self_closing) return open_link(tag);
    const bool container = known->form == MdxForm::wrap || known->form == MdxForm::code;
    const bool block = is_block_form(known->form) || (container && !tag.self_closing && stands_alone(tag));
    std::string text;
    if (!writer_.inline_text(tag, *known, text)) context_.leave("<" + tag.name + ">", here());
    out_.append(text);
    skip_to(text_.pos() + tag.length);
    if (!block) return;
    const bool untitled = known->form == MdxForm::fold && !has_title(tag);
    writer_.open(tag, *known, untitled ? take_summary() : std::string());
    if (tag.self_closing) out_.close(tag.name);
    skip_spaces();
  }

  void skip_spaces() {
    const std::string_view line = text_.rest_of_line(text_.pos());
    text_.move_to(text_.pos() + std::min(line.find_first_not_of(" \t"), line.size()));
  }

  // Is nothing else on its line?
  bool stands_alone(const JsxTag& tag) const {
    return out_.at_start() && is_blank(text_.rest_of_line(text_.pos() + tag.length));
  }

  // The title of <Details><summary>Title</summary>.
  std::string take_summary() {
    constexpr std::string_view kStart = "<summary>";
    constexpr std::string_view kEnd = "</summary>";
    const std::string_view rest = text_.rest();
    const size_t start = std::min(rest.find_first_not_of(" \t\n"), rest.size());
    const std::string_view text = rest.substr(start, 1024);
    const size_t end = text.starts_with(kStart) ? text.find(kEnd) : MdxText::kNone;
    if (end == MdxText::kNone) return {};
    std::string title(trimmed(text.substr(kStart.size(), end - kStart.size())));
    std::replace(title.begin(), title.end(), '\n', ' ');
    text_.move_to(text_.pos() + start + end + kEnd.size());
    return title;
  }

  void drop(const JsxTag& tag) {
    const std::string close = "</" + tag.name + ">";
    const size_t end = tag.self_closing ? MdxText::kNone : text_.find(close);
    skip_to(end == MdxText::kNone ? text_.pos() + tag.length : end + close.size());
  }

  // <CodeBlock language="js">{`code`}</CodeBlock>, <Code code="..." lang="js" />
  bool write_code(const JsxTag& tag) {
    size_t length = tag.length;
    std::string code = code_of(tag);
    if (!tag.self_closing) {
      const std::string_view behind = text_.rest().substr(tag.length);
      const size_t brace = std::min(behind.find_first_not_of(" \t\n"), behind.size());
      const size_t expression = expression_length(behind.substr(brace));
      const auto literal =
          expression == 0 ? std::nullopt : literal_value(behind.substr(brace + 1, expression - 2));
      const std::string close = "</" + tag.name + ">";
      const size_t closing = std::min(behind.find_first_not_of(" \t\n", brace + expression), behind.size());
      if (!literal || !behind.substr(closing).starts_with(close)) return false;
      code = *literal;
      length += closing + close.size();
    }
    if (code.empty()) return false;
    writer_.code_block(text_value(tag, {"language", "lang"}), code);
    skip_to(text_.pos() + length);
    return true;
  }

  static std::string code_of(const JsxTag& tag) {
    const JsxAttribute* code = tag.find("code");
    if (code == nullptr) return {};
    return code->expression ? literal_value(code->value).value_or("") : std::string(code->value);
  }

  // A link whose end is in the same paragraph.
  void open_link(const JsxTag& tag) {
    const std::string address = writer_.target(tag);
    const size_t end = text_.find("</" + tag.name + ">");
    if (!address.empty() && end != MdxText::kNone && end < text_.paragraph_end()) {
      out_.append("[");
      links_.emplace_back(end, "]" + enclosed_target(address));
    }
    skip_to(text_.pos() + tag.length);
  }

  void close(const JsxTag& tag) {
    if (!links_.empty() && links_.back().first == text_.pos()) {
      out_.append(links_.back().second);
      links_.pop_back();
    } else {
      out_.close(tag.name);
    }
    skip_to(text_.pos() + tag.length);
    if (out_.at_start()) skip_spaces();
  }

  // In MDX, elements of HTML hold Markdown: their tags get lines of their own, apart from it.
  void html_tag(const JsxTag& tag) {
    const std::string name = lower_case(tag.name);
    if (!tag.closing && is_one_of(name, {"script", "style"})) return copy_element(name);
    const bool block = element_info(name).is_block && !element_info(name).is_void && !tag.self_closing;
    const bool alone = block && stands_alone(tag);
    const bool starts_html = out_.at_start() && out_.may_start_html() && stands_alone(tag);
    const size_t behind = text_.pos() + tag.length;
    const bool splits = block && !alone && out_.at_start() && has_markdown(behind);
    const MdxOpen* open = tag.closing && block ? out_.find(tag.name) : nullptr;
    if (open != nullptr) {
      const bool apart = alone || open->splits || !out_.at_start();
      out_.close(tag.name);
      if (apart) out_.break_line();
    }
    out_.append(html_tag_of(tag, imports_));
    if (!tag.closing && (alone || splits)) {
      MdxOpen element;
      element.name = tag.name;
      element.splits = splits;
      out_.open_element(std::move(element));
    }
    text_.move_to(behind);
    if (splits || starts_html || open != nullptr || (block && is_blank(text_.rest_of_line(behind)))) {
      out_.break_line();
      skip_spaces();
    }
  }

  void copy_element(const std::string& name) {
    const std::string close = "</" + name + ">";
    const size_t end = text_.find(close);
    copy(end == MdxText::kNone ? 1 : end + close.size() - text_.pos());
  }

  // Is there something on the line from `from` that HTML would not read?
  bool has_markdown(size_t from) const {
    return text_.rest_of_line(from).find_first_of("*_`[{~") != MdxText::kNone;
  }

  DialectLines& lines_;
  const DialectContext& context_;
  MdxMode mode_;
  MdxText text_;
  MdxImports imports_;
  DialectLines result_;
  MdxOutput out_;
  MdxWriter writer_;
  MdxFences fences_;
  bool in_code_tab_ = false;
  bool statement_may_start_ = true;
  int failures_ = 0;
  std::vector<std::pair<size_t, std::string>> links_;  // that are open: where they end, and how
};

bool may_have_jsx(std::string_view body, DialectSet dialects) {
  if (dialects.has(Dialect::mdx)) return true;
  if (body.starts_with("import") || body.find("\nimport") != MdxText::kNone) return true;
  for (size_t at = body.find('<'); at != MdxText::kNone; at = body.find('<', at + 1)) {
    if (at + 1 < body.size() && is_upper(body[at + 1])) return true;
  }
  return !dialects.empty() && (body.find_first_of("<{") != MdxText::kNone || body.starts_with("export") ||
                               body.find("\nexport") != MdxText::kNone);
}

void make_jsx_plain(DialectLines& lines, const DialectContext& context) {
  if (!lines.empty()) MdxScanner(lines, context).run();
}

}  // namespace

const DialectPass kMdx = {may_have_jsx, make_jsx_plain};

}  // namespace signpost
