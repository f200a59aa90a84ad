// callouts.h - the quotes that are boxes with a title of their own, or folded: Obsidian's callouts; and those
// that a class makes boxes, in Jekyll's themes. Tested by tests/unit/content/dialects/callouts_test.cc.
#pragma once

#include "content/dialects/dialect_pass.h"

namespace signpost {

//   > [!tip]- Folded, with a title       > [!tip] A title, where Obsidian is on
//   > Text
//
// GitHub's "> [!NOTE]" without either is left to the renderer, which reads strangers' texts too.
extern const DialectPass kCallouts;

//   {: .note }          {: .warning-title }         A paragraph
//   A paragraph         > The title                 {: .alert .alert-info }
//                       >
//                       > The text
extern const DialectPass kClassBoxes;

}  // namespace signpost
