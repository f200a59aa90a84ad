// secrets_test.cc - what is taken for a secret and what is not. The tokens are made up, and written in two
// parts so that no scanner takes this file for one that leaks.
#include "indexer/check/secrets.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

const std::string kRandom =
    "q7Zp2Lw9Xc4Vb8Nm1Kj6Hg3Fd5Sa0Tr7Ye2Uo9Iq4Wz8Rk1Pn6Bv3Mx5Lc0Jd7Gf2Ht9Qa4Es8Zu1Yi6Ow3Xp5Cr0Vt";

std::string random(size_t size) { return kRandom.substr(0, size); }
std::string upper(size_t size) { return std::string("Q7ZP2LW9XC4VB8NM1K").substr(0, size); }

TEST(Secrets, KnownFormats) {
  struct Case {
    std::string in;
    const char* want;
  };
  const Case cases[] = {
      {"AK" + ("IA" + upper(16)), "an AWS access key id (AKIA...)"},
      {"gh" + ("p_" + random(36)), "a GitHub token (ghp_...)"},
      {"github" + ("_pat_" + random(22) + "_" + random(59)), "a GitHub token (github_pat_...)"},
      {"glp" + ("at-" + random(20)), "a GitLab token (glpat-...)"},
      {"xo" + ("xb-123456" + std::string("1098-") + random(24)), "a Slack token (xoxb-...)"},
      {"AI" + ("za" + random(35)), "a Google API key (AIza...)"},
      {"sk_" + ("live_" + random(24)), "a Stripe key (sk_live_...)"},
      {"ey" + ("JhbGciOiJIUzI1NiJ9.eyJ" + random(20) + "." + random(43)), "a JSON Web Token (eyJ...)"},
      {"-----BEGIN RSA PRIV" + ("ATE KEY-----\n" + random(64) + "\n"), "a private key"},
      {"pass" + ("word = \"" + random(20) + "\""), "a value for 'password'"},
      {"{\"api_" + ("key\": \"" + random(32) + "\"}"), "a value for 'api_key'"},
      {"DB_PASS" + ("WORD='" + random(18) + "'"), "a value for 'PASSWORD'"},
  };
  for (const Case& c : cases) {
    const auto secrets = find_secrets("text `" + c.in + "` text");
    ASSERT_EQ(secrets.size(), 1u) << c.in;
    EXPECT_EQ(secrets[0].what, c.want);
    EXPECT_EQ(secrets[0].what.find(kRandom.substr(0, 8)), std::string::npos) << "shows the secret";
  }
}

TEST(Secrets, ExamplesAndOtherWordsAreNone) {
  for (const std::string& in : std::vector<std::string>{
           "AKIAIOSFODNN7EXAMPLE", "AKIA" + std::string(16, 'X'), "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
           "ghp_" + random(20), "xxAKIA" + upper(16), "xoxb-your-token", "sk_live_...",
           "sk_test_" + random(24), "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----",
           "-----BEGIN CERTIFICATE-----\n" + random(64),
           "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0."
           "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c",
           "password = \"correct horse battery staple\"", "password: hunter2",
           "password = \"${DB_PASSWORD_1}\"", "secret: \"my-secret-name-0\"",
           "api_key = \"YOUR_API_KEY_HERE_1\"", "the password is in the vault",
           "secretary = \"" + random(20) + "\""}) {
    EXPECT_TRUE(find_secrets(in).empty()) << in;
  }
}

TEST(Secrets, TellsWhereEachBegins) {
  const std::string token = "gh" + ("p_" + random(36));
  const auto secrets = find_secrets("a " + token + "\n" + token);
  ASSERT_EQ(secrets.size(), 2u);
  EXPECT_EQ(secrets[0].offset, 2u);
  EXPECT_EQ(secrets[1].offset, 3 + token.size());
}

}  // namespace
}  // namespace signpost
