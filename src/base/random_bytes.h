// random_bytes.h - bytes that nobody can guess, for keys and codes.
// Tested by tests/unit/base/random_bytes_test.cc.
#pragma once

#include <string>

namespace signpost {

// At most 256. Throws Error{internal} where the system has none.
std::string random_bytes(size_t count);

}  // namespace signpost
