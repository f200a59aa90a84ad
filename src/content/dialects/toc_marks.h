// toc_marks.h - takes out the marks where other tools put a table of contents: "[TOC]", "[[_TOC_]]",
// "{:toc}". Tested by tests/unit/content/dialects/toc_marks_test.cc.
#pragma once

#include "content/dialects/dialect_pass.h"

namespace signpost {

// A mark alone on its line, in any case; with kramdown's, the list item above it that it stands for. Pages
// have a table of contents of their own, so none of it is a leftover.
extern const DialectPass kTocMarks;

}  // namespace signpost
