// html_elements.h - which elements and attributes of raw HTML may stand in an article: the allow-list.
// Tested by tests/unit/content/html_elements_test.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "content/text_block.h"

namespace signpost {

enum class ElementPolicy : uint8_t {
  allow,    // stays, with its allowed attributes
  unwrap,   // the tags go, what is between them stays
  drop,     // goes with everything in it
  unknown,  // no element of HTML: most likely a placeholder like <your-name>, so it is text
};

struct ElementInfo {
  ElementPolicy policy = ElementPolicy::unknown;
  bool is_void = false;      // has no content and no end tag
  bool is_block = false;     // starts a line of its own
  std::string_view renamed;  // the element that stands for it instead, "" for itself
};

ElementInfo element_info(std::string_view name);

bool is_table_cell(std::string_view name);

// What the text of an element is, or of what a mark of dialects/box.h begins ("box", "fold", "tab").
std::optional<BlockKind> block_of_element(std::string_view name);

// True when `value` may be set as the attribute `name` of `element`. URLs and ids are not judged here, so
// href, src, id and name are never allowed by this function.
bool is_allowed_attribute(std::string_view element, std::string_view name, std::string_view value);

// True when a start tag `opened` ends an open `element` by itself, as <li> ends the <li> before it.
bool closes_implicitly(std::string_view element, std::string_view opened);

// True when implied ends don't reach beyond `element`: the list of an item, the table of a row.
bool bounds_implied_end(std::string_view element, std::string_view opened);

}  // namespace signpost
