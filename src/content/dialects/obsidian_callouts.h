// obsidian_callouts.h - Obsidian's callouts, "> [!kind]- Title", as boxes and folds.
// Tested by tests/unit/content/dialects/obsidian_callouts_test.cc.
#pragma once

#include "content/dialects/dialect_pass.h"

namespace signpost {

// A quote that begins so, nested ones too. "-" and "+" behind the kind fold it, and are read everywhere;
// without them what stands behind the kind is a title only where Obsidian is read, since others begin the
// text there.
extern const DialectPass kObsidianCallouts;

}  // namespace signpost
