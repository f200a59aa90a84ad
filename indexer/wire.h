// wire.h - the bytes that pass between the indexer and its own child processes: both run the same program, so
// numbers go as they lie in memory.
// Tested by tests/unit/indexer/render_result_test.cc.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/bytes.h"
#include "base/error.h"

namespace signpost {

class WireWriter {
 public:
  explicit WireWriter(std::string& out) : out_(out) {}

  template <Unpadded Number>
  void number(Number value) {
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(std::string_view value) {
    number(static_cast<uint32_t>(value.size()));
    out_ += value;
  }

 private:
  std::string& out_;
};

// Throws Error{internal} when the bytes end too early: a child can be cut off, or have gone wild.
class WireReader {
 public:
  explicit WireReader(std::string_view in) : in_(in) {}

  template <typename Number>
  Number number() {
    static_assert(std::is_trivially_copyable_v<Number>);
    Number value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string_view text() { return take(number<uint32_t>()); }

  // A count of things that take at least one byte each, so that a wild count can't ask for all memory.
  uint32_t count() {
    const auto value = number<uint32_t>();
    if (value > in_.size()) throw Error(ErrorKind::internal, "a child process sent a wrong count");
    return value;
  }
  bool at_end() const { return in_.empty(); }

 private:
  std::string_view take(size_t size) {
    if (size > in_.size()) throw Error(ErrorKind::internal, "a child process sent an incomplete message");
    const std::string_view taken = in_.substr(0, size);
    in_.remove_prefix(size);
    return taken;
  }

  std::string_view in_;
};

}  // namespace signpost
