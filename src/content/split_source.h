// split_source.h - a Markdown file cut into its head, which is YAML, TOML or JSON, and its body, and where
// in the head something stands. Tested by tests/unit/content/front_matter_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

#include "content/diagnostic.h"

namespace signpost {

enum class HeadFormat : uint8_t { yaml, toml, json };

// A source file cut in two. Views into the text that was given.
struct SplitSource {
  std::string_view head;  // without the delimiters; empty when there is no front matter
  HeadFormat format = HeadFormat::yaml;
  int head_line = 0;  // 1-based line of the first line of `head`
  std::string_view body;
  int body_line = 1;  // 1-based line of the first line of `body`
  bool has_front_matter = false;
  bool unclosed = false;  // nothing closes it; the head then ends where it stops to look like one
};

// Front matter starts in the first line that is neither blank nor a comment, and is YAML between "---" and
// "---" or "...", TOML between "+++" and "+++", or JSON: an object, or what stands between ";;;" and ";;;".
// A name behind the first line's dashes ("---toml") says the language, too.
SplitSource split_source(std::string_view bytes);

// Where `value` stands among what the front matter says of `key`; the key's own place when `value` is ""
// or is written in another way; {1, 1} when there is no such key.
Place place_in_front_matter(const SplitSource& source, std::string_view key, std::string_view value);

}  // namespace signpost
