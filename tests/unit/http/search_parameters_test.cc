// search_parameters_test.cc - the query string of a search and its mistakes.
#include "http/search_parameters.h"

#include <gtest/gtest.h>

#include "http/url.h"

namespace signpost {
namespace {

TEST(SearchParameters, ReadsAll) {
  const auto parsed = parse_search_parameters(
      parse_query_string("q=a%20b&kind=help&category=x&category=y&tag=t&product=p&level="
                         "basic&page=3&per_page=50&correct=0&explain=1"),
      "ko");
  EXPECT_TRUE(parsed.errors.empty());
  const SearchRequest& request = parsed.request;
  EXPECT_EQ(request.text, "a b");
  EXPECT_EQ(request.lang, "ko");
  EXPECT_EQ(request.filters.categories, (std::vector<std::string>{"x", "y"}));
  EXPECT_EQ(request.page, 3u);
  EXPECT_EQ(request.per_page, 50u);
  EXPECT_FALSE(request.correct);
  EXPECT_TRUE(request.explain);
}

TEST(SearchParameters, NamesWrongFields) {
  const std::pair<const char*, const char*> cases[] = {{"", ""},
                                                       {"page=", ""},
                                                       {"level=", ""},
                                                       {"unknown=1", ""},
                                                       {"page=0", "page"},
                                                       {"page=-1", "page"},
                                                       {"page=1x", "page"},
                                                       {"page=99999999999999", "page"},
                                                       {"page=1.5", "page"},
                                                       {"per_page=51", "per_page"},
                                                       {"per_page=0", "per_page"},
                                                       {"level=hard", "level"},
                                                       {"kind=blog", "kind"},
                                                       {"kind=help&kind=x", "kind"},
                                                       {"correct=yes", "correct"},
                                                       {"explain=2", "explain"}};
  for (const auto& [query, field] : cases) {
    const auto errors = parse_search_parameters(parse_query_string(query), "en").errors;
    EXPECT_EQ(errors.empty() ? "" : errors.front().field, field) << query;
  }
}

}  // namespace
}  // namespace signpost
