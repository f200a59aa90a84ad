// compounds_test.cc - which words are parts of which, in languages that write them as one.
#include "search/compounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "index/analyzer.h"

namespace signpost {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The bytes of a list of these words; those that come first are the more frequent.
std::string list_of(std::vector<std::string> words) {
  std::vector<std::pair<std::string_view, WordInfo>> infos;
  for (size_t i = 0; i < words.size(); ++i)
    infos.push_back({words[i], {static_cast<uint32_t>(words.size() - i), false}});
  std::sort(infos.begin(), infos.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return encode_words(infos);
}

TypedWord typed(const std::string& word, const std::string& lang) {
  return {word, thread_analyzer(lang).term_of(word)};
}

// Regression: each pair of them was compared with every word of the index, a second for one query.
TEST(Compounds, AreNotMadeOfNumbersAndSigns) {
  const std::string bytes = list_of({"80070005", "12341234", "kontolöschung"});
  for (const auto& [one, other] :
       {std::pair("8007", "0005"), {"1234", "1234"}, {"🎉", "konto"}, {"||>", "!="}, {"eau", "aue"}})
    EXPECT_THAT(compounds_of(WordList(bytes), {one, one}, {other, other}, 8), IsEmpty()) << one << other;
}

TEST(Compounds, AreFoundByTwoWords) {
  struct Case {
    const char* lang;
    const char* one;
    const char* other;
    const char* compound;
  };
  const Case cases[] = {
      {"de", "konto", "löschen", "kontolöschung"},
      {"de", "löschen", "kontos", "kontolöschung"},
      {"de", "rechnung", "adresse", "rechnungsadresse"},
      {"de", "adressen", "rechnungen", "rechnungsadresse"},
      {"de", "passwort", "zurücksetzen", "passwortzurücksetzung"},
      {"de", "passwort", "ändern", "passwortänderung"},
      {"de", "konto", "verwaltung", "benutzerkontoverwaltung"},
      {"de", "sprache", "einstellungen", "spracheinstellung"},
      {"nl", "wachtwoord", "herstellen", "wachtwoordherstel"},
      {"nl", "factuur", "adres", "factuuradres"},
      {"sv", "lösenord", "återställa", "lösenordsåterställning"},
      {"nb", "passord", "tilbakestille", "passordtilbakestilling"},
      {"da", "adgangskode", "nulstille", "adgangskodenulstilling"},
      {"fi", "tilin", "poistaminen", "tilinpoisto"},
  };
  for (const Case& c : cases) {
    const std::string bytes =
        list_of({"kontrolle", "passwort", c.compound, "benutzerkontrolle", "adressbuch"});
    EXPECT_THAT(compounds_of(WordList(bytes), typed(c.one, c.lang), typed(c.other, c.lang), 8),
                ElementsAre(c.compound))
        << c.one << " " << c.other;
  }
}

TEST(Compounds, AreNotMadeOfWhatLooksAlike) {
  const std::string bytes = list_of({"benutzerkontrolle", "konto", "kontos", "passwortliste", "adressbuch"});
  const WordList words(bytes);
  const char* pairs[][2] = {
      {"benutzer", "konto"}, {"konto", "kontos"}, {"passwort", "ändern"}, {"ad", "buch"}, {"adresse", "bu"}};
  for (const auto& [one, other] : pairs)
    EXPECT_THAT(compounds_of(words, typed(one, "de"), typed(other, "de"), 8), IsEmpty())
        << one << " " << other;
  EXPECT_THAT(compounds_of(words, typed("adresse", "de"), typed("buch", "de"), 0), IsEmpty());
}

TEST(Compounds, AreTakenApartByTheWordsOfTheIndex) {
  struct Case {
    const char* compound;
    const char* first;
    const char* second;
  };
  const Case cases[] = {
      {"kontolöschung", "konto", "löschen"},
      {"rechnungsadresse", "rechnung", "adresse"},
      {"spracheinstellungen", "sprache", "einstellung"},
      {"kontenübersicht", "", ""},  // no such second part
      {"konto", "", ""},
      {"", "", ""},
  };
  const std::string bytes =
      list_of({"konto", "löschen", "adresse", "rechnung", "einstellung", "sprache", "kontrolle"});
  for (const Case& c : cases) {
    const CompoundParts parts = parts_of_compound(WordList(bytes), c.compound);
    EXPECT_EQ(parts.first.empty() ? "" : parts.first.front(), c.first) << c.compound;
    EXPECT_EQ(parts.second.empty() ? "" : parts.second.front(), c.second) << c.compound;
  }
}

TEST(Compounds, AreWrittenAsOneInSomeLanguages) {
  for (const char* lang : {"de", "de-AT", "nl", "sv", "da", "nb", "nn", "no", "fi"})
    EXPECT_TRUE(writes_compounds_as_one(lang)) << lang;
  for (const char* lang : {"en", "fr", "ko", "den", ""}) EXPECT_FALSE(writes_compounds_as_one(lang)) << lang;
}

}  // namespace
}  // namespace signpost
