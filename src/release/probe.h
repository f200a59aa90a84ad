// probe.h - reads a generation that anybody may have made in a process of its own, before this one opens it.
// Tested by tests/unit/release/hostile_pack_test.cc.
//
// Right sums say nothing of who wrote the bytes, and Xapian believes its own files: a crafted one can end the
// process or keep it busy. So all of an unpacked generation is read once, every document and every posting,
// where a crash costs nothing and memory and time have limits.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace signpost {

// Returns the number of its documents. `subject` begins each message: the pack. Calls `between` several times
// a second, which may throw to end it. REQUIRES: this process has no other thread. Throws Error{corrupt} when
// anything in it can't be read within the limits, Error{io}.
uint64_t probe_generation(const std::string& dir, const std::string& subject,
                          const std::function<void()>& between);

}  // namespace signpost
