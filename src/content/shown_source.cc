// shown_source.cc - the Markdown of a document as everybody may read it: without what its page hides.
// Tested by tests/unit/content/shown_source_test.cc.
#include "content/shown_source.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "content/dialects/attribute_lists.h"
#include "content/html_elements.h"
#include "content/html_tokens.h"
#include "content/source_blocks.h"
#include "content/template_tags.h"
#include "content/unused_definitions.h"

namespace signpost {
namespace {

constexpr size_t kNoPlace = std::string_view::npos;

class Hider {
 public:
  Hider(std::string_view body, Trust trust, bool template_tags)
      : body_(body), trust_(trust), template_tags_(template_tags), blocks_(body) {}

  std::string run() {
    while (pos_ < body_.size()) {
      if (pos_ == 0 || body_[pos_ - 1] == '\n') begin_line(pos_);
      if (kind_ == SourceBlocks::Kind::code) {
        copy_to(std::min(body_.find('\n', pos_), body_.size() - 1) + 1);
      } else {
        const size_t next = std::min(body_.find_first_of("\\`<{\n", pos_), body_.size());
        copy_to(next);
        if (pos_ < body_.size()) special();
      }
    }
    return std::move(out_);
  }

 private:
  void begin_line(size_t start) {
    line_start_ = start;
    kind_ = blocks_.kind_at(start);
  }

  void copy_to(size_t end) {
    out_.append(body_, pos_, end - pos_);
    pos_ = end;
  }

  void special() {
    const char c = body_[pos_];
    const bool markdown = kind_ == SourceBlocks::Kind::text;
    if (c == '\\' && markdown && body_.substr(pos_ + 1, 1) != "\n")
      return copy_to(std::min(pos_ + 2, body_.size()));
    if (c == '`' && markdown) return copy_to(behind_code_span());
    if (c == '<' || c == '{') {
      if (const size_t end = c == '<' ? end_of_hidden_html() : end_of_hidden_tag(); end > pos_)
        return hide(end);
    }
    copy_to(pos_ + 1);
  }

  size_t paragraph_end(size_t from) {
    if (from < paragraph_end_) return paragraph_end_;
    size_t at = std::min(body_.find('\n', from), body_.size());
    while (at < body_.size()) {
      const size_t next = std::min(body_.find('\n', at + 1), body_.size());
      if (is_blank(body_.substr(at, next - at))) break;
      at = next;
    }
    return paragraph_end_ = at;
  }

  size_t behind_code_span() {
    const size_t open = std::min(body_.find_first_not_of('`', pos_), body_.size());
    const size_t length = std::min<size_t>(open - pos_, no_ticks_before_.size() - 1);
    const size_t end = paragraph_end(pos_);
    if (open < no_ticks_before_[length]) return open;
    for (size_t at = body_.find('`', open); at < end;) {
      const size_t behind = std::min(body_.find_first_not_of('`', at), body_.size());
      if (behind - at == open - pos_) return behind;
      at = body_.find('`', behind);
    }
    no_ticks_before_[length] = end;
    return open;
  }

  bool starts_line() const {
    return body_.substr(line_start_, pos_ - line_start_).find_first_not_of(" \t>-*+0123456789.)") == kNoPlace;
  }

  // Behind what is hidden from pos_ on; pos_ when nothing is.
  size_t end_of_hidden_html() {
    const std::string_view rest = body_.substr(pos_);
    if (rest.starts_with("<!--")) {
      if (pos_ < no_comment_end_from_) {
        const size_t end = body_.find("-->", pos_ + 4);
        if (end != kNoPlace) return end + 3;
        no_comment_end_from_ = pos_;
      }
      return starts_line() ? body_.size() : pos_;  // at the start of a line it goes on to the end
    }
    if (trust_ != Trust::company || rest.size() < 2) return pos_;
    if (rest[1] == '!' || rest[1] == '?') {
      const size_t end = std::min(body_.find('>', pos_), paragraph_end(pos_));
      return end < body_.size() && body_[end] == '>' ? end + 1 : pos_;
    }
    return is_letter(rest[1]) ? end_of_dropped_element() : pos_;
  }

  size_t end_of_dropped_element() {
    const size_t name_end = std::min(body_.find_first_of(" \t\r\n/>", pos_ + 1), body_.size());
    if (name_end - pos_ > 12) return pos_;
    const std::string name = lower_case(body_.substr(pos_ + 1, name_end - pos_ - 1));
    const ElementInfo info = element_info(name);
    if (info.policy != ElementPolicy::drop || name == "iframe") return pos_;  // an iframe leaves a link
    // An element that a block of HTML opens may end in another one; no other reaches out of its paragraph.
    const size_t limit = kind_ == SourceBlocks::Kind::html ? body_.size() : paragraph_end(pos_);
    const std::string_view region = body_.substr(0, limit);
    size_t at = pos_;
    int depth = 0;
    if (pos_ < no_tag_end_before_) return pos_;
    while (at < limit) {
      const HtmlToken token = next_html_token(region, at);
      if (depth == 0 &&
          token.type == HtmlToken::Type::text) {  // a tag that doesn't end, nor does a later one
        no_tag_end_before_ = limit;
        return pos_;
      }
      if (token.name != name) continue;
      depth += token.type == HtmlToken::Type::start_tag ? 1 : -1;
      if (depth == 0 || info.is_void) return at;
    }
    return limit;
  }

  size_t end_of_hidden_tag() const {
    if (!template_tags_) return pos_;
    const TemplateTag tag = read_template_tag(body_.substr(pos_));
    if (tag.length == 0 || tag.hides_until.empty()) return pos_;
    const size_t name = body_.find(tag.hides_until, pos_ + tag.length);
    const size_t end = body_.find('}', std::min(name, body_.size()));
    if (end == kNoPlace) return pos_;
    return end + (body_.substr(end, 2) == "}}" ? 2 : 1);
  }

  // Of lines from which all is taken, one without text stays where it parts two paragraphs.
  void hide(size_t end) {
    const size_t last = body_.substr(pos_, end - pos_).rfind('\n');
    if (last != kNoPlace) begin_line(pos_ + last + 1);
    pos_ = end;
    if (line_end_ < end || line_end_ == kNoPlace) line_end_ = std::min(body_.find('\n', end), body_.size());
    if (out_is_blank() && is_blank(body_.substr(end, line_end_ - end))) {
      while (!out_.empty() && out_.back() != '\n') out_.pop_back();
      pos_ = line_end_;
      const bool parted = out_.empty() || out_.ends_with("\n\n") || out_ == "\n";
      if (parted && pos_ < body_.size()) ++pos_;
    } else if (!out_.empty() && out_.back() == ' ' && end < body_.size() && body_[end] == ' ') {
      ++pos_;
    }
  }

  // Has the last line of the result nothing but space?
  bool out_is_blank() const {
    const size_t last = std::string_view(out_).find_last_not_of(" \t\r");
    return last == kNoPlace || out_[last] == '\n';
  }

  std::string_view body_;
  Trust trust_;
  bool template_tags_;
  SourceBlocks blocks_;
  SourceBlocks::Kind kind_ = SourceBlocks::Kind::text;  // of the line of pos_
  std::string out_;
  size_t pos_ = 0;
  size_t line_start_ = 0;       // of the line of pos_
  size_t line_end_ = kNoPlace;  // of that of the last hidden part
  size_t no_tag_end_before_ = 0;
  size_t paragraph_end_ = 0;
  size_t no_comment_end_from_ = kNoPlace;
  std::array<size_t, 32> no_ticks_before_{};  // by length: no closing run before this place
};

}  // namespace

std::string shown_source(std::string_view body, Trust trust, bool template_tags) {
  std::string shown = without_unused_definitions(body);
  if (trust == Trust::company) shown = without_attribute_lists(shown);
  const bool may_hide = shown.find('<') != kNoPlace || (template_tags && shown.find('{') != kNoPlace);
  return may_hide ? Hider(shown, trust, template_tags).run() : shown;
}

}  // namespace signpost
