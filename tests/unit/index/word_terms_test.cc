// word_terms_test.cc - forms of a word, with marks and without, in each language that has a stemmer.
#include "index/word_terms.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>
#include <vector>

#include "index/unicode_fold.h"

namespace signpost {
namespace {

std::string term(const char* lang, const char* word) {
  return std::string(WordTerms(lang).of(fold_case(word)).term);
}
std::string bare(const char* lang, const char* word) {
  return std::string(WordTerms(lang).of(fold_case(word)).bare);
}

struct Forms {
  const char* lang;
  const char* one;
  const char* other;
};

// At least one pair of each language.
constexpr Forms kForms[] = {{"ar", "المستخدمون", "مستخدم"},
                            {"ar", "الإعدادات", "اعداد"},
                            {"ar", "المدرسة", "مدرسة"},
                            {"bs", "lozinke", "lozinku"},
                            {"ca", "configuracions", "configuració"},
                            {"da", "adgangskoder", "adgangskoden"},
                            {"de", "Häuser", "Haus"},
                            {"de", "Einstellungen", "Einstellung"},
                            {"el", "λογαριασμοί", "λογαριασμού"},
                            {"el", "ΛΟΓΑΡΙΑΣΜΟΣ", "λογαριασμός"},
                            {"en", "settings", "setting"},
                            {"es", "configuraciones", "configuración"},
                            {"eu", "kontuak", "kontua"},
                            {"fi", "käyttäjät", "käyttäjä"},
                            {"fr", "réglages", "réglage"},
                            {"fr", "installées", "installer"},
                            {"ga", "bhriseadh", "briseadh"},
                            {"hi", "खातों", "खाते"},
                            {"hi", "खाता", "खाते"},
                            {"hi", "लड़कियाँ", "लड़की"},
                            {"hr", "podešavanja", "podešavanje"},
                            {"hu", "házak", "ház"},
                            {"hy", "գաղտնաբառեր", "գաղտնաբառը"},
                            {"id", "pengaturan", "mengatur"},
                            {"it", "impostazioni", "impostazione"},
                            {"ja", "settings", "setting"},
                            {"ko", "settings", "setting"},
                            {"lt", "slaptažodžiai", "slaptažodis"},
                            {"nb", "brukere", "brukeren"},
                            {"ne", "खाताहरू", "खाता"},
                            {"nl", "wachtwoorden", "wachtwoord"},
                            {"nn", "passordet", "passord"},
                            {"no", "brukere", "brukeren"},
                            {"pt", "configurações", "configuração"},
                            {"ro", "conturi", "conturile"},
                            {"ro", "setările", "setărilor"},
                            {"ro", "aplicaţiile", "aplicațiile"},  // with a cedilla and with a comma
                            {"ru", "пароли", "паролей"},
                            {"ru", "учётной", "учетную"},
                            {"ru", "новый", "новая"},
                            {"sr", "налози", "naloga"},  // both scripts
                            {"sr", "лозинке", "lozinku"},
                            {"sv", "lösenorden", "lösenord"},
                            {"ta", "கணக்குகள்", "கணக்கு"},
                            {"tr", "ayarları", "ayarlar"},
                            {"tr", "hesabın", "hesap"},
                            {"yi", "ביכער", "ביכער"},
                            {"zh", "settings", "setting"}};

TEST(WordTerms, AreThoseOfOtherForms) {
  for (const Forms& c : kForms)
    EXPECT_EQ(term(c.lang, c.one), term(c.lang, c.other)) << c.lang << ' ' << c.one;
}

TEST(WordTerms, AreTestedInEachLanguageThatHasAStemmer) {
  std::set<std::string_view> tested;
  for (const Forms& c : kForms) tested.insert(c.lang);
  for (const std::string_view lang : stemmed_languages()) EXPECT_TRUE(tested.contains(lang)) << lang;
}

// Who types no accents finds what has them, by the term or by the bare one.
TEST(WordTerms, OfWhatIsTypedWithoutAccentsAreAmongThoseOfTheWord) {
  constexpr Forms cases[] = {{"en", "résumé", "resume"},
                             {"de", "Häuser", "Hauser"},
                             {"el", "ρυθμίσεις", "ρυθμισεις"},
                             {"es", "configuración", "configuracion"},
                             {"es", "contraseñas", "contrasenas"},
                             {"fr", "réglées", "reglees"},
                             {"hu", "jelszó", "jelszo"},
                             {"lt", "slaptažodžiai", "slaptazodziai"},
                             {"pl", "hasło", "haslo"},
                             {"pt", "configurações", "configuracoes"},
                             {"ro", "setările", "setarile"},
                             {"ru", "учёт", "учет"},
                             {"sr", "подешавања", "podesavanja"},
                             {"tr", "kaldırılması", "kaldirilmasi"},
                             {"tr", "İstanbul", "istanbul"},
                             {"vi", "mật", "mat"},
                             {"vi", "khẩu", "khau"},
                             {"vi", "đổi", "doi"},
                             {"ar", "إعدادات", "اعدادات"},
                             {"ar", "مدرسة", "مدرسه"},
                             {"ar", "على", "علي"},
                             {"fa", "کتابی", "كتابي"},  // an Arabic keyboard
                             {"hi", "हिन्दी", "हिंदी"},
                             {"hi", "क़ानून", "कानून"}};
  for (const Forms& c : cases) {
    const std::string typed = term(c.lang, c.other);
    EXPECT_TRUE(typed == term(c.lang, c.one) || typed == bare(c.lang, c.one))
        << c.lang << ' ' << c.one << ": " << term(c.lang, c.one) << ", " << bare(c.lang, c.one) << "; "
        << typed;
  }
}

// A syllable is told from others by its marks alone; where the tone stands is a matter of taste.
TEST(WordTerms, OfVietnameseKeepTheirMarks) {
  EXPECT_NE(term("vi", "mật"), term("vi", "mặt"));
  EXPECT_NE(term("vi", "ma"), term("vi", "má"));
  EXPECT_NE(term("vi", "dao"), term("vi", "đao"));
  EXPECT_EQ(term("vi", "hoà"), term("vi", "hòa"));
  EXPECT_EQ(term("vi", "thuý"), term("vi", "thúy"));
  EXPECT_EQ(term("vi", "kỹ"), term("vi", "kĩ"));
  EXPECT_EQ(term("vi", "khẩu"), term("vi", "kh\u00E2\u0309u"));  // decomposed
  EXPECT_EQ(bare("vi", "khẩu"), "khau");
}

// Accents of other languages hide no endings.
TEST(WordTerms, LoseMarksThatTheStemmerDoesNotKnow) {
  EXPECT_EQ(term("en", "résumés"), term("en", "resume"));
  EXPECT_EQ(term("tr", "hâlâ"), term("tr", "hala"));
  EXPECT_EQ(term("el", "ἀρχή"), term("el", "αρχή"));
  EXPECT_EQ(bare("en", "cafés"), "");
}

TEST(WordTerms, KeepLettersThatAreNoOthersWithAnAccent) {
  EXPECT_NE(term("ru", "война"), term("ru", "воина"));
  EXPECT_NE(term("uk", "мій"), term("uk", "міи"));
}

TEST(WordTerms, AreRememberedWhateverCameBetween) {
  WordTerms words("fr");
  const auto word = [](int i) {
    return "é" + std::string(1, static_cast<char>('a' + i % 26)) + "tés" +
           std::string(static_cast<size_t>(i / 26 % 40), 'x') + (i % 2 == 0 ? "ó" : "");
  };
  std::vector<std::pair<std::string, std::string>> first;
  for (int i = 0; i < 3000; ++i) {
    const WordTerm terms = words.of(word(i));
    first.emplace_back(terms.term, terms.bare);
  }
  for (int i = 0; i < 3000; ++i) {
    const WordTerm terms = words.of(word(i));
    EXPECT_EQ(terms.term, first[static_cast<size_t>(i)].first);
    EXPECT_EQ(terms.bare, first[static_cast<size_t>(i)].second);
    EXPECT_EQ(terms.term, term("fr", word(i).c_str()));
  }
}

TEST(WordTerms, AreTheWordsThemselvesWithoutAStemmer) {
  EXPECT_EQ(stemming_algorithm("pl"), "");
  EXPECT_EQ(term("pl", "hasła"), "hasla");
  EXPECT_EQ(stemming_algorithm("pt-BR"), "portuguese");
  EXPECT_EQ(stemming_algorithm(""), "english");
}

}  // namespace
}  // namespace signpost
