// correction_test.cc - what a misspelled query is rewritten to, and what is left as it was typed.
#include "search/correction.h"

#include <gtest/gtest.h>

#include "help_centre.h"

namespace signpost {
namespace {

// "" when nothing is to be replaced.
std::string corrected(const std::string& text, const IndexReader& index, const char* lang = "en") {
  const ParsedQuery query = parse_query(text);
  return correct_query(query, make_plan(query, lang, index), lang, index).value_or("");
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
      {"zzzzz zzzzz zzzzz zzzzz zzzzz zzzzz zzzzz pasword pasword",  // nobody slips more often
       "zzzzz zzzzz zzzzz zzzzz zzzzz zzzzz zzzzz password pasword"},
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

// What a small corpus lacks is no misspelling.
TEST(Correction, WordsOfTheLanguageStayWhereTheIndexLacksThem) {
  const TestIndex index({make_document("a", "Word processor", {"At least one mail. Food for the king."}),
                         make_document("b", "Mail server", {"The least word of the mail, and food."})});
  const IndexReader reader(index.dir());
  const Correcting cases[] = {
      {"last", ""},
      {"last food", ""},
      {"main", ""},
      {"wood", ""},
      {"kind", ""},
      {"kind word", ""},
      {"maul server", "mail server"},  // titles have the two together
      {"wood processor", "word processor"},
      {"wood server", ""},  // they don't
      {"mial", "mail"},
      {"procesor", "processor"},
  };
  for (const Correcting& c : cases) EXPECT_EQ(corrected(c.typed, reader), c.want) << c.typed;
}

TEST(Correction, WordsOfAnyLanguageOfTheArticlesStay) {
  Site site = three_languages();
  site.languages.push_back({"de", "Deutsch"});
  const TestIndex index({make_document("a", "Das Haus", {"Ein Haus und ein Wort."}, "de"),
                         make_document("b", "The house", {"A house and a word."})},
                        site);
  const IndexReader reader(index.dir());
  EXPECT_EQ(corrected("maus", reader, "en"), "");
  EXPECT_EQ(corrected("wrod", reader, "en"), "word");
}

TEST(Correction, HyphensJoinWordsThatAreSpeltAlone) {
  const TestIndex index(
      {make_document("a", "Two-factor authentication", {"A two-factor sign-in."}),
       make_document("b", "Cross-origin requests", {"A factor of cross-origin requests."})});
  const IndexReader reader(index.dir());
  const Correcting cases[] = {
      {"two-facter authentication", "two-factor authentication"},
      {"corss-orgin requests?", "cross-origin requests?"},
      {"cross-origin reqests", "cross-origin requests"},
      {"two-factor", ""},
      {"--facter", ""},  // an option
      {"two-facter2", ""},
      {"two--facter", ""},
  };
  for (const Correcting& c : cases) EXPECT_EQ(corrected(c.typed, reader), c.want) << c.typed;
}

TEST(Correction, SimilarWordsAreChosenByTheirNeighbours) {
  const TestIndex index({make_document("a", "Context menu", {"The menu shows a context. Click the menu."}),
                         make_document("f", "Menus", {"A menu, and what its context is."}),
                         make_document("b", "Contact us", {"Write to us, contact the team."}),
                         make_document("c", "Contact form", {"A contact form, a contact page."}),
                         make_document("d", "Printing", {"Correct the colours of the printer."}),
                         make_document("e", "Printers", {"A printer with the correct colours."})});
  const IndexReader reader(index.dir());
  const Correcting cases[] = {
      {"contect form", "contact form"},  // by titles
      {"contect menu", "context menu"},
      {"menu contect", "menu context"},  // by what documents have together
      {"correkt colours printer", "correct colours printer"},
      {"kontext menue", "context menue"},  // the second is found, by its stem
  };
  for (const Correcting& c : cases) EXPECT_EQ(corrected(c.typed, reader), c.want) << c.typed;
}

// What the plan finds for a word that the index lacks may be another.
TEST(Correction, GuessesOfThePlanAreNoFinds) {
  const TestIndex index(
      {make_document("a", "Runes", {"A rune."}), make_document("b", "Running a server", {"Keep it running."}),
       make_document("c", "Running a job", {"It is running. It runs in part, art of the job."}),
       make_document("d", "Permissions", {"Permissions per mission, and permission. Sign up to be certain."}),
       make_document("e", "Permission levels", {"A permission, and permissions."})});
  const IndexReader reader(index.dir());
  const Correcting cases[] = {
      {"runing", "running"},  // its stem is that of the rune
      {"permision", "permission"},
      {"permisions",
       "permissions"},    // forms of one word are the same to the search, but this one is misspelt
      {"permissio", ""},  // on the way to a permission
      {"signup", ""},     // two words, which the plan finds
      {"certian", "certain"},
  };
  for (const Correcting& c : cases) EXPECT_EQ(corrected(c.typed, reader), c.want) << c.typed;
}

TEST(Correction, TwoWordsMustStandTogetherAndBeLikelierThanOne) {
  const TestIndex index(
      {make_document("a", "Selection of the text", {"Select on the page. A selection is made."}),
       make_document("b", "The selection", {"Every selection has a name. Re store, port."}),
       make_document("c", "Report a problem", {"Reports. The port re opened."}),
       make_document("d", "Help centre", {"Our help centre."})});
  const IndexReader reader(index.dir());
  const Correcting cases[] = {
      {"selecton", "selection"},
      {"helpcentre", ""},  // the plan finds it as two words
      {"centrehelp", ""},  // nothing has them in this order, and nothing is similar
      {"reprot", "report"},
  };
  for (const Correcting& c : cases) EXPECT_EQ(corrected(c.typed, reader), c.want) << c.typed;
}

}  // namespace
}  // namespace signpost
