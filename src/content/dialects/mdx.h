// mdx.h - Markdown with JSX made plain: statements and expressions go, components become what Markdown has
// for them. Tested by tests/unit/content/dialects/mdx_test.cc.
#pragma once

#include "content/dialects/dialect_pass.h"

namespace signpost {

// For MDX itself, and for the components in Markdown of Docusaurus, Mintlify, Starlight and VitePress, whose
// names begin with capital letters. Elsewhere only callouts, tabs and the like that begin a line and are
// closed. Components that nobody knows are counted as "<Name>"; what stands in them is shown.
extern const DialectPass kMdx;

}  // namespace signpost
