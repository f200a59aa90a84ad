// standard_headers.h - what every answer says beside its content: who may keep it, what it may do in a
// browser, and which other sites may read it. Tested by tests/unit/service/standard_headers_test.cc.
#pragma once

#include <string>

#include "api/door.h"
#include "net/message.h"

namespace signpost {

// What OPTIONS gets where scripts of other origins may call, from browsers that ask before they send a
// request; `methods` as in routes.h. No credentials ever go along with one, because no answer allows them
// (fetch.spec.whatwg.org).
Response preflight_response(const std::string& methods);

// Adds what is not there yet.
void add_standard_headers(Origins origins, Response& response);

}  // namespace signpost
