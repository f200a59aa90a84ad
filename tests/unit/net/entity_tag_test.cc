// entity_tag_test.cc - entity tags.
#include "net/entity_tag.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(EntityTag, FingerprintKeepsPartsApart) {
  EXPECT_EQ(fingerprint({"a", "b"}), fingerprint({"a", "b"}));
  EXPECT_NE(fingerprint({"a", "b"}), fingerprint({"ab", ""}));
  EXPECT_NE(fingerprint({"a", "b"}), fingerprint({"b", "a"}));
  EXPECT_EQ(fingerprint({}).size(), 32u);
}

TEST(EntityTag, MatchesTags) {
  struct Case {
    const char* header;
    const char* tag;
    bool want;
  };
  const Case cases[] = {
      {"\"a\"", "\"a\"", true},   {"\"b\"", "\"a\"", false},  {"\"b\", \"a\"", "\"a\"", true},
      {"W/\"a\"", "\"a\"", true}, {"\"a\"", "W/\"a\"", true}, {"*", "\"a\"", true},
      {"", "\"a\"", false},       {"*", "", false},           {" \"a\" ,x", "\"a\"", true},
      {"\"a", "\"a\"", false}};
  for (const Case& test : cases) EXPECT_EQ(etag_matches(test.header, test.tag), test.want) << test.header;
}

TEST(EntityTag, AWeakTagIsNeverStronglyTheSame) {
  constexpr auto kStrong = Comparison::strong;
  EXPECT_TRUE(etag_matches("\"b\", \"a\"", "\"a\"", kStrong));
  EXPECT_TRUE(etag_matches("*", "\"a\"", kStrong));
  EXPECT_FALSE(etag_matches("W/\"a\"", "\"a\"", kStrong));
  EXPECT_FALSE(etag_matches("\"a\"", "W/\"a\"", kStrong));
  EXPECT_FALSE(etag_matches("W/\"a\"", "W/\"a\"", kStrong));
}

// If-Match comes before If-None-Match (RFC 9110, 13.2.2).
TEST(EntityTag, ConditionsAreChecked) {
  struct Case {
    const char* match;
    const char* none_match;
    Verdict want;
  };
  const Case cases[] = {{"", "", Verdict::answer},
                        {"", "\"a\"", Verdict::not_modified},
                        {"", "*", Verdict::not_modified},
                        {"", "\"b\"", Verdict::answer},
                        {"\"a\"", "", Verdict::answer},
                        {"\"b\"", "", Verdict::failed},
                        {"W/\"a\"", "", Verdict::failed},
                        {"\"b\"", "\"a\"", Verdict::failed},
                        {"*", "\"a\"", Verdict::not_modified}};
  for (const Case& test : cases) {
    Request request;
    if (*test.match != '\0') request.headers.emplace_back("if-match", test.match);
    if (*test.none_match != '\0') request.headers.emplace_back("if-none-match", test.none_match);
    EXPECT_EQ(check_conditions(request, "\"a\""), test.want) << test.match << " " << test.none_match;
  }
}

}  // namespace
}  // namespace signpost
