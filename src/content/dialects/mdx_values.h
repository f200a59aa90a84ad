// mdx_values.h - what the attributes of components say: texts and addresses.
// Tested by tests/unit/content/dialects/mdx_values_test.cc.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/dialects/jsx_syntax.h"
#include "content/dialects/mdx_statements.h"

namespace signpost {

// The text of the first of the attributes that has one; "" when none has.
std::string text_value(const JsxTag& tag, std::initializer_list<std::string_view> names);

// Likewise an address: "x.png", {'x.png'}, {require('x.png').default}, {useBaseUrl('x.png')}, {imported}.
std::string address_value(const JsxTag& tag, std::initializer_list<std::string_view> names,
                          const MdxImports& imports);

// All strings of an attribute in braces: items={['npm', 'yarn']}.
std::vector<std::string> list_value(const JsxTag& tag, std::string_view name);

// What Docusaurus names tabs: values={[{label: 'Apple', value: 'apple'}]}, as pairs of value and label.
std::vector<std::pair<std::string, std::string>> labels_of_values(const JsxTag& tag);

// As Markdown that shows just that, on one line.
std::string plain_markdown(std::string_view text);
// The same where Markdown is not sure to be read as such: with entities.
std::string plain_markup(std::string_view text);
// As the target of a link or a picture, with its brackets.
std::string enclosed_target(std::string_view address);

// A tag of HTML as HTML writes it: without attributes whose values are expressions that say no plain text.
std::string html_tag_of(const JsxTag& tag, const MdxImports& imports);

}  // namespace signpost
