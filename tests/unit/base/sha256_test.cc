// sha256_test.cc - the sums of FIPS 180-4's examples, in one piece and in many.
#include "base/sha256.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

constexpr char kOfNothing[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
constexpr char kOfAbc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST(Sha256, MatchesTheStandardsExamples) {
  struct Case {
    std::string in;
    std::string want;
  };
  const Case cases[] = {
      {"", kOfNothing},
      {"abc", kOfAbc},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
  };
  for (const Case& c : cases) EXPECT_EQ(sha256_of(c.in), c.want);
}

TEST(Sha256, AddsUpPiecesAndBeginsAnewWhenFinished) {
  Sha256 sum;
  sum.add("a");
  sum.add("");
  sum.add("bc");
  EXPECT_EQ(to_hex(sum.finish()), kOfAbc);
  EXPECT_EQ(to_hex(sum.finish()), kOfNothing);
}

TEST(Sha256, KnowsASumWhenItSeesOne) {
  EXPECT_TRUE(is_sha256(kOfAbc));
  std::string text = kOfAbc;
  EXPECT_FALSE(is_sha256(text.substr(1)));
  EXPECT_FALSE(is_sha256(text + "0"));
  text[0] = 'B';
  EXPECT_FALSE(is_sha256(text));
  text[0] = 'g';
  EXPECT_FALSE(is_sha256(text));
  EXPECT_FALSE(is_sha256(""));
}

// RFC 4231, test cases 1 and 2.
TEST(Sha256, WithAKey) {
  EXPECT_EQ(to_hex(hmac_sha256(std::string(20, '\x0b'), "Hi There")),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  const Sha256Sum sum = hmac_sha256("Jefe", "what do ya want for nothing?");
  EXPECT_EQ(to_hex(sum), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_TRUE(is_same_sum(sum, hmac_sha256("Jefe", "what do ya want for nothing?")));
  EXPECT_FALSE(is_same_sum(sum, hmac_sha256("Jefe", "what do ya want for nothing")));
}

}  // namespace
}  // namespace signpost
