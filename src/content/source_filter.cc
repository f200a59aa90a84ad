// source_filter.cc - takes out of Markdown source what is no text for readers.
// Tested by tests/unit/content/source_filter_test.cc.
#include "content/source_filter.h"

#include <algorithm>
#include <array>

#include "content/code_lines.h"
#include "content/dialect_tags.h"
#include "content/template_tags.h"

namespace signpost {
namespace {

constexpr size_t kNone = std::string_view::npos;
constexpr size_t kMaxIndent = 200;  // of a line that may still start with a tag of other dialects

// Characters where something may start that is no plain text.
constexpr std::array<bool, 256> make_specials() {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("`<{[:\\\n")) table[static_cast<unsigned char>(c)] = true;
  return table;
}
constexpr std::array<bool, 256> kSpecials = make_specials();

bool is_gap(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// True for what is left of a line when all its text was taken out: nothing, or only the mark of a list item,
// a heading or a quote.
bool is_only_marks(std::string_view line) {
  return line.find_first_not_of(" \t\r>#-*+0123456789.)") == kNone;
}

std::string_view first_mark(std::string_view line) {
  const size_t first = line.find_first_not_of(" \t>");
  return first == kNone ? std::string_view() : line.substr(first);
}

bool is_table_row(std::string_view line) { return first_mark(line).substr(0, 1) == "|"; }

// Whose text has tags of this kind: elsewhere they are what the text is about.
bool reads_tag(const FilterOptions& options, const TemplateTag& tag) {
  if (options.template_tags) return true;
  switch (tag.kind) {
    case TemplateTag::Kind::macro:
      return options.dialects.has(Dialect::jekyll) ||
             (tag.body.starts_with('#') && options.dialects.has(Dialect::mdbook));
    case TemplateTag::Kind::liquid:
      return options.dialects.has_any({Dialect::jekyll, Dialect::gitbook});
    case TemplateTag::Kind::shortcode:
      return options.dialects.has(Dialect::hugo);
  }
  return false;
}

class Filter {
 public:
  Filter(std::string_view body, const FilterOptions& options, SourceLines& lines)
      : body_(body), options_(options), lines_(lines) {}

  std::string run() {
    out_.reserve(body_.size());
    while (pos_ < body_.size()) {
      begin_line();
      const size_t end = line_end(pos_);
      const bool was_blank = code_.after_blank();
      if (code_.is_code(body_.substr(pos_, end - pos_))) {
        copy_to(end);
        end_line();
      } else {
        after_blank_ = was_blank;
        filter_line();
      }
    }
    return std::move(out_);
  }

 private:
  size_t line_end(size_t pos) const { return std::min(body_.find('\n', pos), body_.size()); }

  void copy_to(size_t end) {
    out_.append(body_, pos_, end - pos_);
    pos_ = end;
  }

  void begin_line() {
    line_start_ = out_.size();
    source_line_ = line_;
    removed_ = false;
    comment_ = false;
    separates_ = false;
    blank_to_ = line_start_;
  }

  // At the end of a line of the source, or of the body: decides what is left of it. A line from which all
  // was taken goes where a blank line would change the meaning of what stands around it.
  void end_line() {
    const std::string_view left = std::string_view(out_).substr(line_start_);
    if (removed_ && is_only_marks(left) && left.find('>') == kNone) {
      out_.resize(line_start_);
      if ((comment_ || separates_) && !last_is_row_) {
        if (comment_) out_.append(comment_indent_, ' ');
        out_ += "<!---->";  // still ends a paragraph
      } else if (last_is_row_ || continues_list() || code_.after_blank()) {
        skip_newline();
        return;
      }
    }
    last_is_row_ = is_table_row(std::string_view(out_).substr(line_start_));
    if (pos_ < body_.size()) out_ += '\n';
    lines_.add(source_line_);
    skip_newline();
  }

  void skip_newline() {
    if (pos_ < body_.size()) {
      ++pos_;
      ++line_;
    }
  }

  // Does the next line of the source go on with a list, a table or nothing?
  bool continues_list() const {
    if (pos_ >= body_.size()) return true;
    const std::string_view next = first_mark(body_.substr(pos_ + 1, line_end(pos_ + 1) - pos_ - 1));
    if (next.empty()) return true;
    if (next[0] == '|' || next[0] == '\r') return true;
    if (next.size() > 1 && (next[0] == '-' || next[0] == '*' || next[0] == '+') && next[1] == ' ')
      return true;
    const size_t digits = next.find_first_not_of("0123456789");
    return digits != kNone && digits > 0 && (next[digits] == '.' || next[digits] == ')');
  }

  void filter_line() {
    while (pos_ < body_.size()) {
      size_t next = pos_;
      while (next < body_.size() && !kSpecials[static_cast<unsigned char>(body_[next])]) ++next;
      copy_to(next);
      if (pos_ == body_.size() || body_[pos_] == '\n') break;
      filter_special();
    }
    end_line();
  }

  void filter_special() {
    const std::string_view rest = body_.substr(pos_);
    switch (rest[0]) {
      case '\\':
        return copy_to(std::min(pos_ + (rest.size() > 1 && rest[1] != '\n' ? 2 : 1), body_.size()));
      case '`':
        return skip_code_span();
      case '<':
        if (rest.substr(0, 4) == "<!--" && remove_comment()) return;
        break;
      case '{':
        if (replace_address_tag(rest) || replace_template_tag(rest)) return;
        break;
      case ':':
      case '[':
        if (replace_dialect_tag(rest)) return;
        break;
      default:
        break;
    }
    copy_to(pos_ + 1);
  }

  // Copies a span of code as it is. One that is never closed is text.
  void skip_code_span() {
    size_t ticks = 0;
    while (pos_ + ticks < body_.size() && body_[pos_ + ticks] == '`') ++ticks;
    const size_t close = find_ticks(pos_ + ticks, ticks);
    const size_t end = close == kNone ? pos_ + ticks : close + ticks;
    while (true) {
      const size_t newline = body_.substr(0, end).find('\n', pos_);
      if (newline == kNone) break;
      copy_to(newline);
      end_line();
      begin_line();
    }
    copy_to(end);
  }

  // The next run of exactly `ticks` backticks in this paragraph.
  size_t find_ticks(size_t from, size_t ticks) {
    if (ticks < no_ticks_before_.size() && from < no_ticks_before_[ticks]) return kNone;
    const size_t end = paragraph_end(from);
    for (size_t at = body_.find('`', from); at < end; at = body_.find('`', at)) {
      size_t length = 0;
      while (at + length < body_.size() && body_[at + length] == '`') ++length;
      if (length == ticks) return at;
      at += length;
    }
    if (ticks < no_ticks_before_.size()) no_ticks_before_[ticks] = end;
    return kNone;
  }

  size_t paragraph_end(size_t from) {
    if (from < paragraph_end_ && from >= paragraph_from_) return paragraph_end_;
    size_t at = line_end(from);
    while (at < body_.size()) {
      const size_t next = line_end(at + 1);
      if (body_.substr(at + 1, next - at - 1).find_first_not_of(" \t\r") == kNone) break;
      at = next;
    }
    paragraph_from_ = from;
    paragraph_end_ = at;
    return at;
  }

  // Comments may go over blank lines, fences and anything else.
  bool remove_comment() {
    if (pos_ < no_comment_end_before_) return false;
    const size_t end = body_.find("-->", pos_ + 4);
    if (end == kNone) {
      no_comment_end_before_ = body_.size();
      return false;
    }
    if (!removed_ && !line_has_text()) {
      comment_ = true;
      comment_indent_ = out_.size() - line_start_;
    }
    remove(end + 3);
    return true;
  }

  // Leaves out the source up to `end`, and one of two spaces that would meet.
  void remove(size_t end) {
    removed_ = true;
    line_ += static_cast<size_t>(std::count(body_.begin() + static_cast<std::ptrdiff_t>(pos_),
                                            body_.begin() + static_cast<std::ptrdiff_t>(end), '\n'));
    pos_ = end;
    if (pos_ >= body_.size() || out_.empty() || out_.back() != ' ' || !line_has_text()) return;
    if (body_[pos_] == ' ') {
      ++pos_;
    } else if (std::string_view("*_.,;:!?)").find(body_[pos_]) != kNone) {
      out_.pop_back();  // "**Open in {% x %}**" would lose its emphasis
    }
  }

  bool replace_template_tag(std::string_view rest) {
    if (rest.size() < 2 || (rest[1] != '{' && rest[1] != '%')) return false;
    const TemplateTag tag = read_template_tag(rest);
    if (tag.length == 0 || !reads_tag(options_, tag)) return false;
    if (raw_ && !tag.is_raw_end) return false;
    if (tag.is_raw_start || tag.is_raw_end) raw_ = tag.is_raw_start;
    size_t end = pos_ + tag.length;
    if (!tag.hides_until.empty()) end = end_of_hidden(end, tag.hides_until);
    separates_ = separates_ || tag.separates;
    const std::string text = stands_alone() ? std::string() : template_tag_text(tag, options_.lang);
    if (text.empty()) {
      remove(end);
      return true;
    }
    out_ += text;
    line_ += static_cast<size_t>(
        std::count(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(tag.length), '\n'));
    pos_ = end;
    return true;
  }

  // In the address of a link or picture a tag is no text: without it there is no link at all, since addresses
  // in Markdown have no spaces.
  bool replace_address_tag(std::string_view rest) {
    if (rest.size() < 2 || (rest[1] != '{' && rest[1] != '%') || raw_ || !is_in_address()) return false;
    const TemplateTag tag = read_template_tag(rest);
    if (tag.length == 0 || rest.substr(0, tag.length).find('\n') != kNone) return false;
    const auto address = template_tag_address(tag);
    if (!address && options_.template_tags) return false;
    for (const char c : address ? std::string_view(*address) : rest.substr(0, tag.length)) {
      if (!is_gap(c)) out_ += c;
    }
    pos_ += tag.length;
    return true;
  }

  // Behind "](", "[a]: ", "href=" and the like, and what of the address was there already.
  bool is_in_address() {
    constexpr size_t kMaxAddress = 1000;
    constexpr size_t kLongestBeginning = 8;  // what was written since the last look may begin an address
    const size_t from = std::max({line_start_, out_.size() - std::min(out_.size(), kMaxAddress),
                                  no_address_before_ - std::min(no_address_before_, kLongestBeginning)});
    const std::string_view line = std::string_view(out_).substr(from);
    const std::string_view word = line.substr(line.find_last_of(" \t") + 1);  // npos + 1 is 0
    for (const std::string_view before : {"](", "href=\"", "src=\"", "href='", "src='"}) {
      const size_t at = word.rfind(before);
      if (at != kNone && word.find_first_of(")\"'>", at + before.size()) == kNone) return true;
    }
    std::string_view definition = line.substr(0, line.size() - word.size());
    while (!definition.empty() && is_gap(definition.back())) definition.remove_suffix(1);
    if (definition.ends_with("]:") &&
        first_mark(std::string_view(out_).substr(line_start_, kMaxIndent)).starts_with('['))
      return true;
    no_address_before_ = out_.size();
    return false;
  }

  // Behind the tag that ends what the tag before `from` hides.
  size_t end_of_hidden(size_t from, std::string_view name) const {
    size_t at = body_.find(name, from);
    if (at == kNone) return from;
    at = body_.find('}', at);
    if (at == kNone) return from;
    return at + 1 < body_.size() && body_[at + 1] == '}' ? at + 2 : at + 1;
  }

  // True for a macro with nothing but macros in its paragraph: a sidebar, a table that is generated. Other
  // macros, and those of Hugo, stand for words.
  bool stands_alone() {
    if (!after_blank_ || line_has_text() || body_.substr(pos_, 3) == "{{<" ||
        body_.substr(pos_, 3) == "{{%") {
      return false;
    }
    if (alone_line_ != line_) {  // the answer is the same for all macros of a line
      alone_line_ = line_;
      alone_ = only_macros_follow(pos_);
    }
    return alone_;
  }

  bool only_macros_follow(size_t at) const {
    while (true) {
      while (at < body_.size() && is_gap(body_[at])) ++at;
      if (at == body_.size()) return true;
      if (body_[at] == '\n') {
        const size_t next = line_end(at + 1);
        return body_.substr(at + 1, next - at - 1).find_first_not_of(" \t\r") == kNone;
      }
      const TemplateTag tag = read_template_tag(body_.substr(at));
      if (tag.length == 0) return false;
      at += tag.length;
    }
  }

  // Has the current line of the result anything but space?
  bool line_has_text() {
    blank_to_ = std::min(std::max(blank_to_, line_start_), out_.size());
    while (blank_to_ < out_.size() && is_gap(out_[blank_to_])) ++blank_to_;
    return blank_to_ < out_.size();
  }

  bool replace_dialect_tag(std::string_view rest) {
    if (rest.size() < 3 || (rest[0] == '[' ? rest[1] != '!' : rest[1] != ':')) return false;
    const std::string_view before = std::string_view(out_).substr(line_start_);
    const bool line_start = before.size() < kMaxIndent && before.find_first_not_of(" \t>") == kNone;
    DialectTag tag = read_dialect_tag(rest, line_start, options_.lang);
    if (tag.length == 0) return false;
    if (tag.text.empty()) {
      separates_ = separates_ || rest[0] == ':';
      remove(pos_ + tag.length);
    } else {
      out_ += tag.text;
      pos_ += tag.length;
    }
    return true;
  }

  std::string_view body_;
  const FilterOptions& options_;
  SourceLines& lines_;
  CodeLines code_;
  std::string out_;
  size_t pos_ = 0;
  size_t line_ = 0;            // 0-based line of pos_
  size_t line_start_ = 0;      // of the current line in out_
  size_t blank_to_ = 0;        // in out_: only space from line_start_ to here
  size_t alone_line_ = kNone;  // the line that alone_ is about
  bool alone_ = false;
  size_t source_line_ = 0;    // where the current line began in the source
  bool last_is_row_ = false;  // the line before is a row of a table
  bool after_blank_ = true;   // the current line comes after a blank one
  bool removed_ = false;      // something was taken out of the current line
  bool comment_ = false;      // ... which began with a comment
  size_t comment_indent_ = 0;
  bool separates_ = false;                    // what was taken out stood between alternatives
  bool raw_ = false;                          // inside {% raw %}
  std::array<size_t, 32> no_ticks_before_{};  // by length: no closing run before this place
  size_t paragraph_from_ = 0;
  size_t paragraph_end_ = 0;
  size_t no_comment_end_before_ = 0;
  size_t no_address_before_ = 0;  // in out_
};

}  // namespace

bool needs_filter(std::string_view body, const FilterOptions& options) {
  const auto has = [&](std::string_view what) { return body.find(what) != kNone; };
  const bool tags = has("{{") || has("{%");
  const bool dropped = options.template_tags || has_template_tags(options.dialects);
  const bool addresses = tags && (has("](") || has("]:") || has("href=") || has("src="));
  return has("<!--") || has(":::") || has("[!") || (tags && dropped) || addresses;
}

std::string filter_source(std::string_view body, const FilterOptions& options, SourceLines& lines) {
  return Filter(body, options, lines).run();
}

}  // namespace signpost
