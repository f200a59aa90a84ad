// proof_test.cc - a proof is of one challenge, and of so many bits.
#include "contact/proof.h"

#include <gtest/gtest.h>

#include "base/sha256.h"

namespace signpost {
namespace {

TEST(Proof, IsOfOneChallenge) {
  const std::string nonce = find_proof("challenge", 12);
  EXPECT_TRUE(is_proof("challenge", nonce, 12));
  EXPECT_EQ(sha256_of("challenge:" + nonce).substr(0, 3), "000");
  EXPECT_FALSE(is_proof("another", nonce, 12));
  EXPECT_FALSE(is_proof("challenge", "", 12));
  EXPECT_TRUE(is_proof("challenge", "", 0));
  EXPECT_FALSE(is_proof("challenge", nonce, 256));
}

}  // namespace
}  // namespace signpost
