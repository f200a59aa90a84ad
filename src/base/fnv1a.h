// fnv1a.h - a quick sum of a few bytes, the same on every machine: FNV-1a with 64 bits (Fowler, Noll and Vo).
// Nothing to keep an adversary from finding two texts with one sum. Tested by tests/unit/base/fnv1a_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

namespace signpost {

constexpr uint64_t fnv1a(std::string_view bytes) {
  uint64_t hash = 0xcbf29ce484222325;
  for (const char c : bytes) hash = (hash ^ static_cast<uint8_t>(c)) * 0x100000001b3;
  return hash;
}

}  // namespace signpost
