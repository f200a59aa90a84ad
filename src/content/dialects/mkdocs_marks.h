// mkdocs_marks.h - what MkDocs and its Material theme have inside of a line: keys, icons; and files put in.
// Tested by tests/unit/content/dialects/mkdocs_marks_test.cc.
#pragma once

#include "content/dialects/dialect_pass.h"

namespace signpost {

// "++ctrl+c++" is keys, ":material-check:" an icon, which is dropped, '--8<-- "file"' a file that isn't at
// hand: a leftover. Where MkDocs is on.
extern const DialectPass kMkdocsMarks;

}  // namespace signpost
