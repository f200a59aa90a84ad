#include "content/code_lines.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace signpost {
namespace {

// One letter a line: 'c' code, '.' text.
std::string classify(const std::string& text) {
  CodeLines lines;
  std::string result;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) result += lines.is_code(line) ? 'c' : '.';
  return result;
}

TEST(CodeLines, TellsCodeFromText) {
  struct Case {
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"a\n```\nb\n```\nc\n", ".ccc."},
      {"~~~ js\n```\n~~~\nx", "ccc."},
      {"````\n```\n````\nx", "ccc."},
      {"a\n    b\n", ".."},                           // goes on as a paragraph
      {"a\n\n    b\n\n    c\nd", "..c.c."},           // indented code
      {"- a\n\n    b\n", "..."},                      // a paragraph of the item
      {"- a\n\n      b\n", "..c"},                    // code in the item
      {"1. a\n   ```\n   b\n   ```\n2. c", ".ccc."},  // a fence in an item
      {"- a\n  ```\n  b\nc\n", ".cc."},               // which ends with its item
      {"> ```\n> a\n> ```\nb", "ccc."},               // a fence in a quote
      {"> ```\n> a\nb", "cc."},                       // which ends with its quote
      {"- ```\n  a\n  ```\nb", "ccc."},
      {"```\n    ```\na\n```\nb", "cccc."},  // four columns further in nothing closes
      {"a\n    ```\n    b\n    ```\nc", ".ccc."},
      {"<?box?>\n    a", ".c"},  // such a block of HTML ends in its line
      {"<pre>\na\n</pre>\nb", "ccc."},
      {"<script>\na\n</script>\nb", "ccc."},
      {"``` a`b\nc", ".."},  // a code span, not a fence
      {"# a\n    b", ".c"},  // after a heading nothing goes on
      {"```\na", "cc"},      // never closed
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(classify(c.in), c.want) << c.in;
}

}  // namespace
}  // namespace signpost
