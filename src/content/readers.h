// readers.h - for whom an index is, and how much of a document is for staff alone.
// Tested by tests/unit/indexer/internal_sources_test.cc.
#pragma once

#include <cstdint>
#include <string_view>

namespace signpost {

// What is for everybody is read, and written, as if nothing else were there.
enum class Readers : uint8_t { everybody, staff };

// Of a document for everybody it is `no`: what is internal is not among its bytes.
enum class Internal : uint8_t { no, parts, whole };

// "parts" and "whole"; "" where nothing is.
constexpr std::string_view to_string(Internal internal) {
  if (internal == Internal::no) return "";
  return internal == Internal::parts ? "parts" : "whole";
}

}  // namespace signpost
