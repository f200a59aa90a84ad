// random_bytes.cc - see random_bytes.h.
#include "base/random_bytes.h"

#include <unistd.h>

#include "base/error.h"

namespace signpost {

std::string random_bytes(size_t count) {
  std::string bytes(count, '\0');
  if (::getentropy(bytes.data(), bytes.size()) != 0)
    throw Error(ErrorKind::internal, "the system has no random numbers");
  return bytes;
}

}  // namespace signpost
