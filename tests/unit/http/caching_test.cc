// caching_test.cc - entity tags and the cache of responses.
#include "http/caching.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Caching, FingerprintKeepsPartsApart) {
  EXPECT_EQ(fingerprint({"a", "b"}), fingerprint({"a", "b"}));
  EXPECT_NE(fingerprint({"a", "b"}), fingerprint({"ab", ""}));
  EXPECT_NE(fingerprint({"a", "b"}), fingerprint({"b", "a"}));
  EXPECT_EQ(fingerprint({}).size(), 32u);
}

TEST(Caching, MatchesTags) {
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

TEST(Caching, AWeakTagIsNeverStronglyTheSame) {
  constexpr auto kStrong = Comparison::strong;
  EXPECT_TRUE(etag_matches("\"b\", \"a\"", "\"a\"", kStrong));
  EXPECT_TRUE(etag_matches("*", "\"a\"", kStrong));
  EXPECT_FALSE(etag_matches("W/\"a\"", "\"a\"", kStrong));
  EXPECT_FALSE(etag_matches("\"a\"", "W/\"a\"", kStrong));
  EXPECT_FALSE(etag_matches("W/\"a\"", "W/\"a\"", kStrong));
}

TEST(Caching, ForgetsWhatWasUsedLongestAgo) {
  ResponseCache cache(10000);
  const auto body = [](char letter) { return text_response(200, std::string(1000, letter)); };
  for (char letter = 'a'; letter <= 'f'; ++letter) cache.store(std::string(1, letter), body(letter));
  EXPECT_TRUE(cache.find("a"));
  for (char letter = 'g'; letter <= 'h'; ++letter) cache.store(std::string(1, letter), body(letter));
  EXPECT_TRUE(cache.find("a"));
  EXPECT_FALSE(cache.find("b"));
  EXPECT_EQ(cache.find("h")->body, std::string(1000, 'h'));
  EXPECT_LE(cache.stats().bytes, 10000u);
  EXPECT_EQ(cache.stats().hits, 3u);
  EXPECT_EQ(cache.stats().misses, 1u);
  cache.store("huge", text_response(200, std::string(5000, 'x')));
  EXPECT_FALSE(cache.find("huge"));
}

}  // namespace
}  // namespace signpost
