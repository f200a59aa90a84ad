#include "content/document.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(Document, WordsOfEnumsGoBothWays) {
  for (const Kind kind : {Kind::help, Kind::community}) EXPECT_EQ(parse_kind(to_string(kind)), kind);
  for (const Level level : {Level::none, Level::basic, Level::intermediate, Level::expert}) {
    EXPECT_EQ(parse_level(to_string(level)), level);
  }
  for (const ArticleType type : {ArticleType::none, ArticleType::guide, ArticleType::faq,
                                 ArticleType::troubleshooting, ArticleType::reference}) {
    EXPECT_EQ(parse_article_type(to_string(type)), type);
  }
  EXPECT_EQ(to_string(Kind::community), "community");
  EXPECT_EQ(to_string(Level::none), "");
  EXPECT_EQ(to_string(ArticleType::faq), "faq");
  EXPECT_EQ(parse_kind(""), std::nullopt);
  EXPECT_EQ(parse_level("Basic"), std::nullopt);
  EXPECT_EQ(parse_article_type("howto"), std::nullopt);
}

}  // namespace
}  // namespace signpost
