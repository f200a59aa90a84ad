// parameters_test.cc - parameters within their limits, and what is said of others.
#include "api/parameters.h"

#include <gtest/gtest.h>

#include "net/url.h"

namespace signpost {
namespace {

constexpr Parameter kNumber{
    .name = "n", .type = ParameterType::number, .least = 1, .most = 20, .otherwise = 8};
constexpr Parameter kFlag{.name = "f", .type = ParameterType::flag, .otherwise = 1};

TEST(Parameters, Numbers) {
  struct Case {
    const char* query;
    uint32_t want;
    bool wrong;
  };
  const Case cases[] = {
      {"", 8, false},      {"n=", 8, false},  {"n=1", 1, false},          {"n=20", 20, false},
      {"n=0", 8, true},    {"n=21", 8, true}, {"n=-1", 8, true},          {"n=1x", 8, true},
      {"n=%201", 8, true}, {"n=x", 8, true},  {"n=99999999999", 8, true}, {"n=3&n=4", 3, false},
      {"m=3", 8, false},   {"n=+3", 8, true}, {"n=1.5", 8, true},         {"n=0x1", 8, true},
  };
  for (const Case& test : cases) {
    std::vector<FieldError> errors;
    EXPECT_EQ(read_number(parse_query_string(test.query), kNumber, errors), test.want) << test.query;
    ASSERT_EQ(errors.size(), test.wrong ? 1u : 0u) << test.query;
    if (test.wrong) {
      EXPECT_EQ(errors[0].field, "n");
      EXPECT_EQ(errors[0].message, "must be a whole number from 1 to 20");
    }
  }
}

TEST(Parameters, Flags) {
  struct Case {
    const char* query;
    bool want;
    bool wrong;
  };
  const Case cases[] = {{"", true, false},    {"f=", true, false},    {"f=0", false, false},
                        {"f=1", true, false}, {"f=true", true, true}, {"f=2", true, true}};
  for (const Case& test : cases) {
    std::vector<FieldError> errors;
    EXPECT_EQ(read_flag(parse_query_string(test.query), kFlag, errors), test.want) << test.query;
    EXPECT_EQ(errors.size(), test.wrong ? 1u : 0u) << test.query;
  }
}

}  // namespace
}  // namespace signpost
