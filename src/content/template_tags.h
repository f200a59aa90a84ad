// template_tags.h - the tags of foreign generators, {{...}}, {%...%}, {{<...>}} and {{%...%}}, and what of
// them a reader should still see.
// Tested by tests/unit/content/template_tags_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/dialects/dialect.h"

namespace signpost {

struct TemplateTag {
  enum class Kind { macro, liquid, shortcode };
  Kind kind = Kind::macro;
  size_t length = 0;          // in the source; 0 when there is no tag
  std::string name;           // lower case, "" when it has none
  std::string_view body;      // between the delimiters
  bool is_raw_start = false;  // Liquid's {% raw %}, up to whose end nothing is a tag
  bool is_raw_end = false;
  bool separates = false;        // what stands before and behind are alternatives, not one list
  std::string_view hides_until;  // of a tag that hides text, the name of its end: "/comment"; else ""
};

// The tag at the start of `text`. It ends within 4 KB and before the next blank line.
TemplateTag read_template_tag(std::string_view text);

// Markdown that stands for the tag inside a line of text: the name that a cross reference names, the words
// of a tooltip, the path of a reference; "" for everything else. `lang` is that of the article.
std::string template_tag_text(const TemplateTag& tag, std::string_view lang);

// What stands for the tag in the address of a link: "" for {{ site.baseurl }}, "/a" for {{ "/a" |
// relative_url }} and {% link a %}, kReference with "a" for {{< ref "a" >}}. nullopt where only the generator
// knows.
std::optional<std::string> template_tag_address(const TemplateTag& tag);

// True when pages in one of these dialects are without its template tags, and what they hide.
bool has_template_tags(DialectSet dialects);

// A text without lines and code (a title, a summary) without its template tags.
std::string strip_template_tags(std::string_view text);

}  // namespace signpost
