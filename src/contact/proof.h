// proof.h - a small computation that one visitor does not notice and that costs who sends thousands: a proof
// of work, as Hashcash has it. web/js/proof.js computes it. Tested by tests/unit/contact/proof_test.cc.
#pragma once

#include <string>
#include <string_view>

namespace signpost {

// The sums that have to be tried are 2^16 on average: a tenth of a second, and some of them of a telephone.
inline constexpr int kProofBits = 16;

// Whether SHA-256 of "CHALLENGE:NONCE" begins with so many bits of zero.
bool is_proof(std::string_view challenge, std::string_view nonce, int bits);

// The first number that is one, for tests and programs.
std::string find_proof(std::string_view challenge, int bits);

}  // namespace signpost
