#include "base/json_limits.h"

#include <gtest/gtest.h>

#include <string>

#include "base/error.h"

namespace signpost {
namespace {

std::string why_refused(std::string_view text, const JsonLimits& limits) {
  try {
    check_json(text, limits);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::corrupt);
    return error.what();
  }
  return "";
}

constexpr const char* kTooLong = "the JSON has too many bytes (the limit is 40)";
constexpr const char* kTooDeep = "the JSON is nested too deep (the limit is 3)";
constexpr const char* kTooMany = "the JSON holds too many values (the limit is 6)";

TEST(JsonLimits, RefuseWhatIsTooLongTooDeepOrTooManifold) {
  struct Case {
    std::string in;
    const char* want;
  };
  const Case cases[] = {
      {"", ""},
      {"7", ""},
      {std::string(40, ' '), ""},
      {std::string(41, ' '), kTooLong},
      {"[[[]]]", ""},
      {"[[[[]]]]", kTooDeep},
      {"[{\"a\":[]}]", ""},
      {"[{\"a\":[{}]}]", kTooDeep},
      {"[[]],[[]],[]", kTooMany},  // depth falls with each closer, values don't
      {"[1,2,3,4,5,6]", ""},
      {"[1,2,3,4,5,6,7]", kTooMany},
      {"{\"a\":1,\"b\":2,\"c\":3}", ""},
      {"{\"a\":1,\"b\":2,\"c\":3,\"d\":4}", kTooMany},
      {"\"[[[[[,,,,,,,,\"", ""},  // what a string holds counts for nothing
      {R"("\"[[[[[")", ""},       // nor what follows a quote that is escaped
      {R"("\\"[[[[)", kTooDeep},  // but what follows an escaped backslash and a quote does
      {R"(["\\\"[[[["])", ""},
      {"\"[[[[", ""},  // a string without an end
      {"\"\\", ""},
      {"]]]]]][[[", ""},  // closers that nothing opened buy no depth
      {"]]]]]][[[[", kTooDeep},
  };
  for (const Case& c : cases) EXPECT_EQ(why_refused(c.in, {40, 3, 6}), c.want) << c.in;
}

TEST(JsonLimits, RefuseBracketsWithoutEnd) {
  EXPECT_EQ(why_refused(std::string(63'000'000, '['), {64'000'000, 64, 1'000'000}),
            "the JSON is nested too deep (the limit is 64)");
}

}  // namespace
}  // namespace signpost
