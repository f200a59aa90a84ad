// hidden_comments.h - takes out the comments of MDX and of Obsidian, which nobody but authors may see.
// Tested by tests/unit/content/dialects/hidden_comments_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "content/dialects/dialect_pass.h"

namespace signpost {

// "{/* ... */}" where MDX is read, "%% ... %%" where Obsidian is, outside of code. A line that has nothing
// else goes. A block of Obsidian's that is never closed goes on to the end. "{/* #id */}" behind a heading is
// its id and becomes "{#id}".
extern const DialectPass kHiddenComments;

// The same for those who ask for an article's source, and without the statements of MDX.
std::string without_hidden_text(std::string_view body, DialectSet dialects);

}  // namespace signpost
