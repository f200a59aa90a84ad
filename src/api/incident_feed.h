// incident_feed.h - the updates of known incidents as an Atom feed (RFC 4287), for whoever wants to be told
// without asking. Tested by tests/unit/api/incident_feed_test.cc.
#pragma once

#include <string>

#include "api/operation.h"

namespace signpost {

// The newest updates first, one entry for each; an incident without updates has one for its beginning. Ids
// hold as long as the site's base URL, the incident's id and the update's time do. Links are absolute where
// the site knows its base URL.
std::string incident_feed(const OperationContext& context);

Operation incident_feed_operation();

}  // namespace signpost
