// sha256.cc - the only file that knows libcrypto.
#include "base/sha256.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "base/error.h"

namespace signpost {

struct Sha256::Context {
  EVP_MD_CTX* md = EVP_MD_CTX_new();

  Context() = default;
  ~Context() { EVP_MD_CTX_free(md); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;

  void begin() {
    if (md == nullptr || EVP_DigestInit_ex(md, EVP_sha256(), nullptr) != 1) {
      throw Error(ErrorKind::internal, "libcrypto cannot compute SHA-256");
    }
  }
};

Sha256::Sha256() : context_(std::make_unique<Context>()) { context_->begin(); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) { EVP_DigestUpdate(context_->md, bytes.data(), bytes.size()); }

Sha256Sum Sha256::finish() {
  Sha256Sum sum;
  EVP_DigestFinal_ex(context_->md, sum.data(), nullptr);
  context_->begin();
  return sum;
}

std::string to_hex(const Sha256Sum& sum) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * sum.size());
  for (const unsigned char byte : sum) {
    hex += kHex[byte >> 4];
    hex += kHex[byte & 15];
  }
  return hex;
}

Sha256Sum sha256_sum(std::string_view bytes) {
  Sha256 sum;
  sum.add(bytes);
  return sum.finish();
}

std::string sha256_of(std::string_view bytes) { return to_hex(sha256_sum(bytes)); }

bool is_sha256(std::string_view text) {
  return text.size() == 2 * Sha256Sum().size() &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Sha256Sum hmac_sha256(std::string_view key, std::string_view bytes) {
  Sha256Sum sum;
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  if (HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), data, bytes.size(), sum.data(), nullptr) ==
      nullptr)
    throw Error(ErrorKind::internal, "libcrypto cannot compute HMAC-SHA256");
  return sum;
}

bool is_same_sum(const Sha256Sum& a, const Sha256Sum& b) {
  return CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace signpost
