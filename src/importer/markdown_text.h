// markdown_text.h - writes text, code and URLs as Markdown that says exactly that and nothing else.
// Tested by tests/unit/importer/markdown_text_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// Text with everything escaped that would be markup inside a line, a bare URL that would become a link
// included. `text` has no line ends.
std::string escaped_markdown(std::string_view text);

// Escapes what would start a heading, a list, a quote or the underline of a heading or table at the beginning
// of a line. `line` is Markdown.
void protect_line_start(std::string& line);

// Escapes a '#' at the end of a heading, which would be taken for part of its markup.
void protect_heading_end(std::string& heading);

// A code span, "" for no text. `in_table`: pipes would end the cell.
std::string code_span(std::string_view text, bool in_table);

// A fenced code block without a line end behind it, "" for no text.
std::string code_block(std::string_view text, std::string_view language);

// A URL as it stands between the parentheses of a link.
std::string link_target(std::string_view url);

// A URL in angle brackets, "" when it has a character that can't stand there.
std::string autolink(std::string_view url);

// Text collapsed as browsers do: runs of white space are one space, none at the ends.
std::string collapsed(std::string_view text);

}  // namespace signpost
