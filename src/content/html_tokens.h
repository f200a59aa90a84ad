// html_tokens.h - cuts raw HTML into tags, text and comments as the HTML standard's tokenizer does.
// Tested by tests/unit/content/html_tokens_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signpost {

struct HtmlToken {
  enum class Type { text, start_tag, end_tag, comment };
  Type type = Type::text;
  std::string_view source;  // all of it
  std::string name;         // of a tag, lower case
  std::vector<std::pair<std::string, std::string>>
      attributes;  // names lower case, values decoded, no repeats
};

// The next token of `html` from `pos`, which is moved behind it. A tag that doesn't end is text.
// REQUIRES: pos < html.size().
HtmlToken next_html_token(std::string_view html, size_t& pos);

// The value of an attribute, "" when the tag doesn't have it.
std::string_view attribute(const HtmlToken& token, std::string_view name);

}  // namespace signpost
