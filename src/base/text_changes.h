// text_changes.h - what changed between two texts, by lines and, within them, by words.
// Tested by tests/unit/base/text_changes_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

struct TextRun {
  enum class Kind { same, removed, added };
  Kind kind = Kind::same;
  std::string text = {};  // never empty
  bool operator==(const TextRun&) const = default;
};

// The runs in order: without what was added they are `before`, without what was removed `after`. Lines that
// have little in common are replaced as a whole. Takes time and memory for the product of the lines that
// differ, up to some millions; where there are more, all of these are replaced. Texts are valid UTF-8.
std::vector<TextRun> text_changes(std::string_view before, std::string_view after);

}  // namespace signpost
