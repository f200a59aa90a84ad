// http_response.h - what an operation gives, as an answer over HTTP.
// Tested by tests/unit/service/app_test.cc and download_test.cc.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/operation.h"
#include "net/message.h"

namespace signpost {

// Bytes that are the same for everybody who asks for them, as they are known before they are read.
struct StaticContent {
  std::string hash;  // of the bytes before they are compressed
  std::string content_type;
  bool compressible = false;
  std::string_view cache_control = {};  // "" for what the response's policy says
};

// The tag of a file is its SHA-256, so that a newly published generation makes none stale that it has too.
StaticContent content_of(const StoredFile& file);

// 404 with an empty body where there is no such thing; the caller makes the page or the problem of it, or
// finds where the thing went. Throws Error{io} when a file is gone.
Response response_of(const Answer& answer);

// application/problem+json
Response problem_response(const Problem& problem);

// Of a search, page or not: what is counted, and how long it took.
void add_facts(const SearchFacts& facts, Response& response);

}  // namespace signpost
