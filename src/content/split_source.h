// split_source.h - a Markdown file cut into its YAML head and its body, and where in the head something
// stands. Tested by tests/unit/content/front_matter_test.cc.
#pragma once

#include <string_view>

#include "content/diagnostic.h"

namespace signpost {

// A source file cut in two. Views into the text that was given.
struct SplitSource {
  std::string_view yaml;  // without the delimiters; empty when there is no front matter
  int yaml_line = 0;      // 1-based line of the first line of `yaml`
  std::string_view body;
  int body_line = 1;  // 1-based line of the first line of `body`
  bool has_front_matter = false;
  bool unclosed = false;  // there was no closing "---"; the head then ends where it stops to look like YAML
};

// Front matter starts in the first line, after a byte order mark if there is one, and ends with "---" or
// "...".
SplitSource split_source(std::string_view bytes);

// Where `value` stands among what the front matter says of `key`; the key's own place when `value` is ""
// or is written in another way; {1, 1} when there is no such key.
Place place_in_front_matter(const SplitSource& source, std::string_view key, std::string_view value);

}  // namespace signpost
