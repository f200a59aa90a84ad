// byte_range.h - a part of a file in place of the whole (RFC 9110, 14), so that downloads resume and films
// can be played from their middle. Tested by tests/unit/net/byte_range_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

#include "net/message.h"

namespace signpost {

struct ByteRange {
  enum class Kind {
    whole,         // nothing, something malformed, another unit or several ranges: as if not asked
    part,          // `size` bytes from `first`
    unsatisfiable  // nothing of it is there
  };
  Kind kind = Kind::whole;
  uint64_t first = 0;
  uint64_t size = 0;  // bytes, at least 1
};

// What the value of a Range header means for content of `size` bytes.
ByteRange parse_byte_range(std::string_view header, uint64_t size);

// Whether a request may be answered with a part: such an answer is never compressed, for a part of compressed
// bytes is of no use to one who has the others as they are.
bool asks_for_part(const Request& request);

// Makes of a whole answer (200, with a strong tag, not compressed) what the request's Range and If-Range ask
// for: the same, 206 or 416.
void cut_to_range(const Request& request, Response& response);

}  // namespace signpost
