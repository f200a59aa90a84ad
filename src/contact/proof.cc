// proof.cc - see proof.h.
#include "contact/proof.h"

#include <bit>

#include "base/sha256.h"

namespace signpost {
namespace {

int leading_zeros(const Sha256Sum& sum) {
  int zeros = 0;
  for (const unsigned char byte : sum) {
    zeros += std::countl_zero(byte);
    if (byte != 0) break;
  }
  return zeros;
}

}  // namespace

bool is_proof(std::string_view challenge, std::string_view nonce, int bits) {
  return leading_zeros(sha256_sum(std::string(challenge) + ":" + std::string(nonce))) >= bits;
}

std::string find_proof(std::string_view challenge, int bits) {
  for (uint64_t number = 0;; ++number) {
    std::string nonce = std::to_string(number);
    if (is_proof(challenge, nonce, bits)) return nonce;
  }
}

}  // namespace signpost
