// request_head.h - finds where the head of an HTTP/1.x request ends, and what about it can't be accepted.
// Tested by tests/unit/http/request_head_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace signpost {

struct HeadState {
  size_t size = 0;        // of the complete head with its empty line; 0 while more bytes are needed
  int refused = 0;        // status when it can't become a request any more (400, 414, 431), else 0
  bool has_body = false;  // bytes follow that are no request; the connection can't be used again
};

// `bytes` is all that has come of this request so far.
HeadState inspect_head(std::string_view bytes, size_t max_line, size_t max_head);

// A second '?' in the request target is data (RFC 3986, 3.4), but not every parser takes it: it becomes %3F.
std::string with_plain_target(std::string head);

}  // namespace signpost
