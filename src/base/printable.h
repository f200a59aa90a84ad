// printable.h - text from outside as it may be shown on a terminal or in a log: on one line, and unable to
// move the cursor, colour, hide or turn around what stands beside it, or pass for a line of its own. Tested
// by tests/unit/base/printable_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// What is no printable UTF-8 becomes visible: bytes that are malformed and control characters \xNN (C0, DEL,
// C1; so no escape sequence of a terminal), line feeds and tabs \n and \t, and characters that change the
// direction or the place of others, or are none, \u{NNNN}. Everything else stays.
std::string printable(std::string_view text);

// The same for JSON that is written already: what printable() would not leave becomes \uNNNN, which is the
// same JSON. White space between its values stays.
std::string printable_json(std::string_view json);

// Whether printable() would leave the text as it is.
bool is_printable(std::string_view text);

}  // namespace signpost
