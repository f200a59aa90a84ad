// bytes.h - writes and reads the little-endian, length-prefixed forms that our own files are made of.
// Tested by tests/unit/base/bytes_test.cc.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/error.h"

namespace signpost {

// Without bytes that pad: they would have no value of their own, so the same documents could give other
// files.
template <typename T>
concept Unpadded = std::is_arithmetic_v<T> || std::has_unique_object_representations_v<T>;

class ByteWriter {
 public:
  // Unsigned LEB128.
  void varint(uint64_t value) {
    while (value >= 0x80) {
      out_ += static_cast<char>(value | 0x80);
      value >>= 7;
    }
    out_ += static_cast<char>(value);
  }
  // A varint that is short for small numbers below 0 too.
  void zigzag(int64_t value) {
    varint((static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63));
  }
  void u32(uint32_t value) { pod(value); }
  void string(std::string_view s) {
    varint(s.size());
    out_.append(s);
  }
  // Their number, and each.
  template <typename Strings>
  void strings(const Strings& strings) {
    varint(strings.size());
    for (const auto& s : strings) string(s);
  }
  void raw(std::string_view s) { out_.append(s); }
  template <Unpadded T>
  void pod(const T& value) {
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  size_t size() const { return out_.size(); }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

// Throws Error{corrupt} when the bytes end too early. Views point into the bytes given.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  uint64_t varint() {
    uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<uint8_t>(raw(1)[0]);
      value |= static_cast<uint64_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) return value;
    }
    fail();
  }
  int64_t zigzag() {
    const uint64_t value = varint();
    return static_cast<int64_t>((value >> 1) ^ (~(value & 1) + 1));
  }
  uint32_t u32() { return pod<uint32_t>(); }
  std::string_view string() {
    const uint64_t size = varint();
    return raw(size);
  }
  // How many things follow, of which each has at least so many bytes: a wrong number must not ask for all
  // memory.
  uint64_t count(size_t least_bytes = 1) {
    const uint64_t number = varint();
    if (number > bytes_.size() / least_bytes) fail();
    return number;
  }
  std::vector<std::string_view> strings() {
    std::vector<std::string_view> views(count());
    for (std::string_view& view : views) view = string();
    return views;
  }
  std::string_view raw(uint64_t size) {
    if (size > bytes_.size()) fail();
    const std::string_view out = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return out;
  }
  template <typename T>
  T pod() {
    T value;
    std::memcpy(&value, raw(sizeof value).data(), sizeof value);
    return value;
  }
  bool done() const { return bytes_.empty(); }
  std::string_view rest() const { return bytes_; }

 private:
  [[noreturn]] static void fail() { throw Error(ErrorKind::corrupt, "a record of the index ends too early"); }
  std::string_view bytes_;
};

}  // namespace signpost
