// improvement_feed.h - what readers reported and what was done about it as an Atom feed (RFC 4287).
// Tested by tests/unit/api/improvement_feed_test.cc.
#pragma once

#include <string>

#include "api/operation.h"

namespace signpost {

// The newest ends first, one entry for each. Ids hold as long as the site's base URL and the item's number.
// REQUIRES: tells_improvements().
std::string improvement_feed(const OperationContext& context);

Operation improvement_feed_operation();

}  // namespace signpost
