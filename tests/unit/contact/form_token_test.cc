// form_token_test.cc - a token says what was signed, and nothing that was altered.
#include "contact/form_token.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

constexpr char kKey[] = "a key of the data file, 32 bytes";

TEST(FormToken, SaysWhenAndOfWhichGeneration) {
  const std::string tag = generation_tag("1796000000-1");
  EXPECT_EQ(tag, generation_tag("1796000000-1"));
  EXPECT_NE(tag, generation_tag("1796000000-2"));
  const auto read = read_form_token(kKey, make_form_token(kKey, tag, 1'796'000'000));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->issued, 1'796'000'000);
  EXPECT_EQ(read->generation, tag);
  EXPECT_NE(make_form_token(kKey, tag, 1), make_form_token(kKey, tag, 1));
}

TEST(FormToken, BelievesNothingThatWasAltered) {
  const std::string token = make_form_token(kKey, generation_tag("g"), 1'796'000'000);
  EXPECT_FALSE(read_form_token("another key", token));
  for (size_t i = 0; i < token.size(); ++i) {
    std::string altered = token;
    altered[i] = altered[i] == '7' ? '8' : '7';
    EXPECT_FALSE(read_form_token(kKey, altered)) << altered;
    EXPECT_FALSE(read_form_token(kKey, token.substr(0, i))) << i;
  }
  for (const char* wrong : {"", ".", "...", "1.2.3.4", "\xFF"}) EXPECT_FALSE(read_form_token(kKey, wrong));
  EXPECT_FALSE(read_form_token(kKey, token + "0"));
}

}  // namespace
}  // namespace signpost
