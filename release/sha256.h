// sha256.h - the SHA-256 sum of bytes as they pass by.
// Tested by tests/unit/release/pack_test.cc.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace signpost {

class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  // 64 lower-case hex digits. No other call may follow.
  std::string finish();

 private:
  struct Context;
  std::unique_ptr<Context> context_;
};

std::string sha256_of(std::string_view bytes);

}  // namespace signpost
