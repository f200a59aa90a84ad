// obsidian_marks.h - Obsidian's marks in a line: "==marked==" text (of MkDocs, too), and "^ids" of blocks.
// Tested by tests/unit/content/dialects/obsidian_marks_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "content/dialects/dialect_pass.h"

namespace signpost {

// Only where these are read. "==text==" becomes <mark>, "^id" at the end of a line an anchor; behind a
// heading, which has one, it goes.
extern const DialectPass kObsidianMarks;

// The anchor of the block "^id".
std::string block_anchor(std::string_view id);

}  // namespace signpost
