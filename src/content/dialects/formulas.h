// formulas.h - formulas and diagrams as code, whose source a reader can copy: nothing here draws them.
// Tested by tests/unit/content/dialects/formulas_test.cc.
#pragma once

#include "content/dialects/dialect_pass.h"

namespace signpost {

// "$$" and "\[" blocks become blocks of code in the language "math", <div class="mermaid"> one in "mermaid";
// where any dialect is on (they all have them), "$x^2$" and "\(x^2\)" become spans of code. What may be
// money is none.
extern const DialectPass kFormulas;

}  // namespace signpost
