// picture_set.h - the attribute srcset: one picture in several sizes.
// Tested by tests/unit/content/picture_set_test.cc.
#pragma once

#include <string>
#include <string_view>

#include "content/link_rewriter.h"

namespace signpost {

// `srcset` with the addresses that `links` gives for its pictures, ready to stand in an attribute; those that
// can't be shown are left out. "" when none is left.
std::string rewritten_picture_set(std::string_view srcset, LinkRewriter& links, Place place);

}  // namespace signpost
