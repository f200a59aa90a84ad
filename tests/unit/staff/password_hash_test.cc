#include "staff/password_hash.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace signpost {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

// The costs of RFC 9106, 4, second recommended option, with one lane.
constexpr char kCosts[] = "$argon2id$v=19$m=65536,t=3,p=1$";

TEST(PasswordHash, KnowsThePasswordAndNoOther) {
  const std::string hash = hash_password("correct horse battery");
  EXPECT_THAT(hash, StartsWith(kCosts));
  EXPECT_NE(hash, hash_password("correct horse battery")) << "each has a salt of its own";
  EXPECT_TRUE(is_password_of("correct horse battery", hash));
  EXPECT_FALSE(is_password_of("correct horse batterz", hash));
  EXPECT_FALSE(is_password_of("", hash));
  EXPECT_FALSE(is_password_of("correct horse battery", ""));
  EXPECT_FALSE(is_password_of("correct horse battery", "correct horse battery"));
}

// Argon2's own library made it, as: echo -n password12345 | argon2 somesalt12345678 -id -t 3 -m 16 -p 1 -e
TEST(PasswordHash, IsArgon2id) {
  const std::string hash =
      std::string(kCosts) + "c29tZXNhbHQxMjM0NTY3OA$l9zgt0hK/kGKtD7j5wjQYK2c+2sfTtCZ6jvH2SdEzJ8";
  EXPECT_TRUE(is_password_of("password12345", hash));
  EXPECT_FALSE(is_password_of("password12346", hash));
}

TEST(PasswordHash, OfNobodyCostsAsMuch) {
  EXPECT_THAT(hash_of_nobody(), StartsWith(kCosts));
  EXPECT_EQ(hash_of_nobody().size(), hash_password("correct horse battery").size());
  EXPECT_FALSE(is_password_of("", hash_of_nobody()));
}

TEST(PasswordHash, OfAChosenPassword) {
  EXPECT_EQ(password_fault("twelve chars"), "");
  EXPECT_EQ(password_fault("열두 글자인 비밀번호임"), "");
  EXPECT_THAT(password_fault("eleven char"), HasSubstr("at least 12"));
  EXPECT_THAT(password_fault("비밀번호"), HasSubstr("at least 12"))
      << "twelve bytes are no twelve characters";
  EXPECT_EQ(password_fault(std::string(1024, 'a')), "");
  EXPECT_THAT(password_fault(std::string(1025, 'a')), HasSubstr("1024"));
  EXPECT_THAT(password_fault("\xFF\xFE twelve chars"), HasSubstr("UTF-8"));
  EXPECT_THAT(password_fault("twelve\x08 chars"), HasSubstr("no line of text"));
}

}  // namespace
}  // namespace signpost
