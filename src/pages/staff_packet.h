// staff_packet.h - what a person did before they wrote, as staff see it: with the titles of articles and
// links to their sections, and as lines to copy. Tested by tests/unit/service/staff_pages_test.cc.
#pragma once

#include <string>
#include <vector>

#include "pages/page_context.h"
#include "store/request.h"

namespace signpost {

struct PacketLine {
  std::string label;  // what kind of line it is, in the language of the page
  std::string text;   // of the person's, or a title
  std::string url;    // a path of this site, "" for none
  std::string more;   // "steps 1, 2"; "" for nothing
};

// Those articles are looked up in the language of the request, which the person read them in.
std::vector<PacketLine> packet_lines(const PageContext& context, const StoredRequest& request);

// For any other channel: who asks, what, and the lines, at most kMostCopied of all: of each kind the newest
// ones, and at the end how many are left out. Addresses are whole where the site has said its own.
inline constexpr size_t kMostCopied = 12;
std::string text_for_agent(const PageContext& context, const StoredRequest& request,
                           const std::vector<PacketLine>& lines);

}  // namespace signpost
