// search_parameters_test.cc - the query string of a search and its mistakes.
#include "api/search_parameters.h"

#include <gtest/gtest.h>

#include "net/url.h"

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
  EXPECT_EQ(request.filters[Field::category], (std::vector<std::string>{"x", "y"}));
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

// Each link of a page of results carries all filters: with 1,020 of them a page had 19 MB.
TEST(SearchParameters, CountsTheFirstFilters) {
  std::string query = "q=a&tag=t0&tag=t0&tag=";
  for (int i = 0; i < 1020; ++i) query += "&tag=t" + std::to_string(i);
  const SearchParameters many = parse_search_parameters(parse_query_string(query + "&level=basic"), "en");
  EXPECT_TRUE(many.errors.empty());
  EXPECT_TRUE(many.request.filters.truncated);
  ASSERT_EQ(many.request.filters[Field::tag].size(), kMaxFilters);
  EXPECT_EQ(many.request.filters[Field::tag].front(), "t0");
  EXPECT_EQ(many.request.filters[Field::tag].back(), "t31");
  EXPECT_TRUE(many.request.filters[Field::level].empty());
  EXPECT_EQ(many.carried.items().size(), kMaxFilters);

  const SearchParameters few =
      parse_search_parameters(parse_query_string("tag=a&tag=a&tag=b&kind=help"), "en");
  EXPECT_FALSE(few.request.filters.truncated) << "a value once more takes no room";
  EXPECT_EQ(few.request.filters[Field::tag], (std::vector<std::string>{"a", "b"}));
}

TEST(SearchParameters, CountsFiltersThatFitIntoALink) {
  const std::string large(kMaxFilterBytes - 4, 'x');
  const auto filters = [](const std::string& query) {
    return parse_search_parameters(parse_query_string(query), "en").request.filters;
  };
  EXPECT_EQ(filters("tag=" + large)[Field::tag].size(), 1u);
  EXPECT_FALSE(filters("tag=" + large).truncated);
  EXPECT_EQ(filters("tag=" + large + "x&tag=y")[Field::tag], std::vector<std::string>{"y"});
  EXPECT_TRUE(filters("tag=" + large + "x").truncated);
  // As they stand in an address: one byte may take three.
  EXPECT_TRUE(filters("tag=" + std::string(kMaxFilterBytes / 2, '"')).truncated);
}

TEST(SearchParameters, LinksCarryWhatCounts) {
  SearchResponse response;
  const auto link = [&](const std::string& query) {
    const SearchParameters parsed = parse_search_parameters(parse_query_string(query), "en");
    response.query.text = parsed.request.text.substr(0, 3);
    return format_query(link_parameters(parsed, response));
  };
  EXPECT_EQ(link("q=abcdef&x=1&page=3&lang=en&lang=ko&tag=t&tag=t&per_page=07&correct=1&explain=1"),
            "q=abc&lang=en&per_page=7&explain=1&tag=t");
  EXPECT_EQ(link("lang=xx&correct=0"), "correct=0");
}

}  // namespace
}  // namespace signpost
