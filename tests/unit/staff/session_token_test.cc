#include "staff/session_token.h"

#include <gtest/gtest.h>

#include <set>

namespace signpost {
namespace {

TEST(SessionToken, IsRandom) {
  std::set<std::string> tokens;
  for (int i = 0; i < 100; ++i) tokens.insert(make_session_token());
  EXPECT_EQ(tokens.size(), 100u);
  for (const std::string& token : tokens) {
    EXPECT_EQ(token.size(), 64u);
    EXPECT_TRUE(is_session_token(token));
  }
  EXPECT_FALSE(is_session_token(""));
  EXPECT_FALSE(is_session_token("abc"));
  EXPECT_FALSE(is_session_token(std::string(64, 'g')));
}

TEST(SessionToken, HasASumFromWhichItCantBeMade) {
  EXPECT_EQ(to_hex(session_sum("abc")), sha256_of("abc"));
  EXPECT_NE(to_hex(session_sum("abc")), form_token("abc"));
}

TEST(SessionToken, MakesTheTokenOfForms) {
  EXPECT_EQ(form_token("a"), form_token("a"));
  EXPECT_NE(form_token("a"), form_token("b"));
  EXPECT_NE(form_token("a", "kim"), form_token("a", "lee"));
  EXPECT_TRUE(is_same_token(form_token("a"), form_token("a")));
  EXPECT_FALSE(is_same_token(form_token("a"), form_token("b")));
  EXPECT_FALSE(is_same_token("", form_token("a")));
}

}  // namespace
}  // namespace signpost
