// html_kinds.h - what the conversion makes of each HTML element, and of the words in its attributes.
// Tested by tests/unit/importer/html_kinds_test.cc.
#pragma once

#include <string>

#include "importer/html_tree.h"

namespace signpost {

enum class Element {
  none,  // stands for its content
  skip,
  block,
  heading,
  list,
  quote,
  pre,
  table,
  rule,
  line_break,
  emphasis,
  strong,
  strike,
  code,
  link,
  image,
  frame,
  small,
  strong_block,
  aside,
};

Element element_of(const xmlNode* node);

// The language of a <pre>: "lang-js" or "language-js" of itself or its code, or Discourse's
// data-code-wrap="js"; "" for none.
std::string code_language_of(const xmlNode* pre);

// Of a table's cell: 'l', 'c', 'r' or ' '.
char alignment_of(const xmlNode* cell);

}  // namespace signpost
