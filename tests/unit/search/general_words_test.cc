// general_words_test.cc - which words are in the lists that the program was built with, and in one made here.
#include "search/general_words.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "search/built_in_words.h"

namespace signpost {
namespace {

TEST(GeneralWords, HasThoseOfItsLanguage) {
  struct Asked {
    const char* lang;
    const char* word;
    bool want;
  };
  const Asked cases[] = {
      {"en", "last", true},          {"en", "main", true},
      {"en", "wood", true},          {"en", "kind", true},
      {"en", "colour", true},        {"en-US", "color", true},
      {"en", "recieve", false},      {"en", "databse", false},
      {"en", "brach", false},  // a rare word, and a branch without its n
      {"de", "einstellungen", true}, {"de", "einstelungen", false},
      {"de", "last", true},          {"fr", "param\u00e8tres", true},
      {"fr", "parametres", true},  // typed without accents
      {"fr", "paramtres", false},    {"es", "contrase\u00f1a", true},
      {"it", "messaggio", true},     {"pt-BR", "senha", true},
      {"pt", "ficheiro", true},      {"nl", "wachtwoord", true},
      {"sv", "l\u00f6senord", true},                         // its list is in another encoding
      {"da", "adgangskode", true},   {"ko", "last", false},  // no list
      {"", "last", false},           {"en", "", false},
  };
  for (const Asked& c : cases)
    EXPECT_EQ(general_words().has(c.lang, c.word), c.want) << c.lang << " " << c.word;
}

TEST(GeneralWords, TakesFewForWordsThatAreNone) {
  std::vector<std::string> words;
  for (int i = 0; i < 20'000; ++i) words.push_back("word" + std::to_string(i));
  const std::string bytes = encode_general_words({{"en", words}});
  const GeneralWords list(bytes);
  int wrong = 0;
  for (const std::string& word : words) {
    EXPECT_TRUE(list.has("en", word)) << word;
    wrong += list.has("en", "no" + word) ? 1 : 0;
  }
  EXPECT_LT(wrong, 30);  // of 20,000: a misspelt word that is taken for one is never corrected
}

TEST(GeneralWords, RefusesBytesThatAreCutOff) {
  const std::string bytes = encode_general_words({{"de", {"haus"}}, {"en", {"house"}}});
  EXPECT_TRUE(GeneralWords(bytes).has("en", "house"));
  for (size_t size = 0; size < bytes.size(); ++size)
    EXPECT_THROW(GeneralWords(std::string_view(bytes).substr(0, size)), Error) << size;
}

}  // namespace
}  // namespace signpost
