// html_oracle.h - says what a browser would make of our HTML, with an independent parser (gumbo), so that the
// sanitiser isn't judged by its own reading.
#pragma once

#include <string>
#include <vector>

namespace signpost::testing {

// Everything in `html`, parsed as the body of a page, that must not be there: elements and attributes
// outside the allow-list, foreign content, URLs with a scheme that isn't allowed, repeated ids. `stranger`
// also refuses images from elsewhere and links without the rel of community posts.
std::vector<std::string> violations(const std::string& html, bool stranger);

}  // namespace signpost::testing
