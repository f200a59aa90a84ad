// request_guard_test.cc - who sends too often waits, who floods computes, who guesses is stopped, and a form
// is believed for a day and over publications.
#include "contact/request_guard.h"

#include <gtest/gtest.h>

#include "contact/proof.h"

namespace signpost {
namespace {

using namespace std::chrono_literals;
using Kind = GuardVerdict::Kind;

constexpr int64_t kGuardNow = 1'796'000'000;

class RequestGuardTest : public ::testing::Test {
 protected:
  RequestGuardOptions options(double requests_an_hour) {
    return {.requests_an_hour = requests_an_hour, .clock = [this] { return time_; }};
  }
  // Ten times what one address may an hour, a sixth of it at once, from as many addresses.
  void flood(RequestGuard& guard) {
    for (int i = 0; i < 100; ++i)
      ASSERT_EQ(guard.admit("flood" + std::to_string(i), "", "", kGuardNow).kind, Kind::admitted);
    ASSERT_EQ(guard.admit("one more", "", "", kGuardNow).kind, Kind::proof_needed);
  }
  static std::string proof_of(const std::string& token) {
    return token + ":" + find_proof(token, kProofBits);
  }

  std::chrono::steady_clock::time_point time_ = std::chrono::steady_clock::time_point() + 1h;
};

TEST_F(RequestGuardTest, OneAddressMaySendSoMany) {
  RequestGuard guard(options(60));
  for (int i = 0; i < 20; ++i) EXPECT_EQ(guard.admit("a", "", "", kGuardNow).kind, Kind::admitted) << i;
  const GuardVerdict refused = guard.admit("a", "", "", kGuardNow);
  EXPECT_EQ(refused.kind, Kind::too_often);
  EXPECT_EQ(refused.wait_seconds, 60);
  EXPECT_EQ(guard.admit("b", "", "", kGuardNow).kind, Kind::admitted);
  time_ += 60s;
  EXPECT_EQ(guard.admit("a", "", "", kGuardNow).kind, Kind::admitted);
  // Whoever is refused for that makes nobody else compute.
  for (int i = 0; i < 10'000; ++i) guard.admit("a", "", "", kGuardNow);
  EXPECT_FALSE(guard.is_flooded());
}

TEST_F(RequestGuardTest, AFloodAsksForAProofUntilItIsOver) {
  RequestGuard guard(options(60));
  EXPECT_FALSE(guard.is_flooded());
  flood(guard);
  EXPECT_TRUE(guard.is_flooded());
  const GuardVerdict asked = guard.admit("person", "", "", kGuardNow);
  EXPECT_EQ(asked.kind, Kind::proof_needed);
  EXPECT_EQ(asked.wait_seconds, 600);
  EXPECT_EQ(guard.admit("person", proof_of(guard.token("g", kGuardNow)), "", kGuardNow).kind, Kind::admitted);
  time_ += 601s;
  EXPECT_FALSE(guard.is_flooded());
  EXPECT_EQ(guard.admit("person", "", "", kGuardNow).kind, Kind::admitted);
}

TEST_F(RequestGuardTest, AProofIsGoodOnceAndOfAFreshTokenOfOurs) {
  RequestGuard guard(options(60));
  flood(guard);
  int people = 0;
  const auto kind = [&](const std::string& proof, const std::string& key = "", int64_t now = kGuardNow) {
    return guard.admit("p" + std::to_string(++people), proof, key, now).kind;
  };
  const std::string token = guard.token("g", kGuardNow);
  const std::string proof = proof_of(token);
  EXPECT_EQ(kind(token + ":0x"), Kind::proof_needed);
  EXPECT_EQ(kind(token), Kind::proof_needed);
  EXPECT_EQ(kind("x:" + find_proof("x", kProofBits)), Kind::proof_needed);
  EXPECT_EQ(kind(proof, "", kGuardNow + 3601), Kind::proof_needed) << "too old";
  EXPECT_EQ(kind(proof, "key"), Kind::admitted);
  EXPECT_EQ(kind(proof, "key"), Kind::admitted) << "the same request, sent again";
  EXPECT_EQ(kind(proof, "another"), Kind::proof_needed);
  EXPECT_EQ(kind(proof), Kind::proof_needed);
  const std::string without_key = proof_of(guard.token("g", kGuardNow));
  EXPECT_EQ(kind(without_key), Kind::admitted);
  EXPECT_EQ(kind(without_key), Kind::proof_needed);
}

TEST_F(RequestGuardTest, LimitsNothingWhereItIsToldSo) {
  RequestGuard guard(options(0));
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(guard.admit("a", "", "", kGuardNow).kind, Kind::admitted);
  EXPECT_FALSE(guard.is_flooded());
}

TEST_F(RequestGuardTest, BelievesAFormForADayAndOverPublications) {
  RequestGuard guard(options(60));
  const std::string token = guard.token("first", kGuardNow);
  EXPECT_TRUE(guard.believes(token, "first", kGuardNow));
  EXPECT_TRUE(guard.believes(token, "second", kGuardNow + 86'400));
  EXPECT_FALSE(guard.believes(token, "second", kGuardNow + 86'401));
  EXPECT_FALSE(guard.believes(token, "second", kGuardNow - 61)) << "of the future";
  EXPECT_FALSE(guard.believes("", "first", kGuardNow));
  EXPECT_FALSE(guard.believes(RequestGuard().token("first", kGuardNow), "first", kGuardNow))
      << "of another service";
  for (int i = 0; i < 15; ++i) guard.token("next" + std::to_string(i), kGuardNow);
  EXPECT_FALSE(guard.believes(token, "latest", kGuardNow)) << "far too many generations ago";
}

TEST_F(RequestGuardTest, BelievesAFormOfBeforeARestartByTheKeptKey) {
  RequestGuard before(options(60));
  const std::string early = before.token("g", kGuardNow);
  before.use_key("the key of the data file");
  const std::string token = before.token("g", kGuardNow);
  EXPECT_TRUE(before.believes(early, "g", kGuardNow));
  RequestGuard after(options(60));
  after.use_key("the key of the data file");
  EXPECT_TRUE(after.believes(token, "g", kGuardNow));
  EXPECT_FALSE(after.believes(early, "g", kGuardNow));
}

TEST_F(RequestGuardTest, StopsWhoGuessesCodes) {
  RequestGuard guard(options(60));
  for (int i = 0; i < 20; ++i) {
    EXPECT_EQ(guard.wait_to_ask("a"), std::nullopt) << i;
    guard.missed("a");
  }
  EXPECT_EQ(guard.wait_to_ask("a"), 60);
  EXPECT_EQ(guard.wait_to_ask("b"), std::nullopt);
  time_ += 60s;
  EXPECT_EQ(guard.wait_to_ask("a"), std::nullopt);
}

TEST_F(RequestGuardTest, TakesSoManyWordsOfOneAddress) {
  RequestGuard guard(options(60));
  int taken = 0;
  for (int i = 0; i < 100; ++i) taken += guard.admit_word("a") ? 1 : 0;
  EXPECT_EQ(taken, 40);
  EXPECT_TRUE(guard.admit_word("b"));
}

}  // namespace
}  // namespace signpost
