// secrets.h - finds what looks like a key, a token or a password in a text.
// Tested by tests/unit/indexer/check/secrets_test.cc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace signpost {

struct Secret {
  size_t offset = 0;  // of its first byte
  std::string what;   // "an AWS access key id (AKIA...)": never the whole of it
};

// Only formats that are made to be told apart, and long random values that are assigned to a name such as
// `password`. What is plainly an example (AKIAIOSFODNN7EXAMPLE, xxxx, <your-token>) is none.
std::vector<Secret> find_secrets(std::string_view text);

}  // namespace signpost
