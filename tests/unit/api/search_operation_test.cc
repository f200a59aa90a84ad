// search_operation_test.cc - a search is a function from a request to a typed value: no HTTP, no interface.
#include "api/search_operation.h"

#include <gtest/gtest.h>

#include "open_test_generation.h"

namespace signpost {
namespace {

using testing::operation_context;

SearchRequest asked(const char* text, const char* lang) {
  SearchRequest request;
  request.text = text;
  request.lang = lang;
  return request;
}

std::string label_of(const SearchAnswer& answer, Field field, const std::string& value) {
  for (const Facet& facet : answer.response.facets) {
    if (facet.field != field) continue;
    for (const FacetValue& one : facet.values) {
      if (one.value == value) return one.label;
    }
  }
  return "none";
}

TEST(SearchOperation, GivesTypedValues) {
  const SearchAnswer answer = search(operation_context("en"), asked("install", "en"));
  ASSERT_FALSE(answer.response.hits.empty());
  EXPECT_EQ(answer.response.hits[0].id, "install");
  EXPECT_EQ(answer.request.text, "install");
}

TEST(SearchOperation, FacetsHaveTheWordsOfTheInterface) {
  const std::map<std::string, std::string> words = {{"kind_help", "도움말"}, {"category_setup", "no"}};
  const SearchAnswer korean = search(operation_context("ko", words), asked("설치", "ko"));
  EXPECT_EQ(label_of(korean, Field::kind, "help"), "도움말");
  EXPECT_EQ(label_of(korean, Field::category, "setup"), "설치");  // as the site calls it
  const SearchAnswer english = search(operation_context("en", words), asked("install", "en"));
  EXPECT_EQ(label_of(english, Field::kind, "community"), "community");  // no word for it
  EXPECT_EQ(label_of(english, Field::tag, "windows"), "windows");
}

TEST(SearchOperation, CountsWhatIsASearch) {
  const OperationContext context = operation_context("en");
  const auto outcome = [&](const char* text) { return facts_of(search(context, asked(text, "en"))).outcome; };
  EXPECT_EQ(outcome("install"), SearchOutcome::found);
  EXPECT_EQ(outcome("nothingmatchesthis"), SearchOutcome::nothing);
  EXPECT_EQ(outcome(""), SearchOutcome::none);
}

TEST(SearchOperation, WrongParametersAreAProblem) {
  const Answer answer =
      search_operation().answer(operation_context("en"), Parameters({{"page", "0"}, {"level", "x"}}));
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(answer.media_type, "application/problem+json");
  EXPECT_NE(answer.text.find("\"field\":\"page\""), std::string::npos);
  EXPECT_NE(answer.text.find("\"field\":\"level\""), std::string::npos);
  EXPECT_FALSE(answer.search.has_value());
}

}  // namespace
}  // namespace signpost
