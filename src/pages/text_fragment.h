// text_fragment.h - the part of an address that has a browser mark a quotation in its page: a directive of
// https://wicg.github.io/scroll-to-text-fragment/. Tested by tests/unit/pages/text_fragment_test.cc.
#pragma once

#include <string>

#include "answer/answer.h"

namespace signpost {

// The address of the place where a quotation stands, percent-encoded: its section's, and how the quotation
// begins and ends. A browser that doesn't know it, or doesn't find it, goes to the section.
std::string place_of_quotation(const Quotation& quotation);

}  // namespace signpost
