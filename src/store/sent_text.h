// sent_text.h - what a text must be that people send and this file keeps.
// Tested by tests/unit/store/sent_text_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

enum class Lines { one, many };

// Whether it is UTF-8 without characters that no text has, and where it must be, one line.
bool is_text(std::string_view text, Lines lines);

// "\r\n" and "\r", as forms send them, become "\n".
void unify_line_breaks(std::string& text);

// One line of at most so many bytes, whatever it was: ends of lines become spaces, what is no text U+FFFD,
// and what is too much is cut off between characters.
std::string one_line_of(std::string text, size_t most_bytes);

}  // namespace signpost
