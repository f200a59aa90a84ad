#include "base/base64.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Base64, GoesThereAndBack) {
  // RFC 4648, 10.
  const struct {
    std::string_view bytes;
    std::string_view text;
  } kCases[] = {{"", ""},
                {"f", "Zg=="},
                {"fo", "Zm8="},
                {"foo", "Zm9v"},
                {"foob", "Zm9vYg=="},
                {"fooba", "Zm9vYmE="},
                {"foobar", "Zm9vYmFy"},
                {"\xFF\xFE\xFD", "//79"}};
  for (const auto& [bytes, text] : kCases) {
    EXPECT_EQ(to_base64(bytes), text);
    EXPECT_EQ(from_base64(text), bytes);
  }
  EXPECT_EQ(from_base64("Zg"), "f");
  for (const char* none : {"Zg=a", "Z-9v", "Zm9v\n", " Zm9v"})
    EXPECT_EQ(from_base64(none), std::nullopt) << none;
}

}  // namespace
}  // namespace signpost
