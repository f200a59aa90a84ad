// sha256.h - the SHA-256 sum of bytes as they pass by (FIPS 180-4), and with a key (RFC 2104).
// Tested by tests/unit/base/sha256_test.cc.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

namespace signpost {

using Sha256Sum = std::array<unsigned char, 32>;

class Sha256 {
 public:
  Sha256();  // throws Error{internal} when libcrypto cannot
  ~Sha256();
  Sha256(Sha256&&) noexcept;

  void add(std::string_view bytes);
  // The sum of what was added; then begins anew.
  Sha256Sum finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

Sha256Sum sha256_sum(std::string_view bytes);
// 64 lower-case hex digits.
std::string to_hex(const Sha256Sum& sum);
std::string sha256_of(std::string_view bytes);
bool is_sha256(std::string_view text);

// HMAC-SHA256. Throws Error{internal} when libcrypto cannot.
Sha256Sum hmac_sha256(std::string_view key, std::string_view bytes);
// Takes as long whatever they differ in, so that nobody finds a secret byte by byte.
bool is_same_sum(const Sha256Sum& a, const Sha256Sum& b);

}  // namespace signpost
