// correction_test.cc - what a misspelled query is rewritten to, and what is left as it was typed.
#include "search/correction.h"

#include <gtest/gtest.h>

#include "help_centre.h"

namespace signpost {
namespace {

// "" when nothing is to be replaced.
std::string corrected(const std::string& text, const IndexReader& index, const char* lang = "en") {
  const ParsedQuery query = parse_query(text);
  return correct_query(query, make_plan(query, lang, index), index).value_or("");
}

struct Correcting {
  const char* typed;
  const char* want;
};

TEST(Correction, ReplacesUnknownWordsOnly) {
  const Correcting cases[] = {
      {"pasword", "password"},
      {"reset pasword", "reset password"},
      {"pasword resst", "password reset"},
      {"Pasword?", "password"},
      {"pasword tag:login", "password tag:login"},  // what is no word stays where it was
      {"tag:login pasword lang:en", "tag:login password lang:en"},
      {"the pasword -invoice", "the password -invoice"},
      {"ivnoices", "invoices"},
      {"password", ""},
      {"instaling", ""},  // its stem is known
      {"installs", ""},   // another form of a known word
      {"invoi", ""},      // it may become one
      {"zzzzzzzz", ""},
      {"pwd", ""},  // too short to tell
      {"", ""},
  };
  for (const Correcting& c : cases) EXPECT_EQ(corrected(c.typed, help_centre_reader()), c.want) << c.typed;
}

TEST(Correction, LeavesAloneWhatWasMeantAsItIs) {
  for (const char* text : {"\"pasword\"", "-pasword reset", "pasw0rd", "0x80070006", "pas_word",
                           "std::vektor", "비밀변호", "サーバ", "ERR_CONECTION"})
    EXPECT_EQ(corrected(text, help_centre_reader()), "") << text;
}

TEST(Correction, PossessivesAndFunctionWordsAreWords) {
  const TestIndex index({make_document("a", "Licence of GitHub", {"what some ones want of the company"})});
  const IndexReader reader(index.dir());
  const Correcting cases[] = {
      {"what's github's licence", ""},        {"github\u2019s licence", ""}, {"company's licence", ""},
      {"whose licence should we want", ""},  // none of them is in the index
      {"gihtub's licence", "github licence"},
  };
  for (const Correcting& c : cases) EXPECT_EQ(corrected(c.typed, reader), c.want) << c.typed;
}

TEST(Correction, KeepsWhatAnApostropheCutOff) {
  const TestIndex index({make_document("a", "Installer l'application", {"L\u2019application."}, "fr")});
  const IndexReader reader(index.dir());
  const Correcting cases[] = {
      {"l'application", ""},
      {"l\u2019application", ""},
      {"l'aplication", "l'application"},
      {"instaler l\u2019aplication", "installer l\u2019application"},
      {"aplication", "application"},
  };
  for (const Correcting& c : cases) EXPECT_EQ(corrected(c.typed, reader, "fr"), c.want) << c.typed;
}

TEST(Correction, SplitsWordsAndLeavesHalvesOfOne) {
  const TestIndex index(
      {make_document("a", "Headlines of the help centre", {"A help centre has headlines to do."}),
       make_document("b", "The help centre", {"Our help centre to do. More headlines."})});
  const IndexReader reader(index.dir());
  const Correcting cases[] = {
      {"head lines", ""},  // found by "headlines"
      {"\"head\" lines", ""},
      {"help centre", ""},  // both are known
      {"todo", "to do"},
  };
  for (const Correcting& c : cases) EXPECT_EQ(corrected(c.typed, reader), c.want) << c.typed;
}

}  // namespace
}  // namespace signpost
