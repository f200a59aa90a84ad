// standard_headers.h - what every answer says beside its content: who may keep it, what it may do in a
// browser, and which other sites may read it. Tested by tests/unit/service/standard_headers_test.cc.
#pragma once

#include <string_view>

#include "net/message.h"

namespace signpost {

// The public API and its description: pages of every origin may read what stands at this path, errors
// included. No credentials ever go along with such a request, because no answer allows them
// (fetch.spec.whatwg.org).
bool is_open_to_all(std::string_view path);

// What OPTIONS gets at such a path, from browsers that ask before they send a request.
Response preflight_response();

// Adds what is not there yet. `path`: of the request, "" when it could not be read.
void add_standard_headers(std::string_view path, Response& response);

}  // namespace signpost
