// section_changes.h - what changed in an article since its translation was made, section by section, with the
// part of the translation that each concerns. Tested by tests/unit/content/section_changes_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text_changes.h"

namespace signpost {

struct ChangedSection {
  enum class Kind { changed, added, removed };
  Kind kind = Kind::changed;
  std::string heading = {};        // of the section now, or of the one that went; "" for what has none
  std::vector<TextRun> runs = {};  // of its Markdown
  std::string translation = {};    // its Markdown; "" where it is not there
};

// In the order of the article as it is now; what went stands where it stood. `before`: the article when the
// translation was made, whose sections are those of the translation. All three are Markdown as
// Document::markdown has it. Time and memory as of text_changes().
std::vector<ChangedSection> section_changes(std::string_view before, std::string_view now,
                                            std::string_view translation);

}  // namespace signpost
