// indented_boxes.h - the boxes and tabs of Python-Markdown and MkDocs, whose text is indented below a mark.
// Tested by tests/unit/content/dialects/indented_boxes_test.cc.
#pragma once

#include "content/dialects/dialect_pass.h"

namespace signpost {

//   !!! warning "Title"       ??? note            === "Linux"
//       Text                      Folded              A tab
//
// "???+" is open from the start, a title of "" is none. Read wherever a line like that has text indented by
// four columns below it, which no plain text has.
extern const DialectPass kIndentedBoxes;

}  // namespace signpost
