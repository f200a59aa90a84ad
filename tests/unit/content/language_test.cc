// language_test.cc - codes of languages as people write them, and which serves whom.
#include "content/language.h"

#include <gtest/gtest.h>

namespace signpost {
namespace {

TEST(CanonicalLanguage, OneSpellingForEach) {
  struct Case {
    const char* in;
    const char* want;  // "": none
  };
  const Case cases[] = {{"en", "en"},
                        {"KO", "ko"},
                        {"pt-BR", "pt-BR"},
                        {"pt-br", "pt-BR"},
                        {"pt_BR", "pt-BR"},
                        {"zh-hans", "zh-Hans"},
                        {"zh-Hant", "zh-Hant"},
                        {"zh-cn", "zh-CN"},
                        {"es-419", "es-419"},
                        {"SR_latn", "sr-Latn"},
                        {"fil", "fil"},
                        {"zh_Hant_HK", "zh-Hant-HK"},
                        {"iw", "he"},
                        {"english", ""},
                        {"e", ""},
                        {"en-", ""},
                        {"-en", ""},
                        {"en--US", ""},
                        {"en-US-posix", ""},
                        {"en-US-Latn", ""},
                        {"pt br", ""},
                        {"", ""},
                        {"한국", ""},
                        {"en-u-ca-buddhist", ""},
                        {"../..", ""},
                        {"en-USA", ""},
                        {"zh-Hant-Hans", ""},
                        {"no-go", ""},
                        {"en-Xyzw", ""}};
  for (const Case& c : cases) EXPECT_EQ(canonical_language(c.in).value_or(""), c.want) << c.in;
}

TEST(BestLanguage, TheNearestVariant) {
  struct Case {
    const char* wanted;
    std::vector<std::string> offered;
    const char* want;  // "": none
  };
  const Case cases[] = {
      {"pt-PT", {"en", "pt-BR", "pt"}, "pt"},
      {"pt-PT", {"en", "pt-BR"}, "pt-BR"},
      {"pt", {"pt-PT", "pt-BR"}, "pt-BR"},
      {"pt-BR", {"en", "pt"}, "pt"},
      {"zh-TW", {"zh", "zh-CN", "zh-Hant"}, "zh-Hant"},
      {"zh-HK", {"zh-CN", "zh-TW"}, "zh-TW"},
      {"zh-Hans", {"zh-TW", "zh-CN"}, "zh-CN"},
      {"zh", {"zh-TW", "zh-CN"}, "zh-CN"},
      {"zh-TW", {"en", "zh-CN"}, "zh-CN"},
      {"es-MX", {"es", "es-419"}, "es"},
      {"en-AU", {"fr", "en-GB"}, "en-GB"},
      {"ko-KR", {"ko", "en"}, "ko"},
      {"sr", {"sr-Latn", "sr-Cyrl"}, "sr-Cyrl"},
      {"de", {"en", "nl"}, ""},
      {"p", {"pt"}, ""},
      {"", {"pt"}, ""},
  };
  for (const Case& c : cases) {
    const std::string* best = best_language(c.wanted, c.offered);
    EXPECT_EQ(best == nullptr ? "" : *best, c.want) << c.wanted;
  }
}

TEST(OwnLanguageName, InTheLanguageItself) {
  EXPECT_EQ(own_language_name("ko"), "한국어");
  EXPECT_EQ(own_language_name("en"), "English");
  EXPECT_NE(own_language_name("pt-BR"), own_language_name("pt"));
  EXPECT_NE(own_language_name("zh-TW"), own_language_name("zh-CN"));
}

TEST(LanguageNameIn, TheReadersNameOfIt) {
  EXPECT_EQ(language_name_in("en", "ko", NamePlace::sentence), "영어");
  EXPECT_EQ(language_name_in("it", "ko", NamePlace::list), "이탈리아어");
  EXPECT_EQ(language_name_in("en", "ja", NamePlace::sentence), "英語");
  EXPECT_EQ(language_name_in("ko", "en", NamePlace::sentence), "Korean");
  EXPECT_EQ(language_name_in("en", "fr", NamePlace::sentence), "anglais");
  EXPECT_EQ(language_name_in("en", "fr", NamePlace::list), "Anglais");
  EXPECT_EQ(language_name_in("qxx", "en", NamePlace::list), "qxx");
}

}  // namespace
}  // namespace signpost
