// list_numbers.h - numbered steps that go on behind a code block or a picture which isn't indented.
// Tested by tests/unit/content/list_numbers_test.cc.
#pragma once

#include <cmark-gfm.h>

#include <string_view>

namespace signpost {

// Such a block ends a list for CommonMark, and what follows is a new one. Where all items of both are written
// with "1." their author leaves the numbers to the list, so the second starts with the number after the
// first's last. Written numbers are kept as they are. `root` is the tree of `text`.
void continue_lists(std::string_view text, cmark_node* root);

}  // namespace signpost
