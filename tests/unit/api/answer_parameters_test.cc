// answer_parameters_test.cc - the query string of a question and its mistakes.
#include "api/answer_parameters.h"

#include <gtest/gtest.h>

#include "net/url.h"

namespace signpost {
namespace {

AnswerParameters parsed(const std::string& query) {
  return parse_answer_parameters(parse_query_string(query), "ko");
}

TEST(AnswerParameters, ReadsAll) {
  const AnswerParameters asked = parsed(
      "q=a%20b&kind=help&category=x&product=p&product=r&level=basic&correct=0&explain=1&not=install%23on-"
      "debian&"
      "not=%EC%84%A4%EC%B9%98%23&not=a%23b%23c&version=%3E%3D+3.1");
  EXPECT_TRUE(asked.errors.empty());
  const SearchRequest& search = asked.request.search;
  EXPECT_EQ(search.text, "a b");
  EXPECT_EQ(search.lang, "ko");
  EXPECT_EQ(search.filters[Field::product], (std::vector<std::string>{"p", "r"}));
  EXPECT_FALSE(search.correct);
  EXPECT_TRUE(search.explain);
  EXPECT_EQ(asked.request.version, ">= 3.1");
  EXPECT_EQ(asked.carried.get("version"), ">= 3.1");
  std::vector<std::pair<std::string, std::string>> rejected;
  for (const RejectedSource& source : asked.request.rejected) rejected.emplace_back(source.id, source.anchor);
  EXPECT_EQ(rejected, (std::vector<std::pair<std::string, std::string>>{
                          {"install", "on-debian"}, {"설치", ""}, {"a", "b#c"}}));
}

TEST(AnswerParameters, NamesWrongFields) {
  std::string many;
  for (size_t i = 0; i <= kMaxRejected; ++i) many += "not=a%23" + std::to_string(i) + "&";
  const std::pair<std::string, const char*> cases[] = {
      {"", ""},
      {"q=a&not=", ""},
      {"not=a%23", ""},
      {many.substr(many.find('&') + 1), ""},
      {many, "not"},
      {"not=a", "not"},
      {"not=%23x", "not"},
      {"not=a/b%23x", "not"},
      {"not=..%23x", "not"},
      {"version=", ""},
      {"version=v3.x", ""},
      {"version=latest", "version"},
      {"version=%3E1" + std::string(kMaxVersionBytes, ' '), "version"},
      {"level=hard", "level"},
      {"explain=2", "explain"},
      // Those of a list of results are not a question's.
      {"page=x&per_page=900", ""},
  };
  for (const auto& [query, field] : cases) {
    const AnswerParameters asked = parsed(query);
    EXPECT_EQ(asked.errors.empty() ? "" : asked.errors[0].field, field) << query;
  }
}

TEST(AnswerParameters, ASourceIsNamedAsItIsRead) {
  AnswerSource source;
  source.id = "설치";
  source.anchor = "a#b";
  Parameters query;
  query.add("not", name_of_source(source));
  const auto rejected = parse_answer_parameters(query, "ko").request.rejected;
  ASSERT_EQ(rejected.size(), 1u);
  EXPECT_EQ(rejected[0].id, source.id);
  EXPECT_EQ(rejected[0].anchor, source.anchor);
}

}  // namespace
}  // namespace signpost
