// fuzz.h - what every fuzz target has: the function that libFuzzer or replay.cc calls, and a way to say what
// must hold.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace signpost::fuzz {

inline std::string_view text_of(const uint8_t* data, size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Ends the program as a crash does, so that the fuzzer keeps the input.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

inline void require_utf8(std::string_view text, const char* what) {
  require(first_invalid_utf8(text) == std::string_view::npos, what);
}

}  // namespace signpost::fuzz
