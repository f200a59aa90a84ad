// request_key.h - what tells one request for something that is kept from another.
// Tested by tests/unit/service/request_key_test.cc.
#pragma once

#include <string>

#include "net/message.h"
#include "pages/served_generation.h"

namespace signpost {

// Two GET or HEAD requests with one key, whoever sends them, get the same answer from these files and this
// generation at this moment (seconds since 1970), where it is one that may be kept. "" for a request that is
// not to be looked up: it asks for a part or has conditions on changes, or is unusually long.
std::string request_key(const Request& request, const WebFiles& web, const ServedGeneration& generation,
                        int64_t now);

}  // namespace signpost
