// jsx_syntax.h - reads single tags and expressions of JSX, as far as their ends and plain values go.
// Tested by tests/unit/content/dialects/jsx_syntax_test.cc.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

struct JsxAttribute {
  std::string name;
  std::string_view value;   // between its quotes or braces; "" when there is none
  bool expression = false;  // it stood in braces
};

struct JsxTag {
  size_t length = 0;  // in the source; 0 when there is no tag
  std::string name;   // "" of a fragment, "<>"
  bool closing = false;
  bool self_closing = false;
  std::vector<JsxAttribute> attributes;  // without spreads and comments

  const JsxAttribute* find(std::string_view attribute) const;
};

// The tag at the start of `text`: of JSX, Vue or HTML. It ends before the next blank line that is not in
// braces. Values are views into `text`.
JsxTag read_jsx_tag(std::string_view text);

// Length of the expression in braces that `text` starts with, nested ones, strings and comments counted in; 0
// when it doesn't end.
size_t expression_length(std::string_view text);

// Length of the statement of ECMAScript that `text` starts with, up to the end of its last line; 0 when its
// brackets are never closed.
size_t statement_length(std::string_view text);

// What an expression that is one string, template or number says; nullopt of any other.
std::optional<std::string> literal_value(std::string_view expression);

// All plain strings in an expression, in order.
std::vector<std::string> strings_in(std::string_view expression);

}  // namespace signpost
