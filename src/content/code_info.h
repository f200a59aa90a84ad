// code_info.h - what stands behind the fence of a code block: its language, and the title that tools show
// above it. Tested by tests/unit/content/code_info_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// The first word of "bash", "js-nolint", "{.js}", "js example-bad", "{#x .js}", in lower case.
std::string code_language(std::string_view info);

// "a.js" of `js title="a.js"` (Docusaurus, MkDocs), `js [a.js]` (VitePress), `js {filename="a.js"}` (Hugo's
// themes), `js a.js` (Mintlify); "" when there is none.
std::string code_title(std::string_view info);

}  // namespace signpost
