// article_name_test.cc - names that assistants were given, names that they made up, and addresses.
#include "mcp/article_name.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(ArticleName, IsReadAsItIsWritten) {
  for (const ArticleName& name :
       {ArticleName{"ko", "install"}, {"pt-BR", "日本語ガイド"}, {"en", "a.b_c-d"}}) {
    EXPECT_EQ(parse_article_name(to_text(name)), name);
    EXPECT_EQ(parse_article_name(resource_uri(name)), name);
    EXPECT_EQ(parse_resource_uri(resource_uri(name)), name);
  }
  EXPECT_EQ(resource_uri({"ja", "あ"}), "signpost://ja/articles/%E3%81%82");
}

TEST(ArticleName, MayHaveNoLanguageAndASection) {
  EXPECT_EQ(parse_article_name("install"), (ArticleName{"", "install"}));
  EXPECT_EQ(parse_article_name("install#on-debian"), (ArticleName{"", "install"}));
  EXPECT_EQ(parse_article_name("pt_br/install#x"), (ArticleName{"pt-BR", "install"}));
  EXPECT_EQ(parse_article_name("signpost://ko/articles/install#x"), (ArticleName{"ko", "install"}));
}

TEST(ArticleName, IsNothingElse) {
  for (const char* text :
       {"", "#", "/install", "ko/", "ko/a/b", "ko/..", "english/install", "a b", "ko/%2e%2e", "signpost://",
        "signpost:///articles/a", "signpost://ko/articles/", "signpost://ko/articles/..%2F..%2Fetc",
        "signpost://ko/articles/a/b", "signpost://ko/files/a", "https://help.example/ko/articles/install",
        "file:///etc/passwd", "\xff", "ko/\xff"}) {
    EXPECT_EQ(parse_article_name(text), std::nullopt) << text;
    EXPECT_EQ(parse_resource_uri(text), std::nullopt) << text;
  }
  EXPECT_EQ(parse_resource_uri("install"), std::nullopt);
}

}  // namespace
}  // namespace signpost
