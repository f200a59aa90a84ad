// sections.h - sections of Markdown as an answer reads them, for the tests of answer/.
#pragma once

#include <string>

#include "search/quotable.h"
#include "tests/unit/content/parse_helpers.h"

namespace signpost::testing {

// The lead of a page with this text.
inline SectionText section_of(const std::string& markdown) {
  const Section section = parse("---\ntitle: T\n---\n\n" + markdown).document->sections.at(0);
  return {section.text, section.blocks};
}

}  // namespace signpost::testing
