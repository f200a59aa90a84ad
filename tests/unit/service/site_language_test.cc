// site_language_test.cc - Accept-Language, and what the site has.
#include "service/site_language.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(SiteLanguage, IsTheOneWantedMost) {
  Site site;
  site.languages = {{"en", "English"}, {"ko", "한국어"}, {"ja", "日本語"}};
  const std::pair<const char*, const char*> cases[] = {{"", ""},
                                                       {"ko", "ko"},
                                                       {"ko-KR,ko;q=0.9,en;q=0.8", "ko"},
                                                       {"fr, ja;q=0.5, en;q=0.7", "en"},
                                                       {"KO-kr", "ko"},
                                                       {"fr", ""},
                                                       {"ko;q=0, en", "en"},
                                                       {"ko;q=0", ""},
                                                       {"fr, *;q=0.1", "en"},
                                                       {"ko;q=2, ja;q=0.1", "ja"},
                                                       {"ko;q=, ja;q=0.1", "ja"},
                                                       {";;;,,,;q", ""}};
  for (const auto& [in, want] : cases) EXPECT_EQ(match_language(in, site), want) << in;
}

Site site_with_variants() {
  Site site;
  site.languages = {
      {"en", "English"}, {"pt-BR", "Português (Brasil)"}, {"pt", "Português"}, {"zh-TW", "中文"}};
  return site;
}

TEST(SiteLanguage, IsTheNearestVariant) {
  const std::pair<const char*, const char*> cases[] = {
      {"pt-PT,en;q=0.9", "pt"},    {"pt-br", "pt-BR"},     {"pt", "pt"},   {"zh-Hant-HK", "zh-TW"},
      {"zh-CN,en;q=0.5", "zh-TW"}, {"en-US", "en"},        {"es-419", ""}, {"pt-BR-1990", "pt-BR"},
      {"de-DE, pt-AO", "pt"},      {"x-klingon, en", "en"}};
  for (const auto& [in, want] : cases) EXPECT_EQ(match_language(in, site_with_variants()), want) << in;
  for (const char* spelling : {"pt-BR", "pt_BR", "PT-br"})
    EXPECT_EQ(site_language(site_with_variants(), spelling), "pt-BR") << spelling;
}

TEST(SiteLanguage, AddressesHaveOneSpellingOfIt) {
  const std::pair<const char*, const char*> cases[] = {{"/pt-br/articles/a", "/pt-BR/articles/a"},
                                                       {"/pt_BR", "/pt-BR"},
                                                       {"/EN/", "/en/"},
                                                       {"/pt-BR/articles/a", ""},
                                                       {"/fr/", ""},
                                                       {"/search", ""},
                                                       {"/", ""},
                                                       {"", ""}};
  for (const auto& [in, want] : cases)
    EXPECT_EQ(respelled_path(site_with_variants(), in).value_or(""), want) << in;
}

}  // namespace
}  // namespace signpost
