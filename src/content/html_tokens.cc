// html_tokens.cc - cuts raw HTML into tags, text and comments as the HTML standard's tokenizer does.
// Tested by tests/unit/content/html_tokens_test.cc.
#include "content/html_tokens.h"

#include <algorithm>

#include "base/ascii.h"
#include "content/html_text.h"

namespace signpost {
namespace {

constexpr size_t kMaxAttributes = 64;  // more than that are left out

// Where a comment that starts at `pos` ends: behind "-->" or "--!>", or at the end of the text.
size_t comment_end(std::string_view html, size_t pos) {
  const std::string_view rest = html.substr(pos);
  if (rest.substr(0, 5) == "<!-->") return pos + 5;
  if (rest.substr(0, 6) == "<!--->") return pos + 6;
  for (size_t at = html.find("--", pos + 4); at != std::string_view::npos; at = html.find("--", at + 1)) {
    if (html.substr(at, 3) == "-->") return at + 3;
    if (html.substr(at, 4) == "--!>") return at + 4;
  }
  return html.size();
}

class TagReader {
 public:
  TagReader(std::string_view html, size_t pos) : html_(html), pos_(pos) {}

  // Reads from behind the '<' or "</"; false when the tag doesn't end.
  bool read(HtmlToken& token) {
    while (pos_ < html_.size() && !is_space(html_[pos_]) && html_[pos_] != '/' && html_[pos_] != '>') {
      token.name += lower(html_[pos_++]);
    }
    while (true) {
      while (pos_ < html_.size() && (is_space(html_[pos_]) || html_[pos_] == '/')) ++pos_;
      if (pos_ >= html_.size()) return false;
      if (html_[pos_] == '>') {
        ++pos_;
        return true;
      }
      if (!read_attribute(token)) return false;
    }
  }

  size_t pos() const { return pos_; }

 private:
  bool read_attribute(HtmlToken& token) {
    std::string name;
    do {  // the first character belongs to the name even if it is '='
      name += lower(html_[pos_++]);
    } while (pos_ < html_.size() && !is_space(html_[pos_]) && html_[pos_] != '/' && html_[pos_] != '>' &&
             html_[pos_] != '=');
    size_t after = pos_;
    while (after < html_.size() && is_space(html_[after])) ++after;
    std::string_view value;
    if (after < html_.size() && html_[after] == '=') {
      pos_ = after + 1;
      if (!read_value(value)) return false;
    }
    const auto same = [&](const auto& attribute) { return attribute.first == name; };
    if (token.attributes.size() < kMaxAttributes &&
        std::none_of(token.attributes.begin(), token.attributes.end(), same)) {
      token.attributes.emplace_back(std::move(name), decode_references(value));
    }
    return true;
  }

  bool read_value(std::string_view& value) {
    while (pos_ < html_.size() && is_space(html_[pos_])) ++pos_;
    if (pos_ >= html_.size()) return false;
    const char quote = html_[pos_];
    if (quote == '"' || quote == '\'') {
      const size_t end = html_.find(quote, pos_ + 1);
      if (end == std::string_view::npos) return false;
      value = html_.substr(pos_ + 1, end - pos_ - 1);
      pos_ = end + 1;
      return true;
    }
    const size_t start = pos_;
    while (pos_ < html_.size() && !is_space(html_[pos_]) && html_[pos_] != '>') ++pos_;
    value = html_.substr(start, pos_ - start);
    return true;
  }

  std::string_view html_;
  size_t pos_;
};

}  // namespace

HtmlToken next_html_token(std::string_view html, size_t& pos) {
  HtmlToken token;
  const size_t start = pos;
  const auto at = [&](size_t i) { return start + i < html.size() ? html[start + i] : '\0'; };
  if (html[start] == '<') {
    const bool end_tag = at(1) == '/' && is_letter(at(2));
    if (is_letter(at(1)) || end_tag) {
      TagReader reader(html, start + (end_tag ? 2 : 1));
      if (reader.read(token)) {
        token.type = end_tag ? HtmlToken::Type::end_tag : HtmlToken::Type::start_tag;
        pos = reader.pos();
        token.source = html.substr(start, pos - start);
        return token;
      }
      // No later tag can end either, so that the rest is text: this also keeps the scan linear.
      pos = html.size();
      return {HtmlToken::Type::text, html.substr(start), {}, {}};
    }
    if (at(1) == '!' || at(1) == '?' || at(1) == '/') {
      const bool comment = html.substr(start, 4) == "<!--";
      const size_t end =
          comment ? comment_end(html, start) : std::min(html.find('>', start), html.size() - 1) + 1;
      pos = end;
      token.type = HtmlToken::Type::comment;
      token.source = html.substr(start, end - start);
      return token;
    }
  }
  size_t end = start + 1;
  while (end < html.size() && html[end] != '<') ++end;
  pos = end;
  token.source = html.substr(start, end - start);
  return token;
}

std::string_view attribute(const HtmlToken& token, std::string_view name) {
  for (const auto& [known, value] : token.attributes) {
    if (known == name) return value;
  }
  return {};
}

}  // namespace signpost
