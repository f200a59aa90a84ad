// cmark_arena.h - memory for one cmark syntax tree at a time: handed out quickly, given back at once.
// Tested by tests/unit/content/markdown_tree_test.cc.
#pragma once

#include <cmark-gfm.h>

namespace signpost {

// The allocator of this thread's arena. free() does nothing; reset_cmark_arena() frees everything that was
// allocated since the last reset.
cmark_mem* cmark_arena();
void reset_cmark_arena();

}  // namespace signpost
