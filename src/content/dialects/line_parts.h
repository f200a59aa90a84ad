// line_parts.h - what the passes look for in a line: what stands before its text, the words of a tag,
// attributes. Tested by tests/unit/content/dialects/line_parts_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace signpost {

// Bytes of spaces, tabs and marks of quotes that a line starts with.
size_t prefix_length(std::string_view line);

// Columns of spaces and tabs that a line starts with.
size_t indent_of(std::string_view line);

// The line without its first `columns` columns of white space; a line with less loses what it has.
std::string without_indent(std::string_view line, size_t columns);

// key=value, key="value" and words alone, which have no key: `note "A title" open=true`, `.cls #id`.
// Separated by white space or commas.
using TagWords = std::vector<std::pair<std::string_view, std::string_view>>;
TagWords tag_words(std::string_view text);

// The value of the first of these keys that is there.
std::string_view named_word(const TagWords& words, std::initializer_list<std::string_view> keys);
// The word without a key at this place, from 0.
std::string_view word_at(const TagWords& words, size_t place);

// "{#id .class key=value}" or "{: ...}" at the start of `text`, and nothing that is not an attribute.
struct AttributeList {
  size_t length = 0;  // 0 when there is none
  std::string_view id;
  std::vector<std::string_view> classes;
};
AttributeList read_attribute_list(std::string_view text);

// Text as a span of code: it may have single backticks.
std::string code_span(std::string_view text);

// Behind the span of code that starts at `pos` of the line; pos + its backticks when it doesn't end in the
// line.
size_t behind_code_span(std::string_view line, size_t pos);

}  // namespace signpost
