// key_formats.h - how keys and tokens of known services begin, and what follows: for who looks for them in
// articles, and for who takes them out of what readers write. Tested by tests/unit/base/key_formats_test.cc.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace signpost {

struct KeyFormat {
  std::string_view start;
  // Characters of all of it, from which a reader's word that begins so is taken for one: in doubt too early.
  size_t masked_from;
  // As their makers give them out: so many of these characters follow. Null `what`: an article may show it,
  // such as a key for tests, or it is told by more than its beginning.
  bool (*rest)(char) = nullptr;
  size_t least = 0;
  size_t most = 0;
  const char* what = nullptr;  // "a GitHub token"
};

// From the documentation of the services that give them out.
std::span<const KeyFormat> key_formats();

}  // namespace signpost
