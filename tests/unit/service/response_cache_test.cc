// response_cache_test.cc - the cache of responses.
#include "service/response_cache.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

// Many long keys and headers are memory too.
TEST(ResponseCache, CountsWhatStandsBesideABody) {
  ResponseCache cache(10000);
  Response response = text_response(200, "");
  response.headers.emplace_back("Name", std::string(300, 'v'));
  for (char letter = 'a'; letter <= 'z'; ++letter) cache.store(std::string(400, letter), response, "page");
  EXPECT_GT(cache.stats().bytes, 5000u);
  EXPECT_TRUE(cache.find(std::string(400, 'z')));
  EXPECT_TRUE(cache.find(std::string(400, 'w')));
  EXPECT_FALSE(cache.find(std::string(400, 'u')));
}

TEST(ResponseCache, ForgetsWhatWasUsedLongestAgo) {
  ResponseCache cache(10000);
  const auto body = [](char letter) { return text_response(200, std::string(1000, letter)); };
  for (char letter = 'a'; letter <= 'f'; ++letter) cache.store(std::string(1, letter), body(letter), "page");
  EXPECT_TRUE(cache.find("a"));
  for (char letter = 'g'; letter <= 'h'; ++letter) cache.store(std::string(1, letter), body(letter), "page");
  EXPECT_TRUE(cache.find("a"));
  EXPECT_FALSE(cache.find("b"));
  EXPECT_EQ(cache.find("h")->response().body, std::string(1000, 'h'));
  EXPECT_LE(cache.stats().bytes, 10000u);
  EXPECT_EQ(cache.stats().hits, 3u);
  EXPECT_EQ(cache.stats().misses, 1u);
  EXPECT_FALSE(cache.find("b", ResponseCache::Absence::is_nothing));
  EXPECT_EQ(cache.stats().misses, 1u);
  cache.store("huge", text_response(200, std::string(5000, 'x')), "page");
  EXPECT_FALSE(cache.find("huge"));
}

}  // namespace
}  // namespace signpost
