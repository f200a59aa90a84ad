// found_listing.h - what a server found, as a command prints it. Tested by
// tests/unit/finder/found_listing_test.cc.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace signpost {

enum class FoundFormat { text, markdown, html, json };

// `answer`: the JSON of GET /staff/find; addresses without a host become the server's at `origin`. Whatever
// authors and customers wrote stays on its lines and moves no cursor. How many there are. Throws
// Error{corrupt} for what is no such answer.
size_t print_found(std::string_view answer, const std::string& origin, FoundFormat format, std::ostream& out);

}  // namespace signpost
