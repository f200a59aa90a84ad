// front_matter.h - the YAML head of a Markdown file: where it ends and what it says.
// Tested by tests/unit/content/front_matter_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "content/diagnostic.h"
#include "content/document.h"

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

// What front matter says, in our words: foreign keys that mean the same are mapped to ours.
struct FrontMatter {
  std::optional<std::string> title;
  std::optional<std::string> id;    // normalised by make_id
  std::optional<std::string> lang;  // primary code, lower case
  std::string summary;
  FieldValues fields;
  std::vector<std::string> aliases;
  std::string updated;
  std::string review_by;
  int weight = 0;
  bool draft = false;
  std::string author;
  std::string date;
  int votes = 0;
  bool accepted = false;
  std::vector<std::pair<std::string, std::string>> extra;
};

// Reads the head of `source`; what is wrong with it is added to `diagnostics`, with lines of the file `path`.
FrontMatter read_front_matter(const SplitSource& source, const std::string& path,
                              std::vector<Diagnostic>& diagnostics);

}  // namespace signpost
